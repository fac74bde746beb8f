import {
  createHash,
  generateKeyPairSync,
  privateEncrypt,
  constants,
  sign,
  verify,
} from 'node:crypto';
import { expect, test } from 'vitest';
import { DIGEST_OF } from '../../../core/domain/signature-algorithm.ts';
import { ecdsaSigValue } from '../../../native/pkcs11/ecdsa-value.ts';
import { signingMethods } from '../../../native/pkcs11/mechanism.ts';

const DATA = new TextEncoder().encode('atribut');
const hex = (bytes: Uint8Array | null): string | null =>
  bytes && Buffer.from(bytes).toString('hex');
const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

test.each([
  // Numbers of PKCS#11 v2.40 (pkcs11t.h) and, for EdDSA, v3.0.
  ['RSA_PKCS1_SHA256', [0x40, 0x1]],
  ['RSA_PKCS1_SHA384', [0x41, 0x1]],
  ['RSA_PKCS1_SHA512', [0x42, 0x1]],
  ['RSA_PSS_SHA256', [0x43, 0xd]],
  ['RSA_PSS_SHA384', [0x44, 0xd]],
  ['RSA_PSS_SHA512', [0x45, 0xd]],
  ['ECDSA_P256_SHA256', [0x1041, 0x1044]],
  ['ECDSA_P384_SHA384', [0x1041, 0x1045]],
  ['ECDSA_P521_SHA512', [0x1041, 0x1046]],
  ['ED25519', [0x1057]],
] as const)('for %s prefers the token that hashes itself, and raw ECDSA', (algorithm, wanted) => {
  const chosen = (offered: readonly number[]): number[] =>
    signingMethods(algorithm, offered).map(({ mechanism }) => mechanism);
  expect(chosen([])).toEqual(wanted);
  expect(chosen([0x3, ...wanted].reverse())).toEqual(wanted);
  for (const one of wanted) expect(chosen([one])).toEqual([one]);
  expect(chosen([0x3])).toEqual([]);
});

test.each([
  ['RSA_PSS_SHA256', { hash: 0x250, mgf: 2, saltLength: 32 }],
  ['RSA_PSS_SHA384', { hash: 0x260, mgf: 3, saltLength: 48 }],
  ['RSA_PSS_SHA512', { hash: 0x270, mgf: 4, saltLength: 64 }],
] as const)('gives %s its parameters, and a digest where the token does not hash', (name, pss) => {
  const [hashing, raw] = signingMethods(name, []);
  expect([hashing!.pss, raw!.pss]).toEqual([pss, pss]);
  expect(hashing!.input(DATA)).toBe(DATA);
  expect(hex(raw!.input(DATA))).toBe(createHash(DIGEST_OF[name]).update(DATA).digest('hex'));
});

test.each(['RSA_PKCS1_SHA256', 'RSA_PKCS1_SHA384', 'RSA_PKCS1_SHA512'] as const)(
  'makes the DigestInfo that CKM_RSA_PKCS signs for %s',
  (algorithm) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const [method] = signingMethods(algorithm, [0x1]);
    // What the token does: PKCS #1 v1.5 padding around the input, then the private key.
    const padding = constants.RSA_PKCS1_PADDING;
    const raw = privateEncrypt({ key: privateKey, padding }, method!.input(DATA));
    expect(verify(DIGEST_OF[algorithm], DATA, publicKey, method!.value(raw)!)).toBe(true);
  },
);

test.each([
  ['ECDSA_P256_SHA256', 'prime256v1', 64],
  ['ECDSA_P384_SHA384', 'secp384r1', 96],
  ['ECDSA_P521_SHA512', 'secp521r1', 132],
] as const)('feeds %s a digest and turns r || s into DER', (algorithm, namedCurve, length) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve });
  const digest = DIGEST_OF[algorithm];
  const [method] = signingMethods(algorithm, [0x1041]);
  expect(hex(method!.input(DATA))).toBe(createHash(digest).update(DATA).digest('hex'));
  for (let i = 0; i < 50; i++) {
    const raw = sign(digest, DATA, { key: privateKey, dsaEncoding: 'ieee-p1363' });
    expect(raw).toHaveLength(length);
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
