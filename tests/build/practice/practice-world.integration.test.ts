// The practice world is what it says: names, uses, token, PKCS#12 and services, judged by openssl.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, tryRun } from '../../../build/lib/command.mjs';
import {
  PRACTICE_P12_PASSPHRASE,
  PRACTICE_PIN,
  TOKEN_LABEL,
} from '../../../build/practice/constants.mjs';
import { bearsPracticeMark } from '../../../core/domain/practice-mark.ts';
import { root } from '../../../build/lib/root.mjs';
import { practiceProfile } from '../../../build/practice/practice-profile.mjs';
import { issue, openssl, revoke } from '../../../build/practice/pki.mjs';
import {
  makePracticeWorld,
  openPracticeWorld,
  type PracticeWorld,
} from '../../../build/practice/practice-world.mjs';
import { startServices, type Services } from '../../../build/practice/services.mjs';
import { missingForToken } from '../../../build/practice/token.mjs';

let dir: string;
let world: PracticeWorld;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'pena-practice-test-'));
  world = await makePracticeWorld(dir);
});

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const certificate = (name: string) => new X509Certificate(readFileSync(join(world.pki, name)));

describe('practice world', () => {
  it.each(['ca.pem', 'signer.pem', 'ocsp.pem', 'tsa.pem'])(
    'says LATIHAN in every name: %s',
    (name) => {
      expect(certificate(name).subject).toContain('O=LATIHAN');
      expect(/CN=(.*)/.exec(certificate(name).subject)?.[1]).toContain('LATIHAN');
      expect(/CN=(.*)/.exec(certificate(name).issuer)?.[1]).toContain('LATIHAN');
    },
  );

  it.each([
    ['signer.pem', 'any'],
    ['tsa.pem', 'timestampsign'],
    ['ocsp.pem', 'ocsphelper'],
  ])('issues %s so that openssl accepts it for %s', async (name, purpose) => {
    const { output } = await run('openssl', [
      ...['verify', '-x509_strict', '-purpose', purpose, '-CAfile', join(world.pki, 'ca.pem')],
      join(world.pki, name),
    ]);
    expect(output).toContain('OK');
  });

  it.each(['ca.pem', 'signer.pem', 'ocsp.pem', 'tsa.pem'])(
    'bears the mark outside which nobody trusts it: %s',
    (name) => {
      expect(bearsPracticeMark(certificate(name).raw)).toBe(true);
    },
  );

  it('lies in a profile of its own, where practice mode finds its token', async () => {
    const env = { ...practiceProfile(world), PENA_PRACTICE: '1' };
    const { output } = await run(process.execPath, [join(root, 'cli/bin.js'), 'tokens', '--json'], {
      env,
    });
    expect(output).toContain(world.tokenSerial ?? '');
    expect(JSON.stringify(env)).toContain(dir);
  });

  it('writes a PKCS#12 file that opens with the published passphrase', async () => {
    const { output } = await run(
      'openssl',
      ['pkcs12', '-in', world.p12, '-passin', 'stdin', '-nokeys'],
      { input: `${PRACTICE_P12_PASSPHRASE}\n` },
    );
    expect(output).toContain('NAMA PEJABAT LATIHAN');
    expect(output).toContain('CA LATIHAN Pena');
  });

  it.skipIf(missingForToken().length > 0)('puts key and certificate on a token', async () => {
    const { output } = await run(
      'pkcs11-tool',
      [
        ...['--module', world.module ?? '', '--token-label', TOKEN_LABEL],
        ...['--login', '--pin', PRACTICE_PIN, '--list-objects'],
      ],
      { env: { SOFTHSM2_CONF: world.softhsmConf ?? '' } },
    );
    expect(output).toContain('Private Key Object; RSA');
    expect(output).toContain('CN=NAMA PEJABAT LATIHAN');
    expect(world.tokenSerial).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is found again, not made again', async () => {
    expect(await openPracticeWorld(dir)).toEqual({ world, made: false });
  });
});

describe('practice services', () => {
  let services: Services;
  beforeAll(async () => {
    services = await startServices(world.pki, world.port);
  });
  afterAll(() => services.stop());

  const ask = (serialOf: string) =>
    tryRun(
      'openssl',
      [
        ...['ocsp', '-issuer', 'ca.pem', '-cert', serialOf, '-url', services.ocspUrl],
        ...['-CAfile', 'ca.pem'],
      ].map((arg) => (arg.endsWith('.pem') ? join(world.pki, arg) : arg)),
    );

  it('stand at the address written into the certificates', () => {
    expect(services.expectedPort).toBe(true);
    expect(certificate('signer.pem').infoAccess).toContain(services.ocspUrl);
  });

  it('answer OCSP: good, and revoked with the reason', async () => {
    expect((await ask('signer.pem')).output).toMatch(/verify OK[\s\S]*signer.pem: good/);
    const ca = {
      dir: world.pki,
      certificate: join(world.pki, 'ca.pem'),
      certificateDer: join(world.pki, 'ca.der'),
      key: join(world.pki, 'ca.key'),
    };
    const lost = await issue(ca, 'lost', 'signer', { subject: '/O=LATIHAN/CN=HILANG LATIHAN' });
    await revoke(ca, lost, 'keyCompromise');
    expect((await ask('lost.pem')).output).toMatch(/lost.pem: revoked[\s\S]*keyCompromise/);
    const crl = Buffer.from(await (await fetch(services.crlUrl)).arrayBuffer());
    const { output } = await openssl(world.pki, ['crl', '-inform', 'DER', '-noout', '-text'], crl);
    expect(output).toContain('Key Compromise');
  });

  it('answer time-stamp requests that openssl verifies', async () => {
    const data = join(world.pki, 'ca.der');
    const { stdout: query } = await run('openssl', [
      ...['ts', '-query', '-data', data, '-sha256', '-cert'],
    ]);
    const response = await fetch(services.tsaUrl, { method: 'POST', body: new Uint8Array(query) });
    expect(response.headers.get('content-type')).toBe('application/timestamp-reply');
    const reply = join(dir, 'reply.tsr');
    writeFileSync(reply, Buffer.from(await response.arrayBuffer()));
    const { output } = await run('openssl', [
      ...['ts', '-verify', '-data', data, '-in', reply, '-CAfile', join(world.pki, 'ca.pem')],
    ]);
    expect(output).toContain('Verification: OK');
  });

  it('refuse what they do not know', async () => {
    expect((await fetch(`${services.ocspUrl}x`)).status).toBe(404);
  });
});
