// Where each revision of a file ends (ISO 32000-2 7.5.6): just after its %%EOF.
import type { FileWindow } from './file-window.ts';
import { latin1 } from './lexer.ts';
import type { PdfReader } from './reader.ts';

/** How far after a section its end is looked for: first where it always is, then further. */
const SCANS = [1 << 10, 64 << 10];

/**
 * The offset after each revision's %%EOF and its end of line, ascending. A section whose %%EOF cannot
 * be found ends no revision: what claims to cover it then covers only a part.
 */
export async function revisionEnds(reader: PdfReader): Promise<number[]> {
  const ends: number[] = [];
  let furthest = -1;
  let pending: number | null = null;
  const oldestFirst = reader.links.map(({ section }) => section).reverse();
  for (const section of oldestFirst) {
    const end = await endOfRevision(reader.file, section.end);
    // A linearized file's first section stands before the one it continues (annex F): same revision.
    if (section.offset > furthest) {
      if (pending !== null && pending !== end) ends.push(pending);
      pending = end;
    } else if (end !== null && end > (pending ?? 0)) pending = end;
    furthest = Math.max(furthest, section.offset);
  }
  if (pending !== null) ends.push(pending);
  return ends;
}

/** Finds `startxref`, a number and `%%EOF` after a section; null where they do not follow. */
async function endOfRevision(file: FileWindow, sectionEnd: number): Promise<number | null> {
  for (const length of SCANS) {
    const text = latin1(await file.read(sectionEnd, length));
    const match = /startxref[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+%%EOF(?:\r\n|\n|\r)?/.exec(text);
    if (match === null) continue;
    const end = match.index + match[0].length;
    // Up to the last byte read: its end of line may go on beyond.
    if (end < text.length || text.length < length) return sectionEnd + end;
  }
  return null;
}
