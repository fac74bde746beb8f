// An ECDSA value as CMS carries it: Ecdsa-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER } (RFC 3279
// 2.2.3), made from the plain r || s of PKCS#11 (v2.40 mechanisms, 2.3.1).

/** DER of the value, or null where `raw` cannot be r || s (odd, empty or too long). */
export function ecdsaSigValue(raw: Uint8Array): Uint8Array | null {
  const half = raw.length / 2;
  // Up to P-521: every length below fits in one byte or in 0x81 and one.
  if (!Number.isInteger(half) || half === 0 || half > 66) return null;
  const body = [...integer(raw.subarray(0, half)), ...integer(raw.subarray(half))];
  const length = body.length < 128 ? [body.length] : [0x81, body.length];
  return Uint8Array.from([0x30, ...length, ...body]);
}

/** A positive INTEGER: no leading zero bytes but the one that keeps the sign bit clear (X.690 8.3). */
function integer(magnitude: Uint8Array): number[] {
  const start = magnitude.findIndex((byte) => byte !== 0);
  const digits = start < 0 ? [0] : Array.from(magnitude.subarray(start));
  const content = (digits[0] ?? 0) & 0x80 ? [0, ...digits] : digits;
  return [0x02, content.length, ...content];
}
