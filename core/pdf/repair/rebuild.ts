// Writes a clean file from a broken one that nobody has signed: the same objects, a cross-reference that
// is right. Never for a signed file: what a signature covers is its bytes, and these would be others.
import type { AtomicOutput } from '../../ports/atomic-output.ts';
import type { ByteSource } from '../../ports/byte-source.ts';
import { FileWindow } from '../file-window.ts';
import { decodeStream } from '../filters.ts';
import { serialize } from '../increment/serialize.ts';
import { readIndirectObject } from '../indirect-object.ts';
import { latin1 } from '../lexer.ts';
import {
  integerOf,
  isArray,
  nameOf,
  PdfDict,
  PdfRef,
  PdfStream,
  type PdfObject,
} from '../objects.ts';
import { objectAt, type UnpackedObject, unpackObjects } from './unpack.ts';
import { PdfError } from '../pdf-error.ts';
import { scanObjects } from './scan.ts';

export interface RebuiltDocument {
  /** Bytes written. */
  readonly size: number;
  readonly objects: number;
  /** Objects that are referred to and are nowhere in the file: what they held is lost. */
  readonly lost: number;
}

/** Where an object's newest version is: read again when it is written, for all together may be large. */
type Place = Catalog &
  (
    | {
        readonly kind: 'object';
        readonly gen: number;
        readonly offset: number;
        readonly dataEnd: number | null;
      }
    | { readonly kind: 'unpacked'; readonly bytes: Uint8Array; readonly at: number }
  );

interface Catalog {
  /** Whether it has a page tree, and whether it is also called a catalog. */
  readonly catalog: 'no' | 'perhaps' | 'yes';
}

/** More objects in memory than this is no letter. */
const MAX_OBJECTS = 1_000_000;
const CHUNK = 1 << 20;
/** Numbers after the last object that are kept free for what is lost; further ones are not met in practice. */
const MAX_KEPT_FREE = 100_000;
/** Bytes of all object streams together, whose objects are kept. */
const MAX_UNPACKED = 64 << 20;

/**
 * The caller commits or aborts `output`.
 * @throws {PdfError} PDF_NOT_A_PDF, PDF_REPAIR_SIGNED, PDF_REPAIR_ENCRYPTED, PDF_REPAIR_IMPOSSIBLE, PDF_LIMIT_EXCEEDED; FILE_*
 */
export async function rebuildDocument(
  source: ByteSource,
  output: AtomicOutput,
): Promise<RebuiltDocument> {
  const file = new FileWindow(source);
  const version = /%PDF-(\d\.\d)/.exec(latin1(await file.read(0, 1024)))?.[1];
  if (version === undefined) throw new PdfError('PDF_NOT_A_PDF');
  const { places, trailer } = await findAll(file);
  const root = rootOf(places, trailer);
  if (root === null) throw new PdfError('PDF_REPAIR_IMPOSSIBLE');
  const writer = new Writer(output);
  await writer.put(Buffer.from(`%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n`, 'latin1'));
  const offsets = new Map<number, { offset: number; gen: number }>();
  const lost = new Set<number>();
  for (const [num, place] of [...places].sort(([a], [b]) => a - b)) {
    const gen = place.kind === 'object' ? place.gen : 0;
    offsets.set(num, { offset: writer.size, gen });
    await writer.put(Buffer.from(`${String(num)} ${String(gen)} obj\n`, 'latin1'));
    const value = await valueOf(file, place);
    noteLost(value, places, lost);
    await writeValue(writer, file, place, value);
    await writer.put(Buffer.from('\nendobj\n', 'latin1'));
  }
  await writer.put(ending(offsets, sizeOf(offsets, lost), trailer, root, writer.size));
  return { size: writer.size, objects: places.size, lost: lost.size };
}

/** References to what is not there (7.3.10: they stand for null). */
function noteLost(object: PdfObject, places: ReadonlyMap<number, Place>, lost: Set<number>): void {
  if (object instanceof PdfRef) {
    if (!places.has(object.num) && lost.size < MAX_OBJECTS) lost.add(object.num);
  } else if (object instanceof PdfStream) {
    // Its length is found out and written anew.
    noteLost(object.dict.with({ Length: 0 }), places, lost);
  } else if (isArray(object)) object.forEach((one) => noteLost(one, places, lost));
  else if (object instanceof PdfDict) {
    object.entries.forEach((one) => noteLost(one, places, lost));
  }
}

/** No later object may take the number of one that is lost: it would turn up where that was. */
function sizeOf(offsets: ReadonlyMap<number, unknown>, lost: ReadonlySet<number>): number {
  let size = 1;
  for (const num of offsets.keys()) size = Math.max(size, num + 1);
  const most = size + MAX_KEPT_FREE;
  for (const num of lost) if (num < most) size = Math.max(size, num + 1);
  return size;
}

