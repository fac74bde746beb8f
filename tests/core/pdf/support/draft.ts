// A PDF written by hand, piece by piece, that knows where its pieces stand.
import { deflateSync } from 'node:zlib';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import { memorySource } from '../../support/memory-source.ts';

/** One row of a cross-reference section. */
export type Row =
  | { readonly free: true; readonly next?: number; readonly gen?: number }
  | { readonly offset: number; readonly gen?: number }
  | { readonly stream: number; readonly index: number };

export type Subsection = readonly [first: number, rows: readonly Row[]];

export const FREE: Row = { free: true, gen: 65535 };

export class Draft {
  readonly #parts: Buffer[] = [];
  readonly #offsets = new Map<number, number>();
  #length = 0;

  constructor(header = '%PDF-1.7\n') {
    this.add(header);
  }

  get length(): number {
    return this.#length;
  }

  /** Adds bytes (text: Latin-1); returns where they begin. */
  add(content: string | Uint8Array): number {
    const part =
      typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content);
    const at = this.#length;
    this.#parts.push(part);
    this.#length += part.length;
    return at;
  }

  object(num: number, body: string, gen = 0): number {
    const at = this.add(`${num} ${gen} obj\n${body}\nendobj\n`);
    this.#offsets.set(num, at);
    return at;
  }

  stream(num: number, entries: string, data: string | Uint8Array, length?: string): number {
    const bytes = Buffer.from(data);
    const at = this.add(
      `${num} 0 obj\n<< ${entries} /Length ${length ?? bytes.length} >>\nstream\n`,
    );
    this.add(bytes);
    this.add('\nendstream\nendobj\n');
    this.#offsets.set(num, at);
    return at;
  }

  /** An object stream, deflated. */
  objectStream(num: number, objects: readonly (readonly [num: number, body: string])[]): number {
    let body = '';
    const head = objects.map(([number, text]) => {
      const pair = `${number} ${body.length}`;
      body += `${text} `;
      return pair;
    });
    const first = `${head.join(' ')} `;
    return this.stream(
      num,
      `/Type /ObjStm /N ${objects.length} /First ${first.length} /Filter /FlateDecode`,
      deflateSync(first + body),
    );
  }

  offset(num: number): number {
    const at = this.#offsets.get(num);
    if (at === undefined) throw new Error(`no object ${num}`);
    return at;
  }

  /** A subsection from 0 with every object written so far, those without being free. */
  all(): Subsection {
    const highest = Math.max(0, ...this.#offsets.keys());
    const rows = Array.from({ length: highest + 1 }, (_, num): Row => {
      const offset = this.#offsets.get(num);
      return offset === undefined ? FREE : { offset };
    });
    return [0, rows];
  }

  /** `xref`, subsections and trailer; returns where they begin. */
  table(subsections: readonly Subsection[], trailer: string): number {
    const at = this.add('xref\n');
    for (const [first, rows] of subsections) {
      this.add(`${first} ${rows.length}\n${rows.map(tableRow).join('')}`);
    }
    this.add(`trailer\n<< ${trailer} >>\n`);
    return at;
  }

  /** A cross-reference stream with /W [1 4 2]; returns where it begins. */
  xrefStream(num: number, subsections: readonly Subsection[], trailer: string): number {
    const rows = streamRows(subsections.flatMap(([, list]) => list));
    const index = subsections.map(([first, list]) => `${first} ${list.length}`).join(' ');
    return this.stream(
      num,
      `/Type /XRef /W [1 4 2] /Index [${index}] ${trailer} /Filter /FlateDecode`,
      deflateSync(rows),
    );
  }

  end(startxref: number | string): this {
    this.add(`startxref\n${startxref}\n%%EOF\n`);
    return this;
  }

  /** Table over everything, trailer with /Root 1 0 R, end. */
  finish(trailer = ''): this {
    const all = this.all();
    return this.end(this.table([all], `/Size ${all[1].length} /Root 1 0 R ${trailer}`));
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }

  open(): Promise<PdfReader> {
    return openBytes(this.bytes);
  }
}

export function openBytes(bytes: Uint8Array): Promise<PdfReader> {
  return PdfReader.open(memorySource(bytes));
}

function tableRow(row: Row): string {
  if ('free' in row) return `${digits(row.next ?? 0, 10)} ${digits(row.gen ?? 0, 5)} f \n`;
  if ('stream' in row) throw new Error('a table locates no compressed object');
  return `${digits(row.offset, 10)} ${digits(row.gen ?? 0, 5)} n \n`;
}

/** Into one buffer: files of a million rows are made of it. */
function streamRows(rows: readonly Row[]): Buffer {
  const bytes = Buffer.alloc(7 * rows.length);
  for (const [n, row] of rows.entries()) {
    const [type, second, third] =
      'free' in row
        ? [0, row.next ?? 0, row.gen ?? 0]
        : 'stream' in row
          ? [2, row.stream, row.index]
          : [1, row.offset, row.gen ?? 0];
    bytes.writeUInt8(type, 7 * n);
    bytes.writeUInt32BE(second, 7 * n + 1);
    bytes.writeUInt16BE(third, 7 * n + 5);
  }
  return bytes;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
