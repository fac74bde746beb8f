// A token's public key object as a SubjectPublicKeyInfo (RFC 5280 4.1.2.7), by way of a JSON Web Key.
import { createPublicKey } from 'node:crypto';
import { attribute } from './inventory.ts';

const CKA_MODULUS = 0x120;
const CKA_PUBLIC_EXPONENT = 0x122;
const CKA_EC_PARAMS = 0x180;
const CKA_EC_POINT = 0x181;

/** Curves by the DER of CKA_EC_PARAMS, in hexadecimal. */
const CURVES: Readonly<Record<string, { readonly crv: string; readonly octets: number }>> = {
  '06082a8648ce3d030107': { crv: 'P-256', octets: 32 },
  '06052b81040022': { crv: 'P-384', octets: 48 },
  '06052b81040023': { crv: 'P-521', octets: 66 },
};

interface KeyObject {
  getAttribute(type: number): Buffer;
}

/** DER; null for kinds that no request is made for, and where the object does not tell. */
export function spkiOf(object: KeyObject): Uint8Array | null {
  const read = (type: number): Buffer => attribute(() => object.getAttribute(type));
  try {
    const n = read(CKA_MODULUS);
    if (n.length > 0)
      return exported({
        kty: 'RSA',
        n: n.toString('base64url'),
        e: read(CKA_PUBLIC_EXPONENT).toString('base64url'),
      });
    const curve = CURVES[read(CKA_EC_PARAMS).toString('hex')];
    const point = curve === undefined ? null : uncompressed(read(CKA_EC_POINT), curve.octets);
    if (curve === undefined || point === null) return null;
    return exported({
      ...{ kty: 'EC', crv: curve.crv },
      x: point.subarray(0, curve.octets).toString('base64url'),
      y: point.subarray(curve.octets).toString('base64url'),
    });
  } catch {
    // A point that is on no curve, an attribute that the token keeps to itself.
    return null;
  }
}

/** The point's coordinates: DER of an OCTET STRING (PKCS#11 v2.40, 2.3.3), which some leave away. */
function uncompressed(value: Buffer, octets: number): Buffer | null {
  const length = 1 + 2 * octets;
  const point = value.subarray(value.length - length);
  return point.length === length && point[0] === 0x04 ? point.subarray(1) : null;
}

function exported(jwk: Record<string, string>): Uint8Array {
  return new Uint8Array(
    createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'der' }),
  );
}
