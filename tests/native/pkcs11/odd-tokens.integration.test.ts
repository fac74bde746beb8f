// Modules and tokens that are odd rather than broken: slot lists that cannot be, a module that prints, tokens without
// a serial number or with each other's label, and two certificates over one key.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readCertificate } from '../../../core/cms/certificate.ts';
import { toPenaError } from '../../../core/domain/pena-error.ts';
import { readPinFacts, setPin } from '../../../native/pkcs11/pin-life.ts';
import { TokenService } from '../../../native/pkcs11/token-service.ts';
import {
  buildFaultyModule,
  whyNoCompiler,
  type FaultyModule,
} from '../../support/faulty-module.ts';
import { answering } from '../../support/pin-prompt.ts';
import { refusedWith } from '../../support/rejection.ts';
import {
  makeSoftHsm,
  SO_PIN,
  USER_PIN,
  whyNoSoftHsm,
  type TestToken,
} from '../../support/softhsm.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const reason = whyNoSoftHsm() ?? whyNoCompiler();
const DATA = new TextEncoder().encode('atribut yang ditandatangani');
const PURPOSE = { documents: [{ name: 'sk.pdf', sha256: 'ab'.repeat(32) }] };
const OTHER_PIN = '110022';

describe.skipIf(reason !== null)(`an odd token${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  let token: TestToken;
  let faulty: FaultyModule;

  /** UJI with keys, and two without that have one label. */
  beforeAll(async () => {
    token = await makeSoftHsm(folder);
    faulty = buildFaultyModule(folder, token);
    for (const pin of [OTHER_PIN, USER_PIN]) {
      softhsm('--init-token', '--free', '--label', 'KEMBAR', '--so-pin', SO_PIN, '--pin', pin);
    }
  });

  function softhsm(...args: string[]): void {
    execFileSync('softhsm2-util', args, { env: { ...process.env, ...token.env }, stdio: 'ignore' });
  }

  function serve(fault: string): TokenService {
    const service = new TokenService({
      ...{ modules: [faulty.module], env: faulty.env(fault) },
      timeouts: { list: 5_000, session: 5_000 },
    });
    onTestFinished(() => service.close());
    return service;
  }

  const labels = async (service: TokenService): Promise<string[]> =>
    (await service.list()).tokens.map(({ label }) => label).sort();
  const ALL = ['KEMBAR', 'KEMBAR', 'UJI'];

  test.each(['slots-none-such', 'slots-grow'])('%s: nonsense is said', async (fault) => {
    const service = serve(fault);
    const { problems } = await service.list();
    expect(problems.map(({ code }) => code)).toEqual(['TOKEN_MODULE_INVALID']);
    expect(service.health()[0]?.state).not.toBe('ok');
  });

  test('slots beside nonsense are read', async () => {
    expect(await labels(serve('slots-grow'))).toEqual(ALL);
  });

  test('a slot that is named twice is one', async () => {
    const service = serve('slots-twice');
    expect(await labels(service)).toEqual(ALL);
    expect(service.health()[0]?.state).toBe('ok');
  });

  test('two thousand million slots take no more memory than any host may', async () => {
    const service = serve('slots-many');
    const { problems } = await service.list();
    expect(['TOKEN_MODULE_MEMORY', 'TOKEN_MODULE_INVALID']).toContain(problems[0]?.code);
    expect(problems).toHaveLength(1);
  });

  test('what a module prints disturbs nobody', async () => {
    const service = serve('prints');
    expect(await labels(service)).toEqual(ALL);
    expect(service.health()[0]?.state).toBe('ok');
  });

  test('tokens of one label are told apart by serial number, also for their PIN', async () => {
    const service = serve('none');
    const twins = (await service.list()).tokens.filter(({ label }) => label === 'KEMBAR');
    expect(new Set(twins.map(({ serial }) => serial)).size).toBe(2);
    const change = (serial: string, pin: string) =>
      setPin(service, { module: faulty.module, serial, label: 'KEMBAR' }, 'change', () =>
        Promise.resolve({ current: bytes(pin), next: bytes(pin) }),
      );
    const codes = async (serial: string): Promise<string[]> => {
      const tried: string[] = [];
      for (const pin of [OTHER_PIN, USER_PIN]) {
        tried.push(
          await change(serial, pin).then(
            () => 'ok',
            (thrown: unknown) => toPenaError(thrown).code,
          ),
        );
      }
      return tried;
    };
    const answers = [await codes(twins[0]!.serial), await codes(twins[1]!.serial)].sort();
    expect(answers).toEqual([
      ['TOKEN_PIN_INCORRECT', 'ok'],
      ['ok', 'TOKEN_PIN_INCORRECT'],
    ]);
  });

  test('tokens without a serial number are told apart by label', async () => {
    const service = serve('serial-empty');
    const place = { module: faulty.module, tokenSerial: '', id: '01' };
    const named = await service.signingKey({ ...place, tokenLabel: 'UJI' }, answering(USER_PIN));
    await named.sign(DATA, 'RSA_PKCS1_SHA256', PURPOSE);
    const refused = service.signingKey({ ...place, tokenLabel: 'TIADA' }, answering());
    expect((await refusedWith(refused)).code).toBe('TOKEN_NONE');
    const facts = await readPinFacts(service, { module: faulty.module, serial: '', label: 'UJI' });
    expect(facts.label).toBe('UJI');
    const nobody = readPinFacts(service, { module: faulty.module, serial: '' });
    expect((await refusedWith(nobody)).code).toBe('TOKEN_AMBIGUOUS');
  });

  test('another token in the place of the one that was meant gets no PIN', async () => {
    const service = serve('serial-empty');
    const prompt = answering();
    const place = { module: faulty.module, tokenSerial: '', tokenLabel: 'UJI', id: '01' };
    const key = await service.signingKey(place, prompt);
    takeAway('UJI');
    const { code } = await refusedWith(key.sign(DATA, 'RSA_PKCS1_SHA256', PURPOSE));
    // SoftHSM goes on naming the slot of a token that is gone, and cannot read it.
    expect(['TOKEN_NONE', 'TOKEN_GENERAL_ERROR']).toContain(code);
    expect(prompt.requests).toEqual([]);
  });

  test('one that cannot be read keeps nobody from another', async () => {
    const service = serve('none');
    const [uji] = (await service.list()).tokens.filter(({ label }) => label === 'UJI');
    const place = { module: faulty.module, tokenSerial: uji?.serial ?? '', id: '01' };
    const key = await service.signingKey(place, answering(USER_PIN));
    takeAway('KEMBAR');
    await key.sign(DATA, 'RSA_PKCS1_SHA256', PURPOSE);
  });

  test('of two certificates over one key, the one that was chosen signs', async () => {
    const [key] = token.keys;
    const renewed = join(folder, 'diperbarui.der');
    const subject = '/C=ID/O=LATIHAN/CN=PENANDA TANGAN diperbarui';
    execFileSync('openssl', [
      ...['req', '-x509', '-new', '-key', key.keyFile, '-days', '30', '-subj', subject],
      ...['-outform', 'DER', '-out', renewed],
    ]);
    execFileSync(
      'pkcs11-tool',
      [
        ...['--module', token.module, '--token-label', 'UJI', '--login', '--pin', USER_PIN],
        ...['--write-object', renewed, '--type', 'cert', '--id', key.id, '--label', 'baru'],
      ],
      { env: { ...process.env, ...token.env }, stdio: 'ignore' },
    );
    const service = serve('none');
    const listed = (await service.list()).tokens.find(({ label }) => label === 'UJI');
    const place = { module: faulty.module, tokenSerial: listed?.serial ?? '', id: key.id };
    expect((await refusedWith(service.signingKey(place, answering()))).code).toBe('CERT_AMBIGUOUS');
    for (const der of [new Uint8Array(readFileSync(renewed)), key.certificate]) {
      const { sha256 } = readCertificate(der);
      const chosen = await service.signingKey({ ...place, sha256 }, answering(USER_PIN));
      expect(chosen.certificate).toEqual(der);
      await chosen.sign(DATA, 'RSA_PKCS1_SHA256', PURPOSE);
    }
  });

  /** Until the test's end. */
  function takeAway(label: string): void {
    const own = tokenFolderOf(label);
    const away = `${folder}/${basename(own)}`;
    renameSync(own, away);
    onTestFinished(() => renameSync(away, own));
  }

  /** SoftHSM keeps each token in a folder of its own, with its label in `token.object`. */
  function tokenFolderOf(label: string): string {
    const folders = readdirSync(token.tokensFolder).map((name) => join(token.tokensFolder, name));
    const own = folders.find((path) =>
      readFileSync(join(path, 'token.object'), 'latin1').includes(label),
    );
    if (own === undefined) throw new Error(`no token ${label}`);
    return own;
  }
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
