// The files are made by openssl and, where it is installed, by Java; the values are verified by Node.
import { execFileSync, spawnSync } from 'node:child_process';
import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openP12 } from '../../../core/cms/p12-key.ts';
import type { ErrorCode } from '../../../core/domain/error-code.ts';
import { PenaError, toPenaError, type ErrorParams } from '../../../core/domain/pena-error.ts';
import { DIGEST_OF, type SignatureAlgorithm } from '../../../core/domain/signature-algorithm.ts';
import { p12Around, p12Part } from '../support/p12.ts';
import { refusedWith } from '../../support/rejection.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const folder = sharedTemporaryFolder();
const at = (name: string): string => join(folder, name);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const PASSPHRASE = 'kata sandi';
const DATA = bytes('atribut');

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** A file with the key, its certificate and the CA's. */
function p12(name: string, passphrase: string, ...options: string[]): Uint8Array {
  const parts = ['-inkey', `${name}.key`, '-in', `${name}.pem`, '-certfile', 'ca.pem'];
  openssl(
    'pkcs12',
    '-export',
    ...parts,
    ...options,
    '-out',
    'out.p12',
    '-passout',
    `pass:${passphrase}`,
  );
  return new Uint8Array(readFileSync(at('out.p12')));
}

const KINDS: [name: string, SignatureAlgorithm, string[]][] = [
  ['rsa', 'RSA_PKCS1_SHA256', ['RSA', 'rsa_keygen_bits:2048']],
  ['p256', 'ECDSA_P256_SHA256', ['EC', 'ec_paramgen_curve:P-256']],
  ['p384', 'ECDSA_P384_SHA384', ['EC', 'ec_paramgen_curve:P-384']],
  ['p521', 'ECDSA_P521_SHA512', ['EC', 'ec_paramgen_curve:P-521']],
  ['ed25519', 'ED25519', ['ED25519']],
];
/** OpenSSL's `-legacy`: keys under Triple-DES, certificates under RC2 of 40 bits, MAC of SHA-1. */
const LEGACY = ['-legacy'];
const RSA = ['RSA_PKCS1_SHA384', 'RSA_PKCS1_SHA512', 'RSA_PSS_SHA256', 'RSA_PSS_SHA512'] as const;

beforeAll(() => {
  const ca = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...ca, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=CA');
  for (const [name, , [kind = '', ...options]] of KINDS) {
    const option = options.flatMap((value) => ['-pkeyopt', value]);
    openssl('genpkey', '-algorithm', kind, ...option, '-out', `${name}.key`);
    openssl('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-out', 'req.csr');
    const issue = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', `${name}.pem`];
    openssl('x509', '-req', '-in', 'req.csr', ...issue);
  }
});

test.each(KINDS)('opens a file of OpenSSL and signs with %s', async (name, algorithm) => {
  const key = await openP12(p12(name, PASSPHRASE), bytes(PASSPHRASE));
  const certificate = new X509Certificate(key.certificate);
  expect(certificate.subject).toBe(`CN=${name}`);
  expect(key.chain.map((der) => new X509Certificate(der).subject)).toEqual(['CN=CA']);
  const value = await key.sign(DATA, algorithm, { documents: [] });
  const hash = algorithm === 'ED25519' ? null : DIGEST_OF[algorithm];
  expect(verify(hash, DATA, certificate.publicKey, value)).toBe(true);
});

test.each(RSA)('signs with %s too, under an RSA key', async (algorithm) => {
  const key = await openP12(p12('rsa', PASSPHRASE), bytes(PASSPHRASE));
  const value = await key.sign(DATA, algorithm, { documents: [] });
  const hash = DIGEST_OF[algorithm];
  const padding = algorithm.includes('PSS')
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: Number(hash.slice(3)) / 8 }
    : { padding: constants.RSA_PKCS1_PADDING };
  const publicKey = new X509Certificate(key.certificate).publicKey;
  expect(verify(hash, DATA, { key: publicKey, ...padding }, value)).toBe(true);
});

