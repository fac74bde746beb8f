// An encrypted file as one that is not, in memory: for a viewer that is not to have the password. Its
// objects are the same; it is never signed or saved, so that no other bytes pass for the document's.
import type { ByteSource } from '../ports/byte-source.ts';
import { serialize } from './increment/serialize.ts';
import { latin1 } from './lexer.ts';
import { isArray, nameOf, PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';

/** Bytes of the view: larger documents are not shown. */
const MOST = 256 << 20;
const BLOCK = 1 << 20;

/**
 * What cannot be read is left out, as a viewer would leave it out.
 * @throws {PdfError} PDF_LIMIT_EXCEEDED (limit "view") for a document too large to be held in memory
 */
export async function decryptedView(reader: PdfReader): Promise<ByteSource> {
  if (reader.file.size > MOST) throw tooLarge();
  const blocks = new Blocks();
  const version = /%PDF-(\d\.\d)/.exec(latin1(await reader.file.read(0, 1024)))?.[1] ?? '1.7';
  blocks.put(Buffer.from(`%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n`, 'latin1'));
  const offsets: [num: number, gen: number, offset: number][] = [];
  for (const num of await numbersOf(reader)) {
    const entry = await reader.entry(num);
    if (entry === undefined || entry.kind === 'free') continue;
    const gen = entry.kind === 'offset' ? entry.gen : 0;
    const written = await plainObject(reader, num, gen);
    if (written === null) continue;
    offsets.push([num, gen, blocks.size]);
    blocks.put(Buffer.from(`${String(num)} ${String(gen)} obj\n`, 'latin1'));
    blocks.put(written);
    blocks.put(Buffer.from('\nendobj\n', 'latin1'));
  }
  blocks.put(ending(offsets, reader, blocks.size));
  return blocks;
}

/** Of all objects that any section speaks of, ascending. */
async function numbersOf(reader: PdfReader): Promise<number[]> {
  const numbers = new Set<number>();
  for (const { section, hybrid } of reader.links) {
    for (const one of hybrid === null ? [section] : [section, hybrid]) {
      for await (const [num] of one.entries()) numbers.add(num);
    }
  }
  return [...numbers].sort((a, b) => a - b);
}

/** Null for what a file without encryption has no use for, and for what cannot be read. */
async function plainObject(reader: PdfReader, num: number, gen: number): Promise<Buffer | null> {
  const encrypt = reader.trailer.get('Encrypt');
  if (encrypt instanceof PdfRef && encrypt.num === num) return null;
  try {
    const value = await reader.object(num, gen);
    if (!(value instanceof PdfStream)) return serialize(value);
    // Cross-reference and object streams: what they hold is written by itself.
    const type = nameOf(await reader.resolve(value.dict.get('Type')));
    if (type === 'XRef' || type === 'ObjStm') return null;
    const data = await reader.encodedData(value);
    return serialize(new PdfStream(await withoutCryptFilter(value.dict, reader), data));
  } catch (thrown) {
    if (!(thrown instanceof PdfError) || thrown.code === 'PDF_LIMIT_EXCEEDED') throw thrown;
    return null;
  }
}

/** A stream may name its own crypt filter, first of its filters (7.4.10): the data have passed it. */
async function withoutCryptFilter(dict: PdfDict, reader: PdfReader): Promise<PdfDict> {
  const filter = await reader.resolve(dict.get('Filter'));
  const parms = await reader.resolve(dict.get('DecodeParms'));
  const isCrypt = (object: PdfObject | undefined): boolean =>
    object instanceof PdfName && object.value === 'Crypt';
  if (isCrypt(filter)) return dict.with({ Filter: undefined, DecodeParms: undefined });
  if (!isArray(filter) || !isCrypt(filter[0])) return dict;
  return dict.with({
    Filter: filter.slice(1),
    DecodeParms: isArray(parms) ? parms.slice(1) : undefined,
  });
}

function ending(
  offsets: readonly (readonly [num: number, gen: number, offset: number])[],
  reader: PdfReader,
  at: number,
): Buffer {
  // Numbers that follow one another make a subsection (7.5.4).
  const lines: string[] = ['xref\n0 1\n0000000000 65535 f\r\n'];
  for (let from = 0; from < offsets.length;) {
    const first = offsets[from]?.[0] ?? 0;
    let to = from;
    while (offsets[to]?.[0] === first + to - from) to += 1;
    lines.push(`${String(first)} ${String(to - from)}\n`);
    for (const [, gen, offset] of offsets.slice(from, to)) {
      lines.push(`${String(offset).padStart(10, '0')} ${String(gen).padStart(5, '0')} n\r\n`);
    }
    from = to;
  }
  const kept = (['Root', 'Info', 'ID'] as const).flatMap((key) => {
    const value = reader.trailer.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const size = (offsets.at(-1)?.[0] ?? 0) + 1;
  return Buffer.concat([
    Buffer.from(`${lines.join('')}trailer\n`, 'latin1'),
    serialize(new PdfDict([['Size', size], ...kept])),
    Buffer.from(`\nstartxref\n${String(at)}\n%%EOF\n`, 'latin1'),
  ]);
}

function tooLarge(): PdfError {
  return new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'view' });
}

/** Bytes in pieces of one size: a growing whole would be copied again and again. */
class Blocks implements ByteSource {
  readonly #blocks: Buffer[] = [];
  size = 0;

  put(bytes: Uint8Array): void {
    if (this.size + bytes.length > MOST) throw tooLarge();
    for (let at = 0; at < bytes.length;) {
      const within = this.size % BLOCK;
      if (within === 0) this.#blocks.push(Buffer.alloc(BLOCK));
      const part = bytes.subarray(at, at + BLOCK - within);
      this.#blocks.at(-1)?.set(part, within);
      at += part.length;
      this.size += part.length;
    }
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    const end = Math.min(offset + length, this.size);
    if (offset < 0 || offset >= end) return Promise.resolve(new Uint8Array(0));
    const out = new Uint8Array(end - offset);
    for (let at = offset; at < end;) {
      const within = at % BLOCK;
      const block = this.#blocks[Math.floor(at / BLOCK)] ?? Buffer.alloc(0);
      const part = block.subarray(within, Math.min(BLOCK, within + end - at));
      out.set(part, at - offset);
      at += part.length;
    }
    return Promise.resolve(out);
  }
}
