// OpenSSL as the other side: what we build it accepts, what it builds we verify.
import { execFileSync } from 'node:child_process';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { algorithmFor, readCertificate } from '../../../core/cms/certificate.ts';
import { buildSignedAttributes } from '../../../core/cms/signed-attributes.ts';
import { buildSignedData } from '../../../core/cms/signed-data.ts';
import { readSignedData } from '../../../core/cms/signed-data-reader.ts';
import {
  isTokenIntact,
  readTimestampToken,
  verifyTimestampToken,
} from '../../../core/cms/timestamp-token.ts';
import { verifySignedData } from '../../../core/cms/verify.ts';
import { DIGEST_OF } from '../../../core/domain/signature-algorithm.ts';
import { CertificatePool } from '../../../core/trust/certificate-pool.ts';
import { findPath } from '../../../core/trust/certification-path.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';
import { derOfPem } from '../support/pem.ts';

const CONFIG = `
[req]
distinguished_name = dn
prompt = no
string_mask = utf8only
[dn]
C = ID
O = LATIHAN
CN = LATIHAN OpenSSL
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[signer]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
[tsa]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa_default]
default_tsa = tsa_service
[tsa_service]
serial = $dir/tsa.serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384
ess_cert_id_alg = sha256
ess_cert_id_chain = no
`;

const KEYS = {
  rsa: ['RSA', 'rsa_keygen_bits:2048'],
  p256: ['EC', 'ec_paramgen_curve:P-256'],
  p384: ['EC', 'ec_paramgen_curve:P-384'],
} as const;
const KINDS = ['rsa', 'p256', 'p384'] as const;

const dir = sharedTemporaryFolder();
const file = (name: string): string => join(dir, name);
const openssl = (...args: readonly string[]): string =>
  execFileSync('openssl', args, { cwd: dir, encoding: 'utf8', stdio: 'pipe' });
const der = (name: string): Uint8Array => Uint8Array.from(readFileSync(file(name)));
const CONTENT = Buffer.from('isi\r\nkeputusan\n\0 wali kota');

