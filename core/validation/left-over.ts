// Signatures in the bytes of a file that no revision leads to any more: a program that writes a document anew without
// its signatures, or an attacker who hides that it was signed, may leave them behind. Looked for by what a signature's
// dictionary has (ISO 32000-2 12.8.1, table 255); no signing program writes it in another way.
import { readIndirectObject } from '../pdf/indirect-object.ts';
import { latin1 } from '../pdf/lexer.ts';
import {
  integerOf,
  isArray,
  nameOf,
  PdfDict,
  type PdfObject,
  PdfStream,
  PdfString,
} from '../pdf/objects.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import type { PdfReader } from '../pdf/reader.ts';

const MARK = Buffer.from('/ByteRange');
const CHUNK = 1 << 20;
/** So many places are looked at. */
const MOST_MARKS = 64;
/** A signature's contents, in hexadecimal, may stand before its range. */
const FURTHEST_HEAD = 512 << 10;
const HEAD = /(?<!\d)\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj(?![A-Za-z])/g;
const DEPTH = 4;

/** Where the bytes end that left over signatures say to cover; empty where there are none. */
export async function leftOverEnds(reader: PdfReader): Promise<readonly number[]> {
  const ends: number[] = [];
  for (const mark of await marks(reader)) {
    const end = await coveredBy(reader, mark);
    if (end !== null && !(await isWithinStream(reader, mark))) ends.push(end);
  }
  return ends;
}

async function marks({ file }: PdfReader): Promise<number[]> {
  const found: number[] = [];
  for (let from = 0; from < file.size && found.length < MOST_MARKS; from += CHUNK) {
    const bytes = await file.read(from, CHUNK + MARK.length - 1);
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = chunk.indexOf(MARK); at !== -1; at = chunk.indexOf(MARK, at + 1)) {
      found.push(from + at);
    }
  }
  return found.slice(0, MOST_MARKS);
}

/** The object around a mark, where it is a signature's or has one in it. */
async function coveredBy({ file }: PdfReader, mark: number): Promise<number | null> {
  const from = Math.max(0, mark - FURTHEST_HEAD);
  const heads = [...latin1(await file.read(from, mark - from)).matchAll(HEAD)];
  const head = heads.at(-1);
  if (head === undefined) return null;
  try {
    const { value } = await readIndirectObject(file, from + head.index);
    return signatureEnd(value, 0);
  } catch (error) {
    if (error instanceof PdfError && error.code !== 'PDF_LIMIT_EXCEEDED') return null;
    throw error;
  }
}

function signatureEnd(object: PdfObject, depth: number): number | null {
  if (depth > DEPTH) return null;
  if (isArray(object)) return first(object, depth);
  if (!(object instanceof PdfDict)) return null;
  const [range, contents] = [object.get('ByteRange'), object.get('Contents')];
  if (!isArray(range) || !(contents instanceof PdfString)) {
    return first([...object.entries.values()], depth);
  }
  // A place kept for a signature, a time stamp, and usage rights (12.8.2.3) are nobody's signature.
  if (!contents.bytes.some((byte) => byte !== 0) || isTimestamp(object)) return null;
  if (isForUsage(object.get('Reference'))) return null;
  return (integerOf(range[2]) ?? 0) + (integerOf(range[3]) ?? 0);
}

function first(values: readonly PdfObject[], depth: number): number | null {
  for (const value of values) {
    const end = signatureEnd(value, depth + 1);
    if (end !== null) return end;
  }
  return null;
}

function isTimestamp(dict: PdfDict): boolean {
  return (
    nameOf(dict.get('Type')) === 'DocTimeStamp' || nameOf(dict.get('SubFilter')) === 'ETSI.RFC3161'
  );
}

function isForUsage(references: PdfObject | undefined): boolean {
  if (!isArray(references)) return false;
  return references.some(
    (one) => one instanceof PdfDict && /^UR3?$/.test(nameOf(one.get('TransformMethod')) ?? ''),
  );
}

/** A file that the document carries has its own signatures; of any revision, as they are found in it as well. */
async function isWithinStream(reader: PdfReader, mark: number): Promise<boolean> {
  let nearest = -1;
  for (const { section, hybrid } of reader.links) {
    for (const one of hybrid === null ? [section] : [section, hybrid]) {
      for await (const [, entry] of one.entries()) {
        if (entry.kind === 'offset' && entry.offset <= mark)
          nearest = Math.max(nearest, entry.offset);
      }
    }
  }
  if (nearest < 0) return false;
  try {
    const { value } = await reader.objectAt(nearest);
    if (!(value instanceof PdfStream)) return false;
    const length = integerOf(await reader.resolve(value.dict.get('Length'))) ?? 0;
    return !(value.data instanceof Uint8Array) && mark < value.data.offset + length;
  } catch (error) {
    if (error instanceof PdfError && error.code !== 'PDF_LIMIT_EXCEEDED') return false;
    throw error;
  }
}
