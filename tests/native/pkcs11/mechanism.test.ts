import {
  createHash,
  generateKeyPairSync,
  privateEncrypt,
  constants,
  sign,
  verify,
} from 'node:crypto';
import { expect, test } from 'vitest';
import { ecdsaSigValue } from '../../../native/pkcs11/ecdsa-value.ts';
import { signingMethods } from '../../../native/pkcs11/mechanism.ts';

const DATA = new TextEncoder().encode('atribut');
const hex = (bytes: Uint8Array | null): string | null =>
  bytes && Buffer.from(bytes).toString('hex');
const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

test('prefers the token that hashes itself, and raw ECDSA', () => {
  const chosen = (...args: Parameters<typeof signingMethods>): number[] =>
    signingMethods(...args).map(({ mechanism }) => mechanism);
  expect(chosen('RSA_PKCS1_SHA256', [0x1, 0x3, 0x40])).toEqual([0x40, 0x1]);
  expect(chosen('RSA_PKCS1_SHA256', [0x1])).toEqual([0x1]);
  expect(chosen('ECDSA_P256_SHA256', [0x1044, 0x1041])).toEqual([0x1041, 0x1044]);
  expect(chosen('ECDSA_P384_SHA384', [0x1044, 0x1045])).toEqual([0x1045]);
  expect(chosen('ECDSA_P384_SHA384', [0x1])).toEqual([]);
  expect(chosen('RSA_PKCS1_SHA256', [])).toEqual([0x40, 0x1]);
});

test('makes the DigestInfo that CKM_RSA_PKCS signs', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [method] = signingMethods('RSA_PKCS1_SHA256', [0x1]);
  // What the token does: PKCS #1 v1.5 padding around the input, then the private key.
  const padding = constants.RSA_PKCS1_PADDING;
  const raw = privateEncrypt({ key: privateKey, padding }, method!.input(DATA));
  expect(verify('sha256', DATA, publicKey, method!.value(raw)!)).toBe(true);
});

test.each([
  ['ECDSA_P256_SHA256', 'prime256v1', 'sha256'],
  ['ECDSA_P384_SHA384', 'secp384r1', 'sha384'],
] as const)('feeds %s a digest and turns r || s into DER', (algorithm, namedCurve, digest) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve });
  const [method] = signingMethods(algorithm, [0x1041]);
  expect(hex(method!.input(DATA))).toBe(createHash(digest).update(DATA).digest('hex'));
  for (let i = 0; i < 50; i++) {
    const raw = sign(digest, DATA, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    expect(verify(digest, DATA, publicKey, method!.value(raw)!)).toBe(true);
  }
});

test.each([
  // X.690 8.3: shortest form, a zero byte where the first bit is set.
  ['0102', '3006020101020102'],
  ['80ff', '300802020080020200ff'],
  ['00010002', '3006020101020102'],
  ['00000000', '3006020100020100'],
  ['ff'.repeat(132), `3081${(0x8a).toString(16)}024300${'ff'.repeat(66)}024300${'ff'.repeat(66)}`],
])('writes r || s %s as %s', (raw, der) => {
  expect(hex(ecdsaSigValue(fromHex(raw)))).toBe(der);
});

test.each(['', '01', '010203', 'ff'.repeat(134)])('refuses %s as r || s', (raw) => {
  expect(ecdsaSigValue(fromHex(raw))).toBeNull();
});
