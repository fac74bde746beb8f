// How much work the looks of one document may make. A file of a few kilobytes can hold thousands of marks that
// share one stream, and a stream thousands of lines: what is not looked at any more counts as covering.
import type { PdfReader } from '../../pdf/reader.ts';

/** Patches painted, operators read and 16 bytes decoded count one each: about a second of work. */
const WORK = 4_000_000;

/** By the file's oldest section, which all its revisions share. */
const left = new WeakMap<object, number>();

/** @returns whether there is work left for this document */
export function spend(reader: PdfReader, work: number): boolean {
  const file = reader.links.at(-1) ?? reader;
  const rest = (left.get(file) ?? WORK) - work;
  left.set(file, rest);
  return rest >= 0;
}
