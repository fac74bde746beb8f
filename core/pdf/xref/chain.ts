// All cross-reference sections of a file, newest first, along /Prev (ISO 32000-2 7.5.6, 7.5.8.4).
import type { FileWindow } from '../file-window.ts';
import { readIndirectObject } from '../indirect-object.ts';
import { latin1 } from '../lexer.ts';
import { LIMITS } from '../limits.ts';
import { integerOf, PdfStream } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { XrefSection } from './section.ts';
import { readXrefStream } from './stream.ts';
import type { RowBudget } from './subsections.ts';
import { readXrefTable } from './table.ts';

/** A section with, in a hybrid-reference file, the stream that completes its table. */
export interface ChainLink {
  readonly section: XrefSection;
  readonly hybrid: XrefSection | null;
}

const TAIL = 2048;

/** The offset after the file's last `startxref`. Throws PDF_NOT_A_PDF, PDF_TRUNCATED, PDF_XREF_BROKEN. */
export async function readStartXref(file: FileWindow): Promise<number> {
  const head = latin1(await file.read(0, 1024));
  if (!head.includes('%PDF-')) throw new PdfError('PDF_NOT_A_PDF');
  const from = Math.max(0, file.size - TAIL);
  const tail = latin1(await file.read(from, TAIL));
  const at = tail.lastIndexOf('startxref');
  if (at === -1) throw new PdfError('PDF_TRUNCATED');
  const match = /^startxref[\0\t\n\f\r ]+(\d{1,15})/.exec(tail.slice(at));
  if (match === null) throw new PdfError('PDF_XREF_BROKEN', { offset: from + at });
  return Number(match[1]);
}

/**
 * Follows the chain from `start`. Throws PDF_XREF_BROKEN also for a loop.
 * @param known of the same file before something was appended: where the chain meets it, it ends
 */
export async function readXrefChain(
  file: FileWindow,
  start: number,
  known: readonly ChainLink[] = [],
): Promise<ChainLink[]> {
  const links: ChainLink[] = [];
  const reached = known[0]?.section.offset;
  const seen = new Set<number>();
  const budget: Budget = {
    streams: { left: LIMITS.xrefRows },
    tables: { left: file.inMemory ? file.size : 0 },
  };
  for (let at: number | undefined = start; at !== undefined;) {
    if (at === reached) return [...links, ...known];
    if (seen.has(at)) throw new PdfError('PDF_XREF_BROKEN', { offset: at });
    seen.add(at);
    if (seen.size > LIMITS.sections)
      throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'sections' });
    const section: XrefSection = await readSection(file, at, budget);
    links.push({ section, hybrid: await readHybrid(file, section, budget) });
    at = previous(section);
  }
  return links;
}

/** Rows of streams are kept, or the file is refused; entries of tables only of a file that is in memory anyhow. */
interface Budget {
  readonly streams: RowBudget;
  readonly tables: RowBudget;
}

function previous(section: XrefSection): number | undefined {
  const prev = section.trailer.get('Prev');
  if (prev === undefined) return undefined;
  const offset = integerOf(prev);
  if (offset === undefined) throw new PdfError('PDF_XREF_BROKEN', { offset: section.offset });
  // No section stands at the very beginning: writers that say 0 mean that there is none before.
  return offset === 0 ? undefined : offset;
}

async function readHybrid(
  file: FileWindow,
  section: XrefSection,
  budget: Budget,
): Promise<XrefSection | null> {
  if (section.kind !== 'table') return null;
  const offset = section.trailer.get('XRefStm');
  if (offset === undefined) return null;
  const at = integerOf(offset);
  if (at === undefined) throw new PdfError('PDF_XREF_BROKEN', { offset: section.offset });
  return readStreamSection(file, at, budget);
}

async function readSection(file: FileWindow, at: number, budget: Budget): Promise<XrefSection> {
  if (at >= file.size) throw new PdfError('PDF_XREF_BROKEN', { offset: at });
  const head = latin1(file.peek(at, 64) ?? (await file.read(at, 64)));
  const keyword = /^[\0\t\n\f\r ]*xref/.exec(head);
  return keyword
    ? readXrefTable(file, at, at + keyword[0].length, budget.tables)
    : readStreamSection(file, at, budget);
}

async function readStreamSection(
  file: FileWindow,
  at: number,
  budget: Budget,
): Promise<XrefSection> {
  const { value } = await readIndirectObject(file, at);
  const offset =
    value instanceof PdfStream && !(value.data instanceof Uint8Array) ? value.data.offset : -1;
  if (!(value instanceof PdfStream) || offset < 0)
    throw new PdfError('PDF_XREF_BROKEN', { offset: at });
  // Its entries are direct objects by rule (7.5.8.2), /Length included.
  const length = integerOf(value.dict.get('Length')) ?? -1;
  if (length < 0 || length > LIMITS.decodedStream || offset + length > file.size) {
    throw new PdfError('PDF_XREF_BROKEN', { offset: at });
  }
  const data = await file.read(offset, length);
  return readXrefStream(value.dict, data, at, offset + length, budget.streams);
}
