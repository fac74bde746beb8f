// The mark of practice mode in a certificate: a certificate policy of our own (RFC 5280 4.2.1.4) under a UUID as
// ITU-T X.667 lets anybody take one, 2.25.11394837036258529104923796811141424525. Names can be chosen by anybody and
// LATIHAN stands in many; this number stands only where this program put it. What it called its authorities
// before, and what others call theirs for trials, is known by the whole name. All of it can only lower a verdict.

const OID_TAG = 0x06;

/** DER of the OBJECT IDENTIFIER. */
export const PRACTICE_POLICY: Uint8Array = oid(11394837036258529104923796811141424525n);

/** What Pena called its practice authorities before their certificates bore the mark. */
const UNMARKED = commonNames('CA LATIHAN Pena');

/**
 * Authorities of others for trying things out, by their names: BSSN's own is OSD DEMO (SHA-256 of the certificate
 * 755c3fc16a810c6d7c5abc57ae361e2d96585745faa34b833a322feca4066f9a).
 */
const DEMO = commonNames('OSD DEMO');

/** Whether a certificate (DER) was made by Pena for practice: whoever looks need not be able to read the rest of it. */
export function bearsPracticeMark(der: Uint8Array): boolean {
  return lookAt(der).ours;
}

/** The same, or by an authority for trying things out: what is for the real thing trusts neither. */
export function isForPractice(der: Uint8Array): boolean {
  const { ours, others } = lookAt(der);
  return ours || others;
}

interface Marks {
  readonly ours: boolean;
  readonly others: boolean;
}

/** By the octets themselves, which nobody writes to: one certificate is asked about for each of its signatures. */
const LOOKED_AT = new WeakMap<Uint8Array, Marks>();

function lookAt(der: Uint8Array): Marks {
  let marks = LOOKED_AT.get(der);
  if (marks === undefined) {
    marks = { ours: holdsAny(der, [PRACTICE_POLICY, ...UNMARKED]), others: holdsAny(der, DEMO) };
    LOOKED_AT.set(der, marks);
  }
  return marks;
}

function holdsAny(der: Uint8Array, wanted: readonly Uint8Array[]): boolean {
  for (let at = der.indexOf(OID_TAG); at !== -1; at = der.indexOf(OID_TAG, at + 1)) {
    if (wanted.some((one) => one.every((octet, i) => der[at + i] === octet))) return true;
  }
  return false;
}

/** A common name (X.520 2.5.4.3) as it stands in a subject or issuer: as UTF8String and as PrintableString. */
function commonNames(name: string): readonly Uint8Array[] {
  const octets = Array.from(name, (letter) => letter.charCodeAt(0));
  return [0x0c, 0x13].map((tag) =>
    Uint8Array.of(OID_TAG, 3, 0x55, 0x04, 0x03, tag, octets.length, ...octets),
  );
}

/** 2.25 and one arc (X.690 8.19): base 128, the most significant first. */
function oid(arc: bigint): Uint8Array {
  const groups: number[] = [];
  for (let left = arc; left > 0n; left /= 128n) {
    groups.unshift(Number(left % 128n) | (groups.length === 0 ? 0 : 0x80));
  }
  return Uint8Array.of(OID_TAG, groups.length + 1, 2 * 40 + 25, ...groups);
}
