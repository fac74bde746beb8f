// Finds the objects of a file whose cross-reference cannot be trusted: by what stands in the bytes
// (ISO 32000-2 annex I.2 leaves this to the reader). The last object of a number counts, as in any update.
import type { FileWindow } from '../file-window.ts';
import { readIndirectObject } from '../indirect-object.ts';
import { latin1 } from '../lexer.ts';
import { LIMITS } from '../limits.ts';
import { integerOf, PdfDict, type PdfObject, PdfStream } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';

export interface FoundObject {
  readonly offset: number;
  readonly num: number;
  readonly gen: number;
  readonly value: PdfObject;
  /** Where a stream's data end; null for everything else. */
  readonly dataEnd: number | null;
}

export interface FoundTrailer {
  readonly trailer: PdfDict;
}

const WINDOW = 1 << 20;
/** Longest that `12345678 65535 obj` with sensible white space is. */
const OVERLAP = 64;
const OBJECT =
  /(?<![\d])(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![a-zA-Z])|trailer(?=[\0\t\n\f\r ]*<<)/g;

/** Objects and trailers in the order in which they stand. What cannot be read is passed over. */
export async function* scanObjects(file: FileWindow): AsyncGenerator<FoundObject | FoundTrailer> {
  for (let at = 0; at < file.size;) {
    const text = latin1(await file.read(at, WINDOW + OVERLAP));
    OBJECT.lastIndex = 0;
    let next = at + WINDOW;
    for (let match = OBJECT.exec(text); match !== null; match = OBJECT.exec(text)) {
      const offset = at + match.index;
      if (match.index >= WINDOW) break;
      const found =
        match[1] === undefined
          ? await trailerAt(file, offset + match[0].length)
          : await objectAt(file, offset);
      if (found === null) continue;
      yield found.value;
      // What looks like an object inside a stream's data is data.
      if (found.end > at + WINDOW) {
        next = found.end;
        break;
      }
      OBJECT.lastIndex = Math.max(OBJECT.lastIndex, found.end - at);
    }
    at = next;
  }
}

interface At<T> {
  readonly value: T;
  readonly end: number;
}

async function objectAt(file: FileWindow, offset: number): Promise<At<FoundObject> | null> {
  try {
    const { num, gen, value, end } = await readIndirectObject(file, offset);
    if (num > LIMITS.objectNumber) return null;
    if (!(value instanceof PdfStream) || value.data instanceof Uint8Array) {
      return { value: { offset, num, gen, value, dataEnd: null }, end };
    }
    const dataEnd = await endOfData(file, value, value.data.offset);
    if (dataEnd === null) return null;
    return { value: { offset, num, gen, value, dataEnd }, end: dataEnd };
  } catch (thrown) {
    return passOver(thrown);
  }
}

async function trailerAt(file: FileWindow, offset: number): Promise<At<FoundTrailer> | null> {
  try {
    return await file.parse(offset, (parser) => {
      const trailer = parser.object();
      if (!(trailer instanceof PdfDict)) return null;
      return { value: { trailer }, end: offset + parser.lexer.position };
    });
  } catch (thrown) {
    return passOver(thrown);
  }
}

/** A broken object is no object; a limit reached is the end. */
function passOver(thrown: unknown): null {
  if (thrown instanceof PdfError && thrown.code !== 'PDF_LIMIT_EXCEEDED') return null;
  throw thrown;
}

/** Where /Length says, if `endstream` is there; else where `endstream` is. */
async function endOfData(
  file: FileWindow,
  stream: PdfStream,
  from: number,
): Promise<number | null> {
  const length = integerOf(stream.dict.get('Length'));
  if (length !== undefined && length >= 0 && from + length <= file.size) {
    const after = latin1(await file.read(from + length, OVERLAP));
    if (/^[\0\t\n\f\r ]*endstream/.test(after)) return from + length;
  }
  for (let at = from; at < file.size; at += WINDOW) {
    const text = latin1(await file.read(at, WINDOW + OVERLAP));
    const found = text.indexOf('endstream');
    if (found < 0) continue;
    const end = /\r?\n?$/.exec(text.slice(0, found))?.[0].length ?? 0;
    return at + found - end;
  }
  return null;
}
