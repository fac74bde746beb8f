// Adds one item to an array that is an entry of a dictionary, wherever the array is written: in place,
// or as an object of its own. Never a second array beside the first.
import { isArray, type PdfDict, type PdfObject, PdfRef } from '../objects.ts';
import type { PdfReader } from '../reader.ts';
import type { Increment } from './increment.ts';

/** The dictionary with its entry extended; the same dictionary where only the array's object changed. */
export async function extendArray(
  reader: PdfReader,
  increment: Increment,
  dict: PdfDict,
  key: string,
  item: PdfObject,
): Promise<PdfDict> {
  const entry = dict.get(key);
  const array = await reader.resolve(entry);
  if (entry instanceof PdfRef && isArray(array)) {
    increment.set(await lastReference(reader, entry), [...array, item]);
    return dict;
  }
  return dict.with({ [key]: [...(isArray(array) ? array : []), item] });
}

/** The reference that leads to the object itself, where references lead to references. */
async function lastReference(reader: PdfReader, from: PdfRef): Promise<PdfRef> {
  let ref = from;
  for (;;) {
    const next = await reader.object(ref.num, ref.gen);
    if (!(next instanceof PdfRef)) return ref;
    ref = next;
  }
}
