// Where a file's bytes say that a revision ends (ISO 32000-2 7.5.5), whatever its chain of sections leads to.
import type { FileWindow } from '../pdf/file-window.ts';
import { latin1 } from '../pdf/lexer.ts';

/** So many ends are told, the last ones first. */
const MOST_ENDS = 16;
/** How far from the end of the file they are looked for, in bytes. */
const FURTHEST = 32 << 20;
const CHUNK = 256 << 10;
const END = /startxref[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+%%EOF(?:\r\n|\n|\r)?/g;
/** Longer than what is looked for. */
const OVERLAP = 256;

/** Offsets just after an end, the last first. */
export async function lastEnds(file: FileWindow): Promise<readonly number[]> {
  const ends: number[] = [];
  const furthest = Math.max(0, file.size - FURTHEST);
  for (let to = file.size; to > furthest && ends.length < MOST_ENDS; to -= CHUNK) {
    const from = Math.max(to - CHUNK, 0);
    const text = latin1(await file.read(from, to - from + OVERLAP));
    const found = [...text.matchAll(END)].filter(({ index }) => from + index < to);
    ends.push(...found.map(({ 0: whole, index }) => from + index + whole.length).reverse());
  }
  return ends.slice(0, MOST_ENDS);
}