function certificate(
  name: string,
  kind: keyof typeof KEYS,
  section: string,
  issuer?: string,
): void {
  const [algorithm, option] = KEYS[kind];
  openssl('genpkey', '-algorithm', algorithm, '-pkeyopt', option, '-out', `${name}.key`);
  const by = issuer ? ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`] : [];
  const subject = ['-subj', `/C=ID/O=LATIHAN/CN=LATIHAN ${name}`];
  const how = ['-config', 'openssl.cnf', '-extensions', section, '-days', '30'];
  openssl(
    'req',
    '-x509',
    '-new',
    '-key',
    `${name}.key`,
    '-out',
    `${name}.pem`,
    ...subject,
    ...how,
    ...by,
  );
}

beforeAll(() => {
  writeFileSync(file('openssl.cnf'), CONFIG.replace('$dir', dir));
  writeFileSync(file('content'), CONTENT);
  certificate('root', 'rsa', 'ca');
  certificate('sub', 'p384', 'ca', 'root');
  for (const kind of KINDS) certificate(kind, kind, 'signer', 'sub');
  certificate('tsa', 'rsa', 'tsa', 'sub');
});

describe.each(KINDS)('with a %s key', (kind) => {
  it('openssl accepts what we build, as CAdES', () => {
    const signer = derOfPem(file(`${kind}.pem`));
    const algorithm = algorithmFor(readCertificate(signer));
    const digest = createHash(DIGEST_OF[algorithm]).update(CONTENT).digest();
    const signedAttributes = buildSignedAttributes({
      digest,
      digestAlgorithm: DIGEST_OF[algorithm],
      certificate: signer,
    });
    const key = createPrivateKey(readFileSync(file(`${kind}.key`)));
    const signature = sign(DIGEST_OF[algorithm], signedAttributes, key);
    const chain = [derOfPem(file('sub.pem'))];
    const cms = buildSignedData({
      signedAttributes,
      signature,
      algorithm,
      certificate: signer,
      chain,
    });
    writeFileSync(file('ours.der'), cms);
    const verify = (content: string) =>
      openssl(
        ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', 'ours.der'],
        ...['-content', content, '-CAfile', 'root.pem', '-purpose', 'any', '-out', 'out'],
      );
    verify('content');
    expect(der('out')).toEqual(Uint8Array.from(CONTENT));
    expect(verifySignedData(cms, digest)).toEqual({ ok: true });
    writeFileSync(file('changed'), Buffer.concat([CONTENT, Buffer.from('!')]));
    expect(() => verify('changed')).toThrow();
  });

  it.each([
    ['CAdES', ['-cades']],
    ['plain', []],
    ['indefinite length', ['-stream']],
    ['named by key identifier', ['-keyid']],
    ...(kind === 'rsa'
      ? [
          ['no signed attributes', ['-noattr']] as const,
          ['RSASSA-PSS', ['-keyopt', 'rsa_padding_mode:pss']] as const,
        ]
      : []),
  ] as const)('we accept what openssl builds: %s', (_, options) => {
    openssl(
      ...['cms', '-sign', '-binary', '-md', 'sha256', '-in', 'content', '-outform', 'DER'],
      ...['-out', 'theirs.der', '-signer', `${kind}.pem`, '-inkey', `${kind}.key`],
      ...['-certfile', 'sub.pem', ...options],
    );
    const cms = der('theirs.der');
    const digest = createHash('sha256').update(CONTENT).digest();
    expect(verifySignedData(cms, digest)).toEqual({ ok: true });
    const wrong = verifySignedData(cms, createHash('sha256').update('other').digest());
    expect(wrong).toEqual({ ok: false, reason: 'DIGEST_MISMATCH' });
  });

  it('names and dates are those that openssl reads', () => {
    const read = readCertificate(derOfPem(file(`${kind}.pem`)));
    const shown = openssl(
      ...['x509', '-in', `${kind}.pem`, '-noout', '-subject', '-issuer', '-serial', '-enddate'],
      ...['-nameopt', 'RFC2253,sep_comma_plus_space', '-dateopt', 'iso_8601'],
    );
    expect(shown.split('\n').slice(0, 4)).toEqual([
      `subject=${read.subject}`,
      `issuer=${read.issuer}`,
      `serial=${read.serial.toUpperCase()}`,
      `notAfter=${read.notAfter.toISOString().replace('T', ' ').replace('.000', '')}`,
    ]);
  });

  it('openssl verifies the path that we find', () => {
    const pool = new CertificatePool([derOfPem(file('root.pem'))]);
    pool.read(derOfPem(file('sub.pem')));
    const path = findPath(pool.read(derOfPem(file(`${kind}.pem`))), pool, new Date());
    expect(path.failure).toBeNull();
    openssl('verify', '-CAfile', 'root.pem', '-untrusted', 'sub.pem', `${kind}.pem`);
  });
});

describe('a digestAlgorithm that names the signature’s algorithm, as old CryptoAPI writes it', () => {
  it.each([['without'], ['with']])('is read as its hash, %s signed attributes', (attributes) => {
    openssl(
      ...['cms', '-sign', '-binary', '-md', 'sha256', '-in', 'content', '-outform', 'DER'],
      ...['-signer', 'rsa.pem', '-inkey', 'rsa.key', '-out', 'odd.der'],
      ...(attributes === 'without' ? ['-noattr'] : []),
    );
    // Object identifiers of the same length: SHA-256 and sha256WithRSAEncryption.
    const odd = der('odd.der');
    const from = Buffer.from('0609608648016503040201', 'hex');
    const to = Buffer.from('06092a864886f70d01010b', 'hex');
    const found = [...odd.keys()].filter((at) => from.equals(odd.subarray(at, at + from.length)));
    for (const at of found) odd.set(to, at);
    const digestOf = (text: Uint8Array) => createHash('sha256').update(text).digest();
    expect(found.length).toBeGreaterThanOrEqual(2);
    expect(verifySignedData(odd, digestOf(CONTENT))).toEqual({ ok: true });
    const wrong = { ok: false, reason: 'DIGEST_MISMATCH' };
    expect(verifySignedData(odd, digestOf(Buffer.from('other')))).toEqual(wrong);
  });
});

describe('a time stamp of openssl', () => {
  it('is read and verified', () => {
    writeFileSync(file('tsa.serial'), '01\n');
    openssl('ts', '-query', '-data', 'content', '-sha256', '-cert', '-out', 'query');
    openssl(
      ...[
        'ts',
        '-reply',
        '-queryfile',
        'query',
        '-config',
        'openssl.cnf',
        '-section',
        'tsa_service',
      ],
      ...['-signer', 'tsa.pem', '-inkey', 'tsa.key', '-chain', 'sub.pem'],
      ...['-token_out', '-out', 'token'],
    );
    const token = readTimestampToken(readSignedData(der('token')));
    const over = (content: Uint8Array) =>
      verifyTimestampToken(token, (hash) => createHash(hash).update(content).digest());
    expect(Math.abs(token.time.getTime() - Date.now())).toBeLessThan(60_000);
    expect(over(CONTENT)).toMatchObject({ purposeRight: true, reference: 'match' });
    expect(isTokenIntact(over(CONTENT))).toBe(true);
    expect(isTokenIntact(over(Buffer.from('other')))).toBe(false);
  });
});
