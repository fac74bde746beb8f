// Text strings and dates (ISO 32000-2 7.9.2.2, 7.9.4).
import { PdfString } from './objects.ts';

/** A text string: PDFDocEncoding where that is ASCII, else UTF-16BE with its mark. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfString(Buffer.from(text, 'latin1'), false);
  const utf16 = Buffer.from(text, 'utf16le').swap16();
  return new PdfString(Buffer.concat([Buffer.from([0xfe, 0xff]), utf16]), false);
}

/** Reads a text string: UTF-16BE or UTF-8 with their marks, else PDFDocEncoding. */
export function textOf(string: PdfString): string {
  const { buffer, byteOffset, length } = string.bytes;
  const bytes = Buffer.from(buffer, byteOffset, length);
  if (bytes.every(isPlain)) return bytes.toString('latin1');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(2, 2 + ((bytes.length - 2) & ~1));
    return Buffer.from(even).swap16().toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  if (!bytes.some((byte) => PDF_DOC.has(byte))) return bytes.toString('latin1');
  return Array.from(bytes, (byte) => PDF_DOC.get(byte) ?? String.fromCharCode(byte)).join('');
}

/** The most octets that a character takes, and a mark. */
const OCTETS_EACH = 4;
const MARK_OCTETS = 3;

/** The same, of a string that may be of any length, as far as its first characters. */
export function beginningOf({ bytes, hex }: PdfString, characters: number): string {
  const first = bytes.subarray(0, characters * OCTETS_EACH + MARK_OCTETS);
  return textOf(new PdfString(first, hex)).slice(0, characters);
}

/** Printable ASCII, which every text encoding writes alike. */
function isPlain(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

/** Where PDFDocEncoding is not Latin-1 (annex D.2). */
const PDF_DOC = new Map([
  ...from(0x18, '\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc'),
  ...from(0x80, '\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203a\u2212\u2030\u201e'),
  ...from(0x8d, '\u201c\u201d\u2018\u2019\u201a\u2122\ufb01\ufb02\u0141\u0152\u0160\u0178\u017d'),
  ...from(0x9a, '\u0131\u0142\u0153\u0161\u017e'),
  ...from(0xa0, '\u20ac'),
]);

function from(first: number, characters: string): [number, string][] {
  return Array.from(characters, (character, i) => [first + i, character]);
}

/** `D:YYYYMMDDHHmmSS+00'00'` in UTC. */
export function pdfDate(time: Date): PdfString {
  const digits = time.toISOString().replace(/\D/g, '').slice(0, 14);
  return new PdfString(Buffer.from(`D:${digits}+00'00'`, 'latin1'), false);
}

/** ISO 8601 in UTC, or null for what is not a date that there is. */
export function isoDate(text: string): string | null {
  const match =
    /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-])(\d{2})'?(?:(\d{2})'?)?)?/.exec(
      text,
    );
  if (match === null) return null;
  const part = (index: number, otherwise: number): number => {
    const digits = match[index];
    return digits === undefined ? otherwise : Number(digits);
  };
  const year = part(1, 0);
  const [month, day, hour, minute, second] = [
    part(2, 1),
    part(3, 1),
    part(4, 0),
    part(5, 0),
    part(6, 0),
  ];
  const [offsetHour, offsetMinute] = [part(9, 0), part(10, 0)];
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return null;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  // 31 February would go on into March.
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return null;
  local.setUTCHours(hour, minute, second);
  const offset = (offsetHour * 60 + offsetMinute) * 60_000;
  const utc = new Date(local.getTime() + (match[8] === '-' ? offset : -offset));
  const inFourDigits = utc.getUTCFullYear() >= 0 && utc.getUTCFullYear() <= 9999;
  return inFourDigits ? utc.toISOString() : null;
}
