// Text strings and dates (ISO 32000-2 7.9.2.2, 7.9.4).
import { PdfString } from './objects.ts';

/** A text string: PDFDocEncoding where that is ASCII, else UTF-16BE with its mark. */
export function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfString(Buffer.from(text, 'latin1'), false);
  const utf16 = Buffer.from(text, 'utf16le').swap16();
  return new PdfString(Buffer.concat([Buffer.from([0xfe, 0xff]), utf16]), false);
}

/** Reads a text string. PDFDocEncoding above ASCII is read as Latin-1, which it mostly is. */
export function textOf(string: PdfString): string {
  const bytes = Buffer.from(string.bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const even = bytes.subarray(2, 2 + ((bytes.length - 2) & ~1));
    return Buffer.from(even).swap16().toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('latin1');
}

/** `D:YYYYMMDDHHmmSS+00'00'` in UTC. */
export function pdfDate(time: Date): PdfString {
  const digits = time.toISOString().replace(/\D/g, '').slice(0, 14);
  return new PdfString(Buffer.from(`D:${digits}+00'00'`, 'latin1'), false);
}

/** ISO 8601 in UTC, or null for what is not a date. */
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
  const [month, day, hour, minute, second] = [
    part(2, 1),
    part(3, 1),
    part(4, 0),
    part(5, 0),
    part(6, 0),
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) {
    return null;
  }
  const local = Date.UTC(part(1, 0), month - 1, day, hour, minute, second);
  const offset = (part(9, 0) * 60 + part(10, 0)) * 60_000;
  return new Date(match[8] === '-' ? local + offset : local - offset).toISOString();
}
