// Objects as PDF syntax (ISO 32000-2 7.3). What was read is written back with the same meaning.
import { isRegular } from '../characters.ts';
import {
  isArray,
  PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '../objects.ts';
import { PdfError } from '../pdf-error.ts';

/** One object. A stream must carry its data in memory; its /Length is set here. */
export function serialize(object: PdfObject): Buffer {
  const parts: Buffer[] = [];
  write(object, parts);
  return Buffer.concat(parts);
}

function write(object: PdfObject, parts: Buffer[]): void {
  if (object instanceof PdfStream) {
    writeStream(object, parts);
    return;
  }
  if (object instanceof PdfString) {
    parts.push(stringBytes(object));
    return;
  }
  if (object instanceof PdfDict) {
    parts.push(text('<<'));
    for (const [key, value] of object.entries) {
      parts.push(text(`${nameText(key)} `));
      write(value, parts);
      parts.push(text(' '));
    }
    parts.push(text('>>'));
    return;
  }
  if (isArray(object)) {
    parts.push(text('['));
    object.forEach((item, index) => {
      if (index > 0) parts.push(text(' '));
      write(item, parts);
    });
    parts.push(text(']'));
    return;
  }
  parts.push(text(atomText(object)));
}

function atomText(object: null | boolean | number | PdfName | PdfRef): string {
  if (object === null) return 'null';
  if (object instanceof PdfName) return nameText(object.value);
  if (object instanceof PdfRef) return `${String(object.num)} ${String(object.gen)} R`;
  return typeof object === 'number' ? numberText(object) : String(object);
}

/** Numbers have no exponent in PDF (7.3.3). */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new PdfError('PDF_OBJECT_BROKEN', { detail: 'number' });
  const plain = String(value);
  if (!plain.includes('e')) return plain;
  return Math.abs(value) < 1 ? value.toFixed(10) : String(BigInt(Math.trunc(value)));
}

function nameText(name: string): string {
  let out = '/';
  for (const char of name) {
    const code = char.charCodeAt(0);
    const plain = code > 0x20 && code < 0x7f && code !== 0x23 && isRegular(code);
    out += plain ? char : `#${(code & 0xff).toString(16).padStart(2, '0')}`;
  }
  return out;
}

function stringBytes({ bytes, hex }: PdfString): Buffer {
  if (hex) return text(`<${Buffer.from(bytes).toString('hex')}>`);
  const out: number[] = [0x28];
  for (const byte of bytes) {
    // Parentheses and the backslash are escaped; a bare CR would be read back as LF (7.3.4.2).
    if (byte === 0x28 || byte === 0x29 || byte === 0x5c) out.push(0x5c, byte);
    else if (byte === 0x0d) out.push(0x5c, 0x72);
    else out.push(byte);
  }
  out.push(0x29);
  return Buffer.from(out);
}

function writeStream({ dict, data }: PdfStream, parts: Buffer[]): void {
  if (!(data instanceof Uint8Array)) throw new PdfError('PDF_STREAM_BROKEN', { detail: 'memory' });
  write(dict.with({ Length: data.length }), parts);
  parts.push(text('\nstream\n'), Buffer.from(data), text('\nendstream'));
}

function text(value: string): Buffer {
  return Buffer.from(value, 'latin1');
}
