// A module in trouble gets its health mark, is restarted, and in the end left alone; nobody's PIN is
// spent on it, and a batch goes on after its host was killed.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { toPenaError } from '../../../core/domain/pena-error.ts';
import type { PinPrompt, SigningPurpose } from '../../../core/ports/token.ts';
import { signatureIsRight } from '../../../native/pkcs11/signature-check.ts';
import { TokenService, type TokenServiceOptions } from '../../../native/pkcs11/token-service.ts';
import {
  buildFaultyModule,
  whyNoCompiler,
  type FaultyModule,
} from '../../support/faulty-module.ts';
import { answering } from '../../support/pin-prompt.ts';
import { refusedWith } from '../../support/rejection.ts';
import { makeSoftHsm, USER_PIN, whyNoSoftHsm, type TestToken } from '../../support/softhsm.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const reason = whyNoSoftHsm() ?? whyNoCompiler();
const DATA = new TextEncoder().encode('atribut yang ditandatangani');
/** Milliseconds after which a listing is given up: long beside what a busy machine adds. */
const GIVEN_UP = 8_000;
const PURPOSE: SigningPurpose = { documents: [{ name: 'sk.pdf', sha256: 'ab'.repeat(32) }] };

describe.skipIf(reason !== null)(`a supervised module${reason ? ` (${reason})` : ''}`, () => {
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
      ...{ modules: [faulty.module], env: faulty.env(fault) },
      timeouts: { login: 1_000, sign: 5_000, list: 1_000 },
      ...options,
    });
    onTestFinished(() => service.close());
    return service;
  }

  async function sign(service: TokenService, prompt: PinPrompt): Promise<Uint8Array> {
    const choice = { module: faulty.module, tokenSerial: serial, id: '02' };
    const key = await service.signingKey(choice, prompt);
    return key.sign(DATA, 'ECDSA_P256_SHA256', PURPOSE);
  }

  const logins = (): number => {
    try {
      return readFileSync(faulty.log, 'utf8').trim().split('\n').length;
    } catch {
      return 0;
    }
  };
  const mark = (service: TokenService) => service.health()[0]!;

  test('that takes all memory is stopped and marked', async () => {
    const service = serve('sign-flood', { memory: 400 * 1024 * 1024 });
    const refused = await refusedWith(sign(service, answering(USER_PIN)));
    expect(refused.code).toBe('TOKEN_MODULE_MEMORY');
    expect(mark(service).state).toBe('memory');
    expect(logins()).toBe(1);
  });

  test.each([
    ['list-hang', 'TOKEN_MODULE_TIMEOUT', 'hung'],
    ['list-crash', 'TOKEN_MODULE_CRASHED', 'crashed'],
  ])('%s: is left alone after three failures, then tried once more', async (fault, code, state) => {
    const clock = { time: Date.now() };
    const service = serve(fault, { now: () => clock.time });
    const codes: (string | undefined)[] = [];
    const rounds: number[] = [];
    for (let round = 0; round < 3; round++) {
      const begun = performance.now();
      codes.push((await service.list()).problems[0]?.code);
      rounds.push(performance.now() - begun);
    }
    expect(codes).toEqual([code, code, code]);
    const restUntil = new Date(clock.time + 30_000);
    expect(mark(service)).toMatchObject({ state, restUntil });

    const before = performance.now();
    expect((await service.list()).problems[0]?.code).toBe(code);
    // No process was started, let alone waited for, as each time before.
    expect(performance.now() - before).toBeLessThan(Math.min(...rounds) / 2);
    expect(hosts()).toEqual([]);

    clock.time += 30_000;
    await service.list();
    expect(mark(service).restUntil).toEqual(new Date(clock.time + 60_000));
  });

  test('that hangs keeps nobody from the others, and is named when it is given up', async () => {
    const service = serve('list-hang', {
      ...{ modules: [faulty.module, token.module], timeouts: { list: GIVEN_UP } },
    });
    let told = 0;
    service.onLate(() => told++);
    // The healthy one is loaded first: that takes its time on a busy machine.
    await service.signingKey(
      { module: token.module, tokenSerial: serial, id: '02' },
      answering(USER_PIN),
    );
    const started = performance.now();
    const first = await service.list(GIVEN_UP / 4);
    expect(performance.now() - started).toBeLessThan(GIVEN_UP / 2);
    expect(first.tokens.map(({ module }) => module)).toEqual([token.module]);
    expect(first.problems).toEqual([]);
    expect(mark(service)).toMatchObject({ module: faulty.module, state: 'waiting', error: null });
    // Asked again meanwhile, nobody waits a second time, and the module is not asked twice.
    const again = performance.now();
    expect((await service.list(GIVEN_UP)).tokens).toHaveLength(1);
    expect(performance.now() - again).toBeLessThan(GIVEN_UP / 4);
    expect(told).toBe(0);

    await expect.poll(() => told, { timeout: 4 * GIVEN_UP }).toBe(1);
    expect(mark(service).state).toBe('hung');
    const last = await service.list(300);
    expect(last.problems.map(({ code }) => code)).toEqual(['TOKEN_MODULE_TIMEOUT']);
    expect(last.tokens).toHaveLength(1);
    expect(told).toBe(1);
  });

  test('recovers as soon as it behaves', async () => {
    const service = serve('none');
    expect(mark(service)).toMatchObject({ state: 'unknown', error: null, restUntil: null });
    await service.list();
    expect(mark(service).state).toBe('ok');
    for (const pid of hosts()) process.kill(pid, 'SIGKILL');
    await expect.poll(() => mark(service).state).toBe('crashed');
    expect((await service.list()).problems).toEqual([]);
    expect(mark(service).state).toBe('ok');
  });

  test.each(['login-crash', 'login-hang', 'login-general', 'sign-crash', 'sign-removed'])(
    '%s, asked five times by a person, spends at most one login each',
    async (fault) => {
      const service = serve(fault, { timeouts: { login: 300, sign: 300, list: 2_000 } });
      for (let action = 1; action <= 5; action++) {
        await refusedWith(sign(service, answering(USER_PIN)));
        expect(logins()).toBeLessThanOrEqual(action);
      }
      // The breaker: a module that ends at each try is not given all five.
      const ends = fault.endsWith('crash') || fault.endsWith('hang');
      expect(logins()).toBe(ends ? 3 : 5);
    },
  );

  test(
    'loses nothing when its host is killed 20 times in a batch',
    { timeout: 120_000 },
    async () => {
      const service = serve('none', { timeouts: {} });
      const signatures: Uint8Array[] = [];
      const failures: string[] = [];
      const prompts: ReturnType<typeof answering>[] = [];
      for (let kill = 0; kill < 20; kill++) {
        // One user action: a PIN, then documents until the host is killed under it.
        const prompt = answering(USER_PIN);
        prompts.push(prompt);
        const choice = { module: faulty.module, tokenSerial: serial, id: '02' };
        const key = await service.signingKey(choice, prompt);
        const next = () => key.sign(DATA, 'ECDSA_P256_SHA256', PURPOSE);
        signatures.push(await next(), await next());
        const [pid] = hosts();
        process.kill(pid!, 'SIGKILL');
        // Either it fails as crashed, or (the exit was seen first) a PIN would be needed anew: never
        // one that the program kept.
        const refused = await next().then(
          (): string => 'signed without a PIN',
          (thrown: unknown): string => toPenaError(thrown).code,
        );
        failures.push(refused);
      }
      expect(signatures).toHaveLength(40);
      const certificate = token.keys[1].certificate;
      for (const signature of signatures) {
        expect(signatureIsRight(signature, DATA, 'ECDSA_P256_SHA256', certificate)).toBe(true);
      }
      expect(failures).toHaveLength(20);
      for (const code of failures) {
        expect(['TOKEN_MODULE_CRASHED', 'INTERNAL']).toContain(code);
      }
      expect(logins()).toBe(20);
      for (const { given } of prompts) expect(given[0]).toEqual(new Uint8Array(6));
      expect((await service.list()).problems).toEqual([]);
    },
  );

  /** Process numbers of this test's hosts that have the faulty module loaded. */
  function hosts(): number[] {
    const { stdout } = spawnSync('pgrep', ['-P', String(process.pid)], { encoding: 'utf8' });
    return stdout.split('\n').filter(Boolean).map(Number).filter(hasModule);
  }

  function hasModule(pid: number): boolean {
    try {
      return readFileSync(`/proc/${pid}/maps`, 'latin1').includes(faulty.module);
    } catch {
      return false;
    }
  }
});
