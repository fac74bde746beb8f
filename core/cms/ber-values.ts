// Reads the values of primitive ASN.1 types (X.690 8; RFC 5280 4.1.2.5 for times).
import { type BerElement, membersOf, TAG } from './ber.ts';
import { CmsError } from './cms-error.ts';

const MAX_OID_BYTES = 64;

function malformed(): CmsError {
  return new CmsError('CMS_MALFORMED');
}

function contentOf(element: BerElement, tag: number): Uint8Array {
  if (element.tag !== tag) throw malformed();
  return element.content;
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}

/** Dotted form of an OBJECT IDENTIFIER. */
export function oidOf(element: BerElement): string {
  const bytes = contentOf(element, TAG.OID);
  if (bytes.length === 0 || bytes.length > MAX_OID_BYTES) throw malformed();
  if ((bytes[bytes.length - 1] ?? 0) & 0x80) throw malformed();
  const arcs = arcsOf(bytes);
  const [first = 0, ...rest] = arcs;
  if (typeof first === 'bigint') return ['2', first - 80n, ...rest].join('.');
  const top = first < 80 ? Math.floor(first / 40) : 2;
  return [top, first - top * 40, ...rest].join('.');
}

/** Arcs longer than seven octets, as those of a UUID, are no exact numbers. */
const EXACT = 7;

/** The first one stands for two (X.690 8.19.4). */
function arcsOf(bytes: Uint8Array): (number | bigint)[] {
  const arcs: (number | bigint)[] = [];
  let from = 0;
  bytes.forEach((byte, at) => {
    if (byte & 0x80) return;
    let arc: number | bigint = 0;
    if (at - from < EXACT) {
      for (let i = from; i <= at; i += 1) arc = arc * 128 + ((bytes[i] ?? 0) & 0x7f);
    } else {
      arc = bytes.subarray(from, at + 1).reduce((n, b) => n * 128n + BigInt(b & 0x7f), 0n);
    }
    arcs.push(arc);
    from = at + 1;
  });
  return arcs;
}

/** An INTEGER's content in hexadecimal without the sign octet of a positive number. */
export function integerHexOf(element: BerElement): string {
  const bytes = contentOf(element, TAG.INTEGER);
  if (bytes.length === 0) throw malformed();
  return hex(bytes.length > 1 && bytes[0] === 0 ? bytes.subarray(1) : bytes);
}

/** A small, not negative INTEGER. */
export function smallIntegerOf(element: BerElement): number {
  const bytes = contentOf(element, TAG.INTEGER);
  if (bytes.length === 0 || bytes.length > 4 || (bytes[0] ?? 0) > 0x7f) throw malformed();
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

export function booleanOf(element: BerElement): boolean {
  const bytes = contentOf(element, TAG.BOOLEAN);
  if (bytes.length !== 1) throw malformed();
  return bytes[0] !== 0;
}

/** An OCTET STRING, in BER possibly in pieces (X.690 8.7.3). */
export function octetsOf(element: BerElement): Uint8Array {
  if (element.tag === TAG.OCTET_STRING) return element.content;
  // Pieces in pieces do not occur; DER has no pieces at all.
  const pieces = membersOf(element, TAG.OCTET_STRING | 0x20);
  return Buffer.concat(pieces.map((piece) => contentOf(piece, TAG.OCTET_STRING)));
}

/** A BIT STRING whose bits fill whole octets, as keys and signature values do. */
export function bitStringOctetsOf(element: BerElement): Uint8Array {
  const bytes = contentOf(element, TAG.BIT_STRING);
  if (bytes[0] !== 0) throw malformed();
  return bytes.subarray(1);
}

/** Positions of the bits that are set in a BIT STRING of flags (X.680 22). */
export function flagsOf(element: BerElement): Set<number> {
  const bytes = contentOf(element, TAG.BIT_STRING);
  if (bytes.length === 0 || bytes.length > 5 || (bytes[0] ?? 0) > 7) throw malformed();
  const set = new Set<number>();
  for (let bit = 0; bit < (bytes.length - 1) * 8; bit++) {
    if ((bytes[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) set.add(bit);
  }
  return set;
}

const UTC_TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/;

/** A UTCTime or GeneralizedTime in the form that X.509 and RFC 3161 allow: with seconds, in UTC. */
export function timeOf(element: BerElement): Date {
  const text = Buffer.from(element.content.subarray(0, 40)).toString('latin1');
  const match =
    element.tag === TAG.UTC_TIME
      ? UTC_TIME.exec(text)
      : element.tag === TAG.GENERALIZED_TIME
        ? GENERALIZED_TIME.exec(text)
        : null;
  if (match === null) throw malformed();
  const [year = 0, month = 0, ...rest] = match.slice(1, 7).map(Number);
  const [day = 0, hour = 0, minute = 0, second = 0] = rest;
  // RFC 5280 4.1.2.5.1: two digits of a year mean 1950 to 2049.
  const fullYear = element.tag === TAG.UTC_TIME ? year + (year < 50 ? 2000 : 1900) : year;
  const time = new Date(0);
  time.setUTCFullYear(fullYear, month - 1, day);
  const sameDay = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  if (!sameDay || hour > 23 || minute > 59 || second > 59) throw malformed();
  const milliseconds = Math.floor(Number(`0.${match[7] ?? ''}0`) * 1000);
  time.setUTCHours(hour, minute, second, milliseconds);
  return time;
}

const DECODERS: Readonly<Record<number, (bytes: Uint8Array) => string>> = {
  0x0c: (bytes) => Buffer.from(bytes).toString('utf8'), // UTF8String
  0x12: (bytes) => Buffer.from(bytes).toString('latin1'), // NumericString
  0x13: (bytes) => Buffer.from(bytes).toString('latin1'), // PrintableString
  0x14: (bytes) => Buffer.from(bytes).toString('latin1'), // TeletexString, in practice Latin-1
  0x16: (bytes) => Buffer.from(bytes).toString('latin1'), // IA5String
  0x1a: (bytes) => Buffer.from(bytes).toString('latin1'), // VisibleString
  0x1e: (bytes) => utf16(bytes), // BMPString
};

function utf16(bytes: Uint8Array): string {
  if (bytes.length % 2 !== 0) throw malformed();
  return Buffer.from(bytes).swap16().toString('utf16le');
}

/** A character string; null for types that names do not use. */
export function textOf(element: BerElement): string | null {
  return DECODERS[element.tag]?.(element.content) ?? null;
}
