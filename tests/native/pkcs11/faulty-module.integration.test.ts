import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { PinPrompt, SigningKey } from '../../../core/ports/token.ts';
import { TokenService, type TokenServiceOptions } from '../../../native/pkcs11/token-service.ts';
import {
  buildFaultyModule,
  whyNoCompiler,
  type FaultyModule,
} from '../../support/faulty-module.ts';
import { answering } from '../../support/pin-prompt.ts';
import { refusedWith } from '../../support/rejection.ts';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm, type TestToken } from '../../support/softhsm.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const reason = whyNoSoftHsm() ?? whyNoCompiler();
const DATA = new TextEncoder().encode('atribut yang ditandatangani');
const SHORT = { login: 1_000, sign: 1_000, list: 3_000 };

describe.skipIf(reason !== null)(`a module with a fault${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  let token: TestToken;
  let faulty: FaultyModule;
  let serial: string;

  beforeAll(async () => {
    token = await makeSoftHsm(folder);
    faulty = buildFaultyModule(folder, token);
    const service = new TokenService({ modules: [token.module], env: token.env });
    serial = (await service.list()).tokens[0]!.serial;
    await service.close();
  });
  beforeEach(() => {
    for (const name of ['wrong-pins', 'logins.log']) rmSync(join(folder, name), { force: true });
  });

  function serve(fault: string, options: Partial<TokenServiceOptions> = {}): TokenService {
    const service = new TokenService({
      modules: [faulty.module, token.module],
      env: faulty.env(fault),
      timeouts: SHORT,
      ...options,
    });
    onTestFinished(() => service.close());
    return service;
  }

  function keyOf(service: TokenService, prompt: PinPrompt): Promise<SigningKey> {
    const choice = { module: faulty.module, tokenSerial: serial, id: '01' };
    return service.signingKey(choice, prompt);
  }

  const sign = (key: SigningKey): Promise<Uint8Array> =>
    key.sign(DATA, 'RSA_PKCS1_SHA256', { documents: [] });
  /** One line for each C_Login the module has seen. */
  const logins = (): string[] => readFileSync(faulty.log, 'utf8').trim().split('\n');

  test('without one, is SoftHSM', async () => {
    const key = await keyOf(serve('none'), answering(USER_PIN));
    await sign(key);
    expect(logins()).toEqual(['user 1, 6 bytes']);
  });

  test.each([
    ['sign-crash', 'TOKEN_MODULE_CRASHED'],
    ['sign-hang', 'TOKEN_MODULE_TIMEOUT'],
    ['sign-removed', 'TOKEN_REMOVED'],
    ['sign-wrong', 'TOKEN_SIGNATURE_WRONG'],
    ['sign-length', 'TOKEN_SIGNATURE_WRONG'],
    ['login-crash', 'TOKEN_MODULE_CRASHED'],
    ['login-hang', 'TOKEN_MODULE_TIMEOUT'],
    ['login-general', 'TOKEN_GENERAL_ERROR'],
  ])('%s is %s, one login was made, and the rest goes on', async (fault, code) => {
    const service = serve(fault);
    const prompt = answering(USER_PIN);
    const key = await keyOf(service, prompt);
    expect(await refusedWith(sign(key))).toMatchObject({ code, params: { token: 'UJI' } });
    expect(logins()).toHaveLength(1);
    expect(prompt.given[0]).toEqual(new Uint8Array(6));
    const { tokens, problems } = await service.list();
    expect(problems).toEqual([]);
    expect(tokens.map(({ module }) => module)).toEqual([faulty.module, token.module]);
  });

  test.each([
    ['load-crash', 'TOKEN_MODULE_CRASHED'],
    ['initialize-error', 'TOKEN_DEVICE_ERROR'],
    ['list-crash', 'TOKEN_MODULE_CRASHED'],
    ['list-hang', 'TOKEN_MODULE_TIMEOUT'],
    ['value-length', 'TOKEN_MODULE_INVALID'],
  ])('%s is %s beside the tokens of other modules', async (fault, code) => {
    const { tokens, problems } = await serve(fault).list();
    expect(problems.map((problem) => [problem.code, problem.params['module']])).toEqual([
      [code, 'faulty-module.so'],
    ]);
    expect(tokens.map(({ module }) => module)).toEqual([token.module]);
  });

  test('is killed when it hangs', async () => {
    const key = await keyOf(serve('sign-hang'), answering(USER_PIN));
    expect(hostsOf(faulty.module)).toHaveLength(1);
    await refusedWith(sign(key));
    await expect.poll(() => hostsOf(faulty.module)).toEqual([]);
  });

  test('asks before the last try, and not at all when locked', async () => {
    const service = serve('locks');
    const prompt = answering('111111', '222222', '333333');
    const key = await keyOf(service, prompt);
    expect((await refusedWith(sign(key))).code).toBe('TOKEN_PIN_LOCKED');
    expect(prompt.requests.map(({ pinState }) => pinState)).toEqual([
      'ok',
      'count-low',
      'final-try',
    ]);
    expect(logins()).toHaveLength(3);

    const never = answering();
    const again = await keyOf(service, never);
    expect((await refusedWith(sign(again))).code).toBe('TOKEN_PIN_LOCKED');
    expect(never.requests).toEqual([]);
    expect(logins()).toHaveLength(3);
    expect((await service.list()).tokens[0]!.pinState).toBe('locked');
  });

  test('leaves the last try to the person', async () => {
    const service = serve('locks');
    const prompt = answering('111111', '222222', null);
    const key = await keyOf(service, prompt);
    expect((await refusedWith(sign(key))).code).toBe('TOKEN_PIN_INCORRECT');
    expect(logins()).toHaveLength(2);
    await sign(await keyOf(service, answering(USER_PIN)));
    expect((await service.list()).tokens[0]!.pinState).toBe('ok');
  });

  test('has the PIN typed on the reader, and sends none', async () => {
    const prompt = answering('');
    await sign(await keyOf(serve('pin-pad'), prompt));
    expect(prompt.requests[0]).toMatchObject({ token: { pinPad: true }, previousWrong: false });
    expect(logins()).toEqual(['user 1, 0 bytes']);
  });

  test("says CANCELLED when the reader's cancel key was pressed", async () => {
    const key = await keyOf(serve('pin-pad-cancel'), answering(''));
    expect((await refusedWith(sign(key))).code).toBe('CANCELLED');
  });

  test('asks for each signature where the key wants it so', async () => {
    const prompt = answering(USER_PIN, '111111', USER_PIN);
    const key = await keyOf(serve('always-authenticate'), prompt);
    await sign(key);
    expect(logins()).toEqual(['user 1, 6 bytes', 'user 2, 6 bytes']);
    await sign(key);
    expect(prompt.requests.map(({ previousWrong }) => previousWrong)).toEqual([false, false, true]);
    // The wrong one ended the session: the right one logs in anew, then for the signature.
    expect(logins().map((line) => line.slice(0, 6))).toEqual([
      ...['user 1', 'user 2'],
      ...['user 2', 'user 1', 'user 2'],
    ]);
    expect(prompt.given.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  test('is not loaded where other users could have changed it', async () => {
    const open = join(temporaryFolder(), 'terbuka.so');
    copyFileSync(faulty.module, open);
    chmodSync(open, 0o757);
    const openFolder = join(temporaryFolder(), 'map');
    execFileSync('mkdir', ['-m', '777', openFolder]);
    copyFileSync(faulty.module, join(openFolder, 'a.so'));
    // Itself closed, in an open one: the whole of it could be moved away, and another put there.
    const within = join(openFolder, 'tertutup');
    mkdirSync(within);
    copyFileSync(faulty.module, join(within, 'b.so'));
    const modules = [open, join(openFolder, 'a.so'), join(within, 'b.so')];
    const { problems } = await serve('none', { modules }).list();
    expect(problems.map(({ code }) => code)).toEqual([
      'TOKEN_MODULE_UNSAFE',
      'TOKEN_MODULE_UNSAFE',
      'TOKEN_MODULE_UNSAFE',
    ]);
  });

  test.skipIf(process.platform !== 'linux')(
    'sees little of this process, and dumps no core',
    async () => {
      process.env['PENA_UNRELATED'] = 'rahasia';
      onTestFinished(() => {
        delete process.env['PENA_UNRELATED'];
      });
      const key = await keyOf(serve('none'), answering(USER_PIN));
      await sign(key);
      const [pid] = hostsOf(faulty.module);
      const about = (name: string): string =>
        readFileSync(`/proc/${String(pid)}/${name}`, 'latin1');
      expect(about('limits')).toMatch(/^Max core file size +0 +0 /m);
      const names = about('environ')
        .split('\0')
        .map((variable) => variable.split('=')[0]);
      expect(names).toContain('PENA_FAULT');
      expect(names).not.toContain('PENA_UNRELATED');
      expect(names).not.toContain('NODE_OPTIONS');
      expect(about('cmdline')).not.toContain(faulty.module);
    },
  );

  /** Process numbers of our hosts that have the module loaded. */
  function hostsOf(module: string): number[] {
    const { stdout } = spawnSync('pgrep', ['-P', String(process.pid)], { encoding: 'utf8' });
    const children = stdout.split('\n').filter(Boolean).map(Number);
    return children.filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/maps`, 'latin1').includes(module);
      } catch {
        return false;
      }
    });
  }
});
