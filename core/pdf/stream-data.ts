// A stream's data as stored, decrypted, and decoded (ISO 32000-2 7.3.8, 7.4).
import type { Encryption } from './crypt/encryption.ts';
import type { FileWindow } from './file-window.ts';
import { decodeStream } from './filters.ts';
import { LIMITS } from './limits.ts';
import { integerOf, isArray, PdfDict, type PdfObject, type PdfStream } from './objects.ts';
import { PdfError } from './pdf-error.ts';

/** Decoding is quicker than parsing: work of decoding, as parsed bytes. */
const DECODED_PER_PARSED = 4;

/** Where references are followed: not always is every way of doing so open. */
export type Resolve = (object: PdfObject | undefined) => Promise<PdfObject>;

/** What is needed of the reader. */
export interface StreamFile {
  readonly file: FileWindow;
  /** Null where the file is not encrypted. */
  readonly encryption: Encryption | null;
}

/** Throws PDF_STREAM_BROKEN when /Length does not lead to endstream, PDF_LIMIT_EXCEEDED. */
export async function encodedStream(
  { file, encryption }: StreamFile,
  stream: PdfStream,
  resolve: Resolve,
): Promise<Uint8Array> {
  if (stream.data instanceof Uint8Array) return stream.data;
  const length = integerOf(await resolve(stream.dict.get('Length'))) ?? -1;
  const { offset, sealed } = stream.data;
  if (length < 0 || offset + length > file.size) {
    throw new PdfError('PDF_STREAM_BROKEN', { detail: 'Length' });
  }
  if (length > LIMITS.storedStream) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'stream' });
  await file.parse(offset + length, (parser) => {
    if (!parser.take('endstream')) throw new PdfError('PDF_STREAM_BROKEN', { detail: 'Length' });
  });
  const data = await file.read(offset, length);
  if (encryption === null || sealed === undefined) return data;
  const type = (await resolve(stream.dict.get('Type'))) ?? undefined;
  const dict = (await withDirectFilters(stream.dict, resolve)).with({ Type: type });
  return encryption.openData(dict, sealed, data);
}

/** Throws PDF_FILTER_UNSUPPORTED and as `encodedStream`. */
export async function decodedStream(
  from: StreamFile,
  stream: PdfStream,
  resolve: Resolve,
): Promise<Uint8Array> {
  const data = await encodedStream(from, stream, resolve);
  const decoded = decodeStream(await withDirectFilters(stream.dict, resolve), data);
  from.file.spend((data.length + decoded.length) / DECODED_PER_PARSED);
  return decoded;
}

/** A stream's dictionary with all direct that says how its data are to be decoded. */
async function withDirectFilters(dict: PdfDict, resolve: Resolve): Promise<PdfDict> {
  return dict.with({
    Filter: await deep(dict.get('Filter'), resolve),
    DecodeParms: await deep(dict.get('DecodeParms'), resolve),
  });
}

/** An object with the references in its first level and in those of its dictionaries resolved. */
async function deep(
  object: PdfObject | undefined,
  resolve: Resolve,
): Promise<PdfObject | undefined> {
  const value = await resolve(object);
  if (!isArray(value)) return (await shallow(value, resolve)) ?? undefined;
  const items: PdfObject[] = [];
  for (const item of value) items.push(await shallow(await resolve(item), resolve));
  return items;
}

async function shallow(object: PdfObject, resolve: Resolve): Promise<PdfObject> {
  if (!(object instanceof PdfDict)) return object;
  const entries: [string, PdfObject][] = [];
  for (const [key, value] of object.entries) entries.push([key, await resolve(value)]);
  return new PdfDict(entries);
}
