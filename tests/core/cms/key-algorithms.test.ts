// Which algorithm is taken for a key, with and without a preference.
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { readWholeBer } from '../../../core/cms/ber.ts';
import { algorithmsOf, chooseAlgorithm } from '../../../core/cms/key-algorithms.ts';
import { type PublicKey, readPublicKey } from '../../../core/cms/public-key.ts';
import type { AlgorithmPreference } from '../../../core/domain/signature-algorithm.ts';
import { type KeyKind, makeKey } from '../support/test-certificates.ts';

const key = (kind: KeyKind): PublicKey => readPublicKey(readWholeBer(makeKey(kind).spki));

test.each<[KeyKind, AlgorithmPreference, string]>([
  ['rsa', {}, 'RSA_PKCS1_SHA256'],
  ['rsa', { scheme: 'pss' }, 'RSA_PSS_SHA256'],
  ['rsa', { hash: 'sha512' }, 'RSA_PKCS1_SHA512'],
  ['rsa', { scheme: 'pss', hash: 'sha384' }, 'RSA_PSS_SHA384'],
  ['rsa', { scheme: 'pkcs1', hash: undefined }, 'RSA_PKCS1_SHA256'],
  ['rsa-pss', { hash: 'sha512' }, 'RSA_PSS_SHA512'],
  // A key that leaves no choice is signed with as it must be.
  ['rsa-pss', { scheme: 'pkcs1' }, 'RSA_PSS_SHA256'],
  ['rsa-pss-384', { scheme: 'pss', hash: 'sha512' }, 'RSA_PSS_SHA384'],
  ['p256', { scheme: 'pss', hash: 'sha512' }, 'ECDSA_P256_SHA256'],
  ['p521', { hash: 'sha256' }, 'ECDSA_P521_SHA512'],
  ['ed25519', { scheme: 'pkcs1', hash: 'sha256' }, 'ED25519'],
])('a %s key with the preference %j signs by %s', (kind, preference, algorithm) => {
  expect(chooseAlgorithm(key(kind), preference)).toBe(algorithm);
});

const pss = (hashAlgorithm: string, mgf1HashAlgorithm: string, saltLength: number): Uint8Array =>
  generateKeyPairSync('rsa-pss', {
    ...{ modulusLength: 2048, hashAlgorithm, mgf1HashAlgorithm },
    // A number, where the types say text.
    ...({ saltLength } as object),
  }).publicKey.export({ format: 'der', type: 'spki' });

test('a key may ask for a shorter salt than ours', () => {
  const short = readPublicKey(readWholeBer(pss('sha256', 'sha256', 20)));
  expect(algorithmsOf(short)).toEqual(['RSA_PSS_SHA256']);
});

test.each([
  ['SHA-1', pss('sha1', 'sha1', 20)],
  ['a mask of another hash function', pss('sha256', 'sha384', 32)],
  ['a longer salt than the digest', pss('sha256', 'sha256', 40)],
  ['a curve not made here', spki('ec', 'brainpoolP256r1')],
  ['Ed448', spki('ed448')],
  ['X25519', spki('x25519')],
])('a key with %s is not signed with', (_what, bytes) => {
  expect(() => algorithmsOf(readPublicKey(readWholeBer(bytes)))).toThrow(
    expect.objectContaining({ code: 'CMS_ALGORITHM_UNSUPPORTED' }),
  );
});

test('an RSA key under 2048 bits is not signed with, PSS or not', () => {
  const weak = generateKeyPairSync('rsa-pss', { modulusLength: 1024 }).publicKey;
  const bytes = weak.export({ format: 'der', type: 'spki' });
  for (const one of [key('rsa1024'), readPublicKey(readWholeBer(bytes))]) {
    expect(() => algorithmsOf(one)).toThrow(
      expect.objectContaining({ code: 'CERT_KEY_WEAK', params: { bits: 1024 } }),
    );
  }
});

function spki(type: 'ec' | 'ed448' | 'x25519', namedCurve = ''): Uint8Array {
  const { publicKey } =
    type === 'ec'
      ? generateKeyPairSync('ec', { namedCurve })
      : type === 'ed448'
        ? generateKeyPairSync('ed448')
        : generateKeyPairSync('x25519');
  return publicKey.export({ format: 'der', type: 'spki' });
}
