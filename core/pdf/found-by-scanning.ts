// Whether who gives up the sections of a file and looks for `n g obj` in all its bytes finds the very objects that the
// sections name. MuPDF (1.28) does so where a later /Size is smaller than an earlier one, Poppler (22.12) where it leaves
// out an object it needs (ISO 32000-2 7.5.5): what lies unlisted in the signed bytes would then be shown.
import { sameValue } from './equality.ts';
import type { FileWindow } from './file-window.ts';
import { latin1 } from './lexer.ts';
import { isArray, nameOf, type PdfDict, type PdfObject, PdfStream } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';

const CHUNK = 64 << 10;
/** Longer than the beginning of an object with sensible white space, and than any word looked for. */
const OVERLAP = 64;
const ENTRY_WORK = 16;
const HEADER = /^[\0\t\n\f\r ]*\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+(?=obj)/;
/**
 * Before the word `obj`: a digit on the same line, or nothing, since a comment may stand between; and as white space
 * what any reader takes for it.
 */
const BEGINS = /(?:^|[\d\r\n])[\0\s]*$/;
/** What is read from an object's data by sections alone, and taken for more objects by those who scan. */
const SECTION_TYPES = ['XRef', 'ObjStm'];

/** Only where all sections are tables: the objects of object streams have no order that all would find. */
export async function foundByScanning(reader: PdfReader): Promise<boolean> {
  try {
    if (!haveOneRoot(reader)) return false;
    const offsets = await listedOffsets(reader);
    return offsets !== null && (await standAlone(reader, offsets));
  } catch (error) {
    if (error instanceof PdfError && error.code !== 'PDF_LIMIT_EXCEEDED') return false;
    throw error;
  }
}

/** Who scans takes any trailer of all. The first of a linearized file need not say anything (annex F). */
function haveOneRoot({ links, trailer }: PdfReader): boolean {
  const keys = ['Root', 'Encrypt', ...(trailer.get('Encrypt') === undefined ? [] : ['ID'])];
  return links.every(({ section, hybrid }) => {
    if (section.kind !== 'table' || hybrid !== null || section.trailer.repeats) return false;
    if (section.trailer.get('Root') === undefined) return true;
    return keys.every((key) => sameValue(first(section.trailer, key), first(trailer, key)));
  });
}

/** Of a file's identifiers, only the first makes the key (7.6.4.3.3), and the second changes. */
function first(trailer: PdfDict, key: string): PdfObject | undefined {
  const value = trailer.get(key);
  return isArray(value) ? value[0] : value;
}

interface Listed {
  readonly num: number;
  readonly gen: number;
}

/** Where each object stands or once stood; null where the newest of a number is not the last in the file. */
async function listedOffsets(reader: PdfReader): Promise<Map<number, Listed> | null> {
  const offsets = new Map<number, Listed>();
  const newest = new Map<number, { gen: number; offset: number }>();
  for (const { section } of [...reader.links].reverse()) {
    const own = new Set<number>();
    for await (const [num, entry] of section.entries()) {
      reader.spend(ENTRY_WORK);
      const before = newest.get(num);
      if (own.has(num)) return null;
      own.add(num);
      // What was freed is still there for those who scan.
      if (entry.kind !== 'offset') {
        if (before !== undefined) return null;
        continue;
      }
      const { gen, offset } = entry;
      if (before !== undefined && (before.gen !== gen || before.offset > offset)) return null;
      newest.set(num, { gen, offset });
      offsets.set(offset, { num, gen });
    }
  }
  return offsets;
}

/** Whether the listed objects, and the sections' trailers, are all that there is to find. */
async function standAlone(
  reader: PdfReader,
  offsets: ReadonlyMap<number, Listed>,
): Promise<boolean> {
  const beginnings = new Set<number>();
  let streams = 0;
  for (const [offset, listed] of offsets) {
    reader.spend(OVERLAP);
    const { num, gen, value } = await reader.objectAt(offset);
    const header = HEADER.exec(latin1(await reader.file.read(offset, OVERLAP)));
    if (header === null || num !== listed.num || gen !== listed.gen) return false;
    beginnings.add(offset + header[0].length);
    if (!(value instanceof PdfStream)) continue;
    if (SECTION_TYPES.includes(nameOf(value.dict.get('Type')) ?? '')) return false;
    // Throws where /Length does not lead to its end.
    await reader.encodedData(value);
    streams += 1;
  }
  const words = await count(reader.file, (at) => beginnings.has(at));
  return (
    words !== null &&
    words.endobj === beginnings.size &&
    words.endstream === streams &&
    words.trailer === reader.links.length
  );
}

/** Most are the end of `endobj`. */
function isLetter(byte = 0): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

interface Words {
  endobj: number;
  endstream: number;
  trailer: number;
}

/** Null where an object begins that is not known. As many ends as beginnings: then none lies within another. */
async function count(file: FileWindow, isKnown: (at: number) => boolean): Promise<Words | null> {
  const words: Words = { endobj: 0, endstream: 0, trailer: 0 };
  for (let start = 0; start < file.size; start += CHUNK) {
    const first = Math.max(0, start - OVERLAP);
    const bytes = await file.read(first, Math.min(start + CHUNK, file.size) - first);
    file.spend(bytes.length / 4);
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (const word of ['endobj', 'endstream', 'trailer'] as const) {
      for (let at = chunk.indexOf(word); at !== -1; at = chunk.indexOf(word, at + 1)) {
        // The others ended in the chunk before.
        if (first + at + word.length > start) words[word] += 1;
      }
    }
    for (let at = chunk.indexOf('obj'); at !== -1; at = chunk.indexOf('obj', at + 1)) {
      file.spend(ENTRY_WORK);
      if (first + at + 'obj'.length <= start || isLetter(chunk[at - 1])) continue;
      file.spend(OVERLAP);
      const before = latin1(chunk.subarray(Math.max(0, at - OVERLAP), at));
      if (BEGINS.test(before) && !isKnown(first + at)) return null;
    }
  }
  return words;
}
