// Whether two objects mean the same (ISO 32000-2 7.3), however they are written.
import {
  isArray,
  PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from './objects.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';

/** References are equal when they name the same object: whether that changed is another question. */
export function sameValue(a: PdfObject | undefined, b: PdfObject | undefined): boolean {
  if (a === undefined || a === null) return b === undefined || b === null;
  if (b === undefined || b === null) return false;
  if (a instanceof PdfRef) return b instanceof PdfRef && a.num === b.num && a.gen === b.gen;
  if (a instanceof PdfName) return b instanceof PdfName && a.value === b.value;
  if (a instanceof PdfString) return b instanceof PdfString && sameBytes(a.bytes, b.bytes);
  if (isArray(a)) return isArray(b) && sameItems(a, b);
  if (a instanceof PdfDict) return b instanceof PdfDict && changedKeys(a, b).length === 0;
  if (a instanceof PdfStream) return false;
  return a === b;
}

/** By itself: a closure in `sameValue` would take memory each time that two references are compared. */
function sameItems(a: readonly PdfObject[], b: readonly PdfObject[]): boolean {
  return a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
}

/** The keys under which two dictionaries differ; a null value is none (7.3.7). */
export function changedKeys(a: PdfDict, b: PdfDict): string[] {
  const keys: string[] = [];
  for (const [key, value] of a.entries) if (!sameValue(value, b.get(key))) keys.push(key);
  for (const [key, value] of b.entries) if (value !== null && !a.entries.has(key)) keys.push(key);
  return keys;
}

/** How many references the lists have in common from their first item on. */
export function commonBeginning(before: readonly PdfObject[], after: readonly PdfObject[]): number {
  const most = Math.min(before.length, after.length);
  for (let at = 0; at < most; at += 1) {
    const [old, now] = [before[at], after[at]];
    if (!(old instanceof PdfRef && now instanceof PdfRef)) return at;
    if (old.num !== now.num || old.gen !== now.gen) return at;
  }
  return most;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

const ENCODING = ['Length', 'Filter', 'DecodeParms', 'DL'];

export interface Side {
  readonly reader: PdfReader;
  readonly value: PdfObject;
}

/** The same for indirect objects, streams among them: those may be encoded differently. */
export async function sameObject(a: Side, b: Side): Promise<boolean> {
  if (!(a.value instanceof PdfStream) || !(b.value instanceof PdfStream)) {
    return sameValue(a.value, b.value);
  }
  const differing = changedKeys(a.value.dict, b.value.dict);
  if (differing.some((key) => !ENCODING.includes(key))) return false;
  try {
    const [before, after] = [
      await a.reader.encodedData(a.value),
      await b.reader.encodedData(b.value),
    ];
    a.reader.spend((before.length + after.length) / 4);
    if (differing.every((key) => key === 'Length' || key === 'DL')) {
      return sameBytes(before, after);
    }
    return sameBytes(await a.reader.decodedData(a.value), await b.reader.decodedData(b.value));
  } catch (error) {
    // What cannot be read cannot be called the same.
    if (error instanceof PdfError && error.code !== 'PDF_LIMIT_EXCEEDED') return false;
    throw error;
  }
}
