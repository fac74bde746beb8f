// A classic cross-reference table (ISO 32000-2 7.5.4). Entries are read when asked for: a table of 100,000
// entries costs nothing to open, and stays in the file. The few of an update are kept, and all of a file that is in
// memory, so that no section holds a file that others go on from.
import type { FileWindow } from '../file-window.ts';
import { isWhite } from '../characters.ts';
import { latin1 } from '../lexer.ts';
import { LIMITS } from '../limits.ts';
import { PdfDict } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { XrefSection } from './section.ts';
import type { RowBudget } from './subsections.ts';
import { ENTRY, type PlacedSubsection, tableSection, withRows } from './table-section.ts';

/** Of one section, so many entries are kept. */
const FEW = 50;

/**
 * Reads the section whose keyword `xref` ends at `afterKeyword`. Throws PDF_XREF_BROKEN.
 * @param budget of the entries that are kept though they are not few
 */
export async function readXrefTable(
  file: FileWindow,
  offset: number,
  afterKeyword: number,
  budget: RowBudget = { left: 0 },
): Promise<XrefSection> {
  const found: PlacedSubsection[] = [];
  let at = afterKeyword;
  for (;;) {
    const header = subsectionHeader(file.peek(at, HEADER) ?? (await file.read(at, HEADER)), at);
    if (header === null) break;
    if (header.count > 0) found.push(header);
    at = header.offset + header.count * ENTRY;
    // Some writers leave out the last entry's second end-of-line byte.
    if (header.count > 0) {
      const [last] = file.peek(at - 1, 1) ?? (await file.read(at - 1, 1));
      if (!isWhite(last)) at -= 1;
    }
  }
  const { trailer, end } = await trailerAt(file, at);
  const place = { offset, end, trailer };
  const count = found.reduce((sum, { count }) => sum + count, 0);
  if (count > FEW) {
    if (count * ENTRY > budget.left) return tableSection(place, found, file);
    budget.left -= count * ENTRY;
  }
  return tableSection(place, await Promise.all(found.map((one) => withRows(file, one))), null);
}

/** Bytes in which the two numbers of a subsection are found. */
const HEADER = 64;

function subsectionHeader(bytes: Uint8Array, at: number): PlacedSubsection | null {
  const match = /^[\0\t\n\f\r ]*(\d{1,10})[ \t]+(\d{1,10})[ \t]*(?:\r\n|\n|\r)/.exec(latin1(bytes));
  if (match === null) return null;
  const first = Number(match[1]);
  const count = Number(match[2]);
  if (first + count > LIMITS.objectNumber + 1) {
    throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'objects' });
  }
  return { first, count, offset: at + match[0].length, rows: null };
}

async function trailerAt(file: FileWindow, at: number): Promise<{ trailer: PdfDict; end: number }> {
  return file.parse(at, (parser) => {
    if (!parser.take('trailer')) throw new PdfError('PDF_XREF_BROKEN', { offset: at });
    const trailer = parser.object();
    if (!(trailer instanceof PdfDict)) throw new PdfError('PDF_XREF_BROKEN', { offset: at });
    return { trailer, end: at + parser.lexer.position };
  });
}
