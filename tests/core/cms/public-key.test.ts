// Which keys are verified with, and what that costs.
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readWholeBer } from '../../../core/cms/ber.ts';
import { der, DER_NULL, derOid, derSequence } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { canVerify, costOf, readPublicKey } from '../../../core/cms/public-key.ts';

const RSA = { kind: 'rsa', hash: 'sha256' } as const;
const keyOf = (spki: Uint8Array) => readPublicKey(readWholeBer(spki));
const made = (bits: number, publicExponent: number) => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits, publicExponent });
  return keyOf(publicKey.export({ type: 'spki', format: 'der' }));
};
/** A key that nobody has. */
function claimed(octets: number, exponentOctets: number) {
  const modulus = der(2, Uint8Array.of(0), new Uint8Array(octets).fill(0xff));
  const key = derSequence(modulus, der(2, new Uint8Array(exponentOctets).fill(0x7f)));
  const algorithm = derSequence(derOid(OID.rsaEncryption), DER_NULL);
  return keyOf(derSequence(algorithm, der(3, Uint8Array.of(0), key)));
}

describe('an RSA key', () => {
  it.each([
    [2048, 65_537],
    [2048, 3],
    [3072, 65_537],
  ])('of %i bits with exponent %i is verified with', (bits, exponent) => {
    const key = made(bits, exponent);
    expect(key.size).toBe(bits);
    expect(canVerify(RSA, key)).toBe(true);
  });

  it.each([
    ['of 8,192 bits', 1024, 3, true],
    ['of 16,384 bits', 2048, 3, false],
    ['of 65,536 bits', 8192, 3, false],
    ['with an exponent of 32 bits', 256, 4, true],
    ['with an exponent of 64 bits', 256, 8, false],
    ['with an exponent as long as its modulus', 384, 384, false],
  ])('%s: %#', (_, octets, exponentOctets, verified) => {
    expect(canVerify(RSA, claimed(octets, exponentOctets))).toBe(verified);
  });
});

describe('verifying', () => {
  it('costs more with curves on which OpenSSL is slow, and with long keys', () => {
    const ec = (namedCurve: string) => {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve });
      return costOf(keyOf(publicKey.export({ type: 'spki', format: 'der' })));
    };
    expect(ec('prime256v1')).toBe(costOf(made(2048, 65_537)));
    expect(ec('secp384r1')).toBeGreaterThan(5 * ec('prime256v1'));
    expect(ec('secp521r1')).toBeGreaterThan(ec('secp384r1'));
    expect(costOf(claimed(1024, 3))).toBeGreaterThan(costOf(made(2048, 65_537)));
  });
});
