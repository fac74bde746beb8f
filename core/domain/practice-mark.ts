// The mark of practice mode in a certificate: a certificate policy of our own (RFC 5280 4.2.1.4) under a UUID as
// ITU-T X.667 lets anybody take one, 2.25.11394837036258529104923796811141424525. Names can be chosen by anybody and
// LATIHAN stands in many; this number stands only where this program put it. It can only lower a verdict.

/** DER of the OBJECT IDENTIFIER. */
export const PRACTICE_POLICY: Uint8Array = oid(11394837036258529104923796811141424525n);

/** Whether a certificate (DER) was made for practice: whoever looks need not be able to read the rest of it. */
export function bearsPracticeMark(der: Uint8Array): boolean {
  const first = PRACTICE_POLICY[0] ?? 0;
  for (let at = der.indexOf(first); at !== -1; at = der.indexOf(first, at + 1)) {
    if (PRACTICE_POLICY.every((octet, i) => der[at + i] === octet)) return true;
  }
  return false;
}

/** 2.25 and one arc (X.690 8.19): base 128, the most significant first. */
function oid(arc: bigint): Uint8Array {
  const groups: number[] = [];
  for (let left = arc; left > 0n; left /= 128n) {
    groups.unshift(Number(left % 128n) | (groups.length === 0 ? 0 : 0x80));
  }
  return Uint8Array.of(0x06, groups.length + 1, 2 * 40 + 25, ...groups);
}