async function findAll(
  file: FileWindow,
): Promise<{ places: Map<number, Place>; trailer: PdfDict }> {
  const places = new Map<number, Place>();
  let unpacked = 0;
  let trailer = new PdfDict([]);
  for await (const found of scanObjects(file)) {
    if ('trailer' in found) {
      trailer = trailer.with(Object.fromEntries(found.trailer.entries));
      continue;
    }
    const { offset, num, gen, value, dataEnd } = found;
    refuseSigned(value);
    const type = value instanceof PdfStream ? nameOf(value.dict.get('Type')) : undefined;
    if (value instanceof PdfStream && type === 'XRef') {
      trailer = trailer.with(Object.fromEntries(value.dict.entries));
    } else if (value instanceof PdfStream && type === 'ObjStm' && dataEnd !== null) {
      const { bytes, objects } = await unpack(file, value, dataEnd);
      unpacked += bytes.length;
      if (unpacked > MAX_UNPACKED) {
        throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
      }
      for (const { num: inner, at, value: object } of objects) {
        refuseSigned(object);
        places.set(inner, { kind: 'unpacked', bytes, at, catalog: isCatalog(object) });
        if (places.size > MAX_OBJECTS) break;
      }
    } else places.set(num, { kind: 'object', gen, offset, dataEnd, catalog: isCatalog(value) });
    if (places.size > MAX_OBJECTS) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
  }
  if (trailer.get('Encrypt') !== undefined) throw new PdfError('PDF_REPAIR_ENCRYPTED');
  return { places, trailer };
}

/** A signature may also stand within its field (12.7.5.5), or within whatever a broken file has around it. */
function refuseSigned(object: PdfObject): void {
  if (object instanceof PdfStream) refuseSigned(object.dict);
  else if (isArray(object)) object.forEach(refuseSigned);
  else if (object instanceof PdfDict) {
    if (object.get('ByteRange') !== undefined && object.get('Contents') !== undefined) {
      throw new PdfError('PDF_REPAIR_SIGNED');
    }
    object.entries.forEach(refuseSigned);
  }
}

function isCatalog(object: PdfObject): Catalog['catalog'] {
  if (!(object instanceof PdfDict) || object.get('Pages') === undefined) return 'no';
  return nameOf(object.get('Type')) === 'Catalog' ? 'yes' : 'perhaps';
}

async function unpack(
  file: FileWindow,
  { dict, data }: PdfStream,
  end: number,
): Promise<{ bytes: Uint8Array; objects: Iterable<UnpackedObject> }> {
  if (data instanceof Uint8Array || end - data.offset > MAX_UNPACKED) {
    return { bytes: new Uint8Array(0), objects: [] };
  }
  const stored = await file.read(data.offset, end - data.offset);
  const bytes = decodeStream(dict, stored, MAX_UNPACKED);
  file.spend(bytes.length);
  const [count, first] = [integerOf(dict.get('N')) ?? 0, integerOf(dict.get('First')) ?? 0];
  return { bytes, objects: unpackObjects(bytes, count, first) };
}

/** The trailer's /Root where that is a catalog, else the last catalog there is. */
function rootOf(places: ReadonlyMap<number, Place>, trailer: PdfDict): PdfRef | null {
  const named = trailer.get('Root');
  if (named instanceof PdfRef && (places.get(named.num)?.catalog ?? 'no') !== 'no') return named;
  const found = [...places].filter(([, { catalog }]) => catalog === 'yes');
  const last = found.at(-1);
  if (last === undefined) return null;
  return new PdfRef(last[0], last[1].kind === 'object' ? last[1].gen : 0);
}

async function valueOf(source: FileWindow, place: Place): Promise<PdfObject> {
  return place.kind === 'unpacked'
    ? objectAt(place.bytes, place.at)
    : (await readIndirectObject(source, place.offset)).value;
}

async function writeValue(
  writer: Writer,
  source: FileWindow,
  place: Place,
  value: PdfObject,
): Promise<void> {
  if (!(value instanceof PdfStream) || value.data instanceof Uint8Array) {
    await writer.put(serialize(value));
    return;
  }
  const from = value.data.offset;
  const end = place.kind === 'object' ? (place.dataEnd ?? from) : from;
  await writer.put(serialize(value.dict.with({ Length: end - from })));
  await writer.put(Buffer.from('\nstream\n'));
  for (let at = from; at < end; at += CHUNK) {
    await writer.put(await source.read(at, Math.min(CHUNK, end - at)));
  }
  await writer.put(Buffer.from('\nendstream'));
}

const KEPT = ['Info', 'ID'] as const;

function ending(
  offsets: ReadonlyMap<number, { offset: number; gen: number }>,
  size: number,
  trailer: PdfDict,
  root: PdfRef,
  at: number,
): Buffer {
  const lines = [`xref\n0 ${String(size)}\n`];
  for (let num = 0; num < size; num += 1) {
    const entry = offsets.get(num);
    lines.push(
      entry === undefined
        ? `0000000000 ${num === 0 ? '65535' : '00001'} f\r\n`
        : `${String(entry.offset).padStart(10, '0')} ${String(entry.gen).padStart(5, '0')} n\r\n`,
    );
  }
  const kept = KEPT.flatMap((key) => {
    const value = trailer.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const dict = new PdfDict([['Size', size], ['Root', root], ...kept]);
  return Buffer.concat([
    Buffer.from(`${lines.join('')}trailer\n`, 'latin1'),
    serialize(dict),
    Buffer.from(`\nstartxref\n${String(at)}\n%%EOF\n`, 'latin1'),
  ]);
}

class Writer {
  readonly #output: AtomicOutput;
  size = 0;
  constructor(output: AtomicOutput) {
    this.#output = output;
  }
  async put(bytes: Uint8Array): Promise<void> {
    this.size += bytes.length;
    await this.#output.append(bytes);
  }
}
