// How much work the looks of one document may make. A file of a few kilobytes can hold thousands of marks that
// share one stream, and a stream thousands of lines: what is not looked at any more counts as covering.
import type { PdfReader } from '../../pdf/reader.ts';

/** Patches painted, operators read and 16 bytes decoded count one each: about a second of work. */
const WORK = 4_000_000;

const left = new WeakMap<PdfReader, number>();

/** @returns whether there is work left for this document */
export function spend(reader: PdfReader, work: number): boolean {
  const rest = (left.get(reader) ?? WORK) - work;
  left.set(reader, rest);
  return rest >= 0;
}
