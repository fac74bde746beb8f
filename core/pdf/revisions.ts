// The revisions of a file (ISO 32000-2 7.5.6): which cross-reference sections make each, and where it
// ends, just after its %%EOF.
import type { FileWindow } from './file-window.ts';
import { latin1 } from './lexer.ts';
import type { PdfReader } from './reader.ts';
import type { XrefSection } from './xref/section.ts';

/** How far after a section its end is looked for: first where it always is, then further. */
const SCANS = [1 << 10, 64 << 10];

export interface Revision {
  /** Positions of its sections in the reader's `links`, which stand newest first: newest <= oldest. */
  readonly newest: number;
  readonly oldest: number;
  /** The offset after its %%EOF and its end of line; null where none can be found. */
  readonly end: number | null;
}

/** Oldest first. */
export function revisionHistory(reader: PdfReader): Promise<readonly Revision[]> {
  const history = HISTORY.get(reader.content) ?? readHistory(reader);
  HISTORY.set(reader.content, history);
  return history;
}

/** A file does not change while it is open. */
const HISTORY = new WeakMap<object, Promise<readonly Revision[]>>();

async function readHistory(reader: PdfReader): Promise<Revision[]> {
  const revisions: Revision[] = [];
  let furthest = -1;
  for (let link = reader.links.length - 1; link >= 0; link -= 1) {
    const section = reader.links[link]?.section;
    if (section === undefined) continue;
    const end = knownEnd(reader.file, section) ?? (await endOfRevision(reader.file, section));
    const last = revisions.at(-1);
    // A linearized file's first section stands before the one it continues (annex F): same revision.
    // So is what shares its %%EOF with the section before.
    if (last === undefined || (section.offset > furthest && end !== last.end)) {
      revisions.push({ newest: link, oldest: link, end });
    } else {
      const later = section.offset > furthest || (end !== null && end > (last.end ?? 0));
      revisions[revisions.length - 1] = { ...last, newest: link, end: later ? end : last.end };
    }
    furthest = Math.max(furthest, section.offset);
  }
  return revisions;
}

/**
 * The ends of all revisions, ascending. A section whose %%EOF cannot be found ends no revision: what
 * claims to cover it then covers only a part.
 */
export async function revisionEnds(reader: PdfReader): Promise<number[]> {
  return (await revisionHistory(reader)).flatMap(({ end }) => (end === null ? [] : [end]));
}

/** The end of the last one, as `revisionEnds` would find it in a file that was only appended to. */
export async function newestEnd(reader: PdfReader): Promise<number | null> {
  const newest = reader.links[0];
  return newest === undefined ? null : endOfRevision(reader.file, newest.section);
}

/** By section, for the files that go on from one another, where the octet after it was seen as well. */
const ENDS = new WeakMap<XrefSection, number>();

function knownEnd(file: FileWindow, section: XrefSection): number | undefined {
  const known = ENDS.get(section);
  return known !== undefined && known < file.size ? known : undefined;
}

/** Finds `startxref`, a number and `%%EOF` after a section; null where they do not follow. */
async function endOfRevision(file: FileWindow, section: XrefSection): Promise<number | null> {
  const known = knownEnd(file, section);
  if (known !== undefined) return known;
  const from = section.end;
  for (const length of SCANS) {
    const text = latin1(file.peek(from, length) ?? (await file.read(from, length)));
    const match = /startxref[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+%%EOF(?:\r\n|\n|\r)?/.exec(text);
    if (match === null) continue;
    const end = match.index + match[0].length;
    if (end < text.length) ENDS.set(section, from + end);
    // Up to the last byte read: its end of line may go on beyond.
    if (end < text.length || text.length < length) return from + end;
  }
  return null;
}