test.each([
  ['AES-128, SHA-1', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'SHA1']],
  ['SHA-384 in the MAC', ['-macalg', 'SHA384']],
  ['SHA-512 in the MAC', ['-macalg', 'SHA512']],
  ['one iteration', ['-iter', '1', '-nomaciter']],
  ['many iterations', ['-iter', '100000']],
  ['no MAC', ['-nomac']],
  ['plain certificates', ['-certpbe', 'NONE']],
  ['nothing encrypted but the MAC', ['-certpbe', 'NONE', '-keypbe', 'NONE']],
])('opens a file with %s', async (_what, options) => {
  const key = await openP12(p12('p256', PASSPHRASE, ...options), bytes(PASSPHRASE));
  expect(new X509Certificate(key.certificate).subject).toBe('CN=p256');
});

test.each([
  ['as OpenSSL 1.1 and BSrE wrote it', []],
  ['of old Windows', ['-certpbe', 'PBE-SHA1-3DES']],
  ['with two keys of Triple-DES', ['-keypbe', 'PBE-SHA1-2DES', '-certpbe', 'PBE-SHA1-2DES']],
  ['with RC2 of 128 bits', ['-keypbe', 'PBE-SHA1-RC2-128', '-certpbe', 'PBE-SHA1-RC2-128']],
  ['with RC2 of 40 bits for the key too', ['-keypbe', 'PBE-SHA1-RC2-40']],
  ['without a MAC', ['-nomac']],
])('opens an old file %s', async (_what, options) => {
  const file = p12('rsa', PASSPHRASE, ...LEGACY, ...options);
  const key = await openP12(file, bytes(PASSPHRASE));
  expect(new X509Certificate(key.certificate).subject).toBe('CN=rsa');
  expect(key.chain).toHaveLength(1);
  const value = await key.sign(DATA, 'RSA_PKCS1_SHA256', { documents: [] });
  expect(verify('sha256', DATA, new X509Certificate(key.certificate).publicKey, value)).toBe(true);
  expect((await refusedWith(openP12(file, bytes('kata sandi lain')))).code).toBe(
    'P12_PASSPHRASE_INCORRECT',
  );
});

test('opens a file whose empty passphrase stands for no octets at all', async () => {
  // OpenSSL makes one where the passphrase is absent, as Windows and NSS do for an empty one.
  const file = readFileSync(new URL('fixtures/no-passphrase.p12', import.meta.url));
  const key = await openP12(new Uint8Array(file), new Uint8Array(0));
  expect(new X509Certificate(key.certificate).subject).toBe('CN=p256');
});

test.each([
  ['', []],
  ['é€😀 dan ñ', []],
  ['x'.repeat(200), []],
  ['', LEGACY],
  ['é€😀 dan ñ', LEGACY],
])('takes the passphrase %j %j', async (passphrase, options) => {
  const file = p12('p256', passphrase, ...options);
  await openP12(file, bytes(passphrase));
  expect((await refusedWith(openP12(file, bytes(`${passphrase}x`)))).code).toBe(
    'P12_PASSPHRASE_INCORRECT',
  );
});

test('opens a file of Java', async ({ skip }) => {
  if (spawnSync('keytool', ['-help']).error) skip('skipped: no keytool');
  p12('rsa', PASSPHRASE);
  const from = ['-srckeystore', at('out.p12'), '-srcstorepass', PASSPHRASE];
  const to = ['-destkeystore', at('java.p12'), '-deststorepass', PASSPHRASE];
  const types = ['-srcstoretype', 'PKCS12', '-deststoretype', 'PKCS12', '-noprompt'];
  execFileSync('keytool', ['-importkeystore', ...from, ...to, ...types], { stdio: 'ignore' });
  const key = await openP12(new Uint8Array(readFileSync(at('java.p12'))), bytes(PASSPHRASE));
  expect(new X509Certificate(key.certificate).subject).toBe('CN=rsa');
});

