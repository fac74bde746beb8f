// The files are made by openssl and, where it is installed, by Java; the values are verified by Node.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openP12 } from '../../../core/cms/p12-key.ts';
import type { ErrorCode } from '../../../core/domain/error-code.ts';
import { PenaError, toPenaError, type ErrorParams } from '../../../core/domain/pena-error.ts';
import { DIGEST_OF, type SignatureAlgorithm } from '../../../core/domain/signature-algorithm.ts';
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
];

beforeAll(() => {
  const ca = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...ca, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=CA');
  for (const [name, , [kind = '', option = '']] of KINDS) {
    openssl('genpkey', '-algorithm', kind, '-pkeyopt', option, '-out', `${name}.key`);
    openssl('req', '-new', '-key', `${name}.key`, '-subj', `/CN=${name}`, '-out', 'req.csr');
    const issue = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-out', `${name}.pem`];
    openssl('x509', '-req', '-in', 'req.csr', ...issue);
  }
}, 30_000);

test.each(KINDS)('opens a file of OpenSSL and signs with %s', async (name, algorithm) => {
  const key = await openP12(p12(name, PASSPHRASE), bytes(PASSPHRASE));
  const certificate = new X509Certificate(key.certificate);
  expect(certificate.subject).toBe(`CN=${name}`);
  expect(key.chain.map((der) => new X509Certificate(der).subject)).toEqual(['CN=CA']);
  const value = await key.sign(DATA, algorithm, { documents: [] });
  expect(verify(DIGEST_OF[algorithm], DATA, certificate.publicKey, value)).toBe(true);
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

test.each(['', 'é€😀 dan ñ', 'x'.repeat(200)])('takes the passphrase %j', async (passphrase) => {
  const file = p12('p256', passphrase);
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
}, 30_000);

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
    'Triple-DES of old Windows',
    ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES'],
    'CMS_ALGORITHM_UNSUPPORTED',
    { algorithm: '1.2.840.113549.1.12.1.3' },
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
