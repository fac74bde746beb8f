// Objects as PDF syntax (ISO 32000-2 7.3). What was read is written back with the same meaning.
import { isRegular } from '../characters.ts';
import { latin1 } from '../lexer.ts';
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
  const out = new Pieces();
  write(object, out);
  return out.bytes();
}

/** The same in pieces, each byte one character, with the references left out between them. */
export function serializeAround(object: PdfObject): readonly (string | PdfRef)[] {
  const out = new Around();
  write(object, out);
  return out.pieces;
}

interface Sink {
  text(value: string): void;
  ref(value: PdfRef): void;
  put(bytes: Uint8Array): void;
}

class Around implements Sink {
  readonly pieces: (string | PdfRef)[] = [];

  text(value: string): void {
    const last = this.pieces.at(-1);
    if (typeof last === 'string') this.pieces[this.pieces.length - 1] = last + value;
    else this.pieces.push(value);
  }

  ref(value: PdfRef): void {
    this.pieces.push(value);
  }

  put(bytes: Uint8Array): void {
    this.text(latin1(bytes));
  }
}

const PIECE = 1 << 16;

/** Text is gathered: an array of millions of numbers is not millions of buffers. */
class Pieces implements Sink {
  readonly #parts: Buffer[] = [];
  #text = '';

  text(value: string): void {
    this.#text += value;
    if (this.#text.length >= PIECE) this.#flush();
  }

  ref({ num, gen }: PdfRef): void {
    this.text(`${String(num)} ${String(gen)} R`);
  }

  put(bytes: Uint8Array): void {
    this.#flush();
    this.#parts.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  }

  bytes(): Buffer {
    if (this.#parts.length === 0) return Buffer.from(this.#text, 'latin1');
    this.#flush();
    return Buffer.concat(this.#parts);
  }

  #flush(): void {
    this.#parts.push(Buffer.from(this.#text, 'latin1'));
    this.#text = '';
  }
}

function write(object: PdfObject, out: Sink): void {
  if (object instanceof PdfStream) writeStream(object, out);
  else if (object instanceof PdfString) writeString(object, out);
  else if (object instanceof PdfRef) out.ref(object);
  else if (object instanceof PdfDict) {
    out.text('<<');
    for (const [key, value] of object.entries) {
      out.text(`${nameText(key)} `);
      write(value, out);
      out.text(' ');
    }
    out.text('>>');
  } else if (isArray(object)) {
    out.text('[');
    object.forEach((item, index) => {
      if (index > 0) out.text(' ');
      write(item, out);
    });
    out.text(']');
  } else out.text(atomText(object));
}

function atomText(object: null | boolean | number | PdfName): string {
  if (object === null) return 'null';
  if (object instanceof PdfName) return nameText(object.value);
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

function writeString({ bytes, hex }: PdfString, out: Sink): void {
  if (hex) {
    out.text(`<${Buffer.from(bytes).toString('hex')}>`);
    return;
  }
  const written = Buffer.alloc(bytes.length * 2);
  let length = 0;
  for (const byte of bytes) {
    // Parentheses and the backslash are escaped; a bare CR would be read back as LF (7.3.4.2).
    const escaped = byte === 0x28 || byte === 0x29 || byte === 0x5c || byte === 0x0d;
    if (escaped) written[length++] = 0x5c;
    written[length++] = byte === 0x0d ? 0x72 : byte;
  }
  out.text(`(${written.toString('latin1', 0, length)})`);
}

function writeStream({ dict, data }: PdfStream, out: Sink): void {
  if (!(data instanceof Uint8Array)) throw new PdfError('PDF_STREAM_BROKEN', { detail: 'memory' });
  write(dict.with({ Length: data.length }), out);
  out.text('\nstream\n');
  out.put(data);
  out.text('\nendstream');
}