test('keeps nothing of the passphrase and leaves it to its owner', async () => {
  const passphrase = bytes(PASSPHRASE);
  await openP12(p12('p256', PASSPHRASE), passphrase);
  expect(Buffer.from(passphrase).toString()).toBe(PASSPHRASE);
});

test('signs only with the algorithm of its certificate', async () => {
  const key = await openP12(p12('p384', PASSPHRASE), bytes(PASSPHRASE));
  const wrong = key.sign(DATA, 'ECDSA_P256_SHA256', { documents: [] });
  expect((await refusedWith(wrong)).code).toBe('CMS_ALGORITHM_UNSUPPORTED');
});

test.each<[string, string[], ErrorCode, ErrorParams]>([
  ['no key', ['-nokeys'], 'CERT_KEY_MISSING', {}],
  [
    'RC4',
    [...LEGACY, '-keypbe', 'PBE-SHA1-RC4-128', '-certpbe', 'NONE'],
    'CMS_ALGORITHM_UNSUPPORTED',
    { algorithm: '1.2.840.113549.1.12.1.1' },
  ],
])('names a file with %s', async (_what, options, code, params) => {
  const refused = await refusedWith(
    openP12(p12('p256', PASSPHRASE, ...options), bytes(PASSPHRASE)),
  );
  expect(refused).toEqual({ code, params });
});

test('names a key whose certificate is not in the file', async () => {
  openssl(
    ...['pkcs12', '-export', '-inkey', 'p256.key', '-nocerts', '-out', 'out.p12'],
    ...['-passout', `pass:${PASSPHRASE}`],
  );
  const file = new Uint8Array(readFileSync(at('out.p12')));
  expect((await refusedWith(openP12(file, bytes(PASSPHRASE)))).code).toBe('CERT_NOT_FOUND');
});

test('answers every cut and every changed byte with a code of its own', async () => {
  const file = p12('p256', PASSPHRASE, '-iter', '1', '-nomaciter');
  const codes = new Set<string>();
  const digest = createHash('sha256').update(file).digest('hex');
  const tryOut = async (changed: Uint8Array): Promise<void> => {
    await openP12(changed, bytes(PASSPHRASE)).catch((thrown: unknown) => {
      if (!(thrown instanceof PenaError)) throw new Error(`at ${digest}`, { cause: thrown });
      codes.add(toPenaError(thrown).code);
    });
  };
  for (let length = 0; length < file.length; length++) await tryOut(file.subarray(0, length));
  expect([...codes]).toEqual(['P12_MALFORMED']);
  for (let i = 0; i < file.length; i++) {
    const changed = file.slice();
    changed[i] = (changed[i] ?? 0) ^ 0x15;
    await tryOut(changed);
  }
  expect([...codes].sort()).toEqual([
    'CMS_ALGORITHM_UNSUPPORTED',
    'P12_MALFORMED',
    'P12_PASSPHRASE_INCORRECT',
  ]);
});

test('does not let a file count for ever', async () => {
  const file = p12('p256', PASSPHRASE, '-macalg', 'SHA256', '-nomaciter', '-iter', '2000001');
  expect((await refusedWith(openP12(file, bytes(PASSPHRASE)))).code).toBe('P12_MALFORMED');
});

test('does not let a file have it derive keys without end', async () => {
  const options = ['-v1', 'PBE-SHA1-3DES', '-iter', '1', '-outform', 'DER', '-out', 'key.der'];
  openssl('pkcs8', '-topk8', '-in', 'p256.key', ...options, '-passout', `pass:${PASSPHRASE}`);
  const bag = p12Part('1.2.840.113549.1.12.10.1.2', new Uint8Array(readFileSync(at('key.der'))));
  const codeWith = async (bags: number): Promise<string> =>
    (await refusedWith(openP12(p12Around(Array<Uint8Array>(bags).fill(bag)), bytes(PASSPHRASE))))
      .code;
  expect(await codeWith(32)).toBe('CERT_NOT_FOUND');
  expect(await codeWith(33)).toBe('P12_MALFORMED');
});
