// A document with its signatures, also where what was appended last cannot be read: "incremental saving"
// without a section or a trailer ("1 Trillion Dollar Refund", Mladenov et al., CCS 2019) breaks the file to
// readers that keep to ISO 32000-2 7.5.6, and viewers that rebuild it show what was appended. Then the document
// is read as of the end before, so that the signature is named, and what follows it is a forgery.
import { FileWindow } from '../pdf/file-window.ts';
import { latin1 } from '../pdf/lexer.ts';
import { PdfError, type PdfErrorCode } from '../pdf/pdf-error.ts';
import { type OpenOptions, PdfReader } from '../pdf/reader.ts';
import { inventory } from '../pdf/signature-inventory.ts';
import type { SignatureInventory } from '../pdf/signature-value.ts';
import type { ByteSource } from '../ports/byte-source.ts';

export interface OpenedDocument {
  readonly reader: PdfReader;
  readonly signatures: SignatureInventory;
}

const BROKEN: ReadonlySet<PdfErrorCode> = new Set([
  ...(['PDF_TRUNCATED', 'PDF_XREF_BROKEN', 'PDF_OBJECT_BROKEN', 'PDF_STREAM_BROKEN'] as const),
  ...(['PDF_FORM_BROKEN', 'PDF_FILTER_UNSUPPORTED'] as const),
]);
/** So many ends are tried, the last ones first. */
const MOST_ENDS = 4;
/** How far from the end of the file they are looked for, in bytes. */
const FURTHEST = 32 << 20;
const CHUNK = 256 << 10;
const END = /startxref[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+%%EOF(?:\r\n|\n|\r)?/g;
/** Longer than what is looked for. */
const OVERLAP = 256;

/** @throws {PdfError} for a file that cannot be read, and was not signed before */
export async function openSigned(
  source: ByteSource,
  options: OpenOptions,
): Promise<OpenedDocument> {
  try {
    const reader = await PdfReader.open(source, options);
    return { reader, signatures: await inventory(reader) };
  } catch (error) {
    if (!(error instanceof PdfError) || !BROKEN.has(error.code)) throw error;
    const before = await openBefore(source, options);
    if (before === null) throw error;
    return before;
  }
}

async function openBefore(
  source: ByteSource,
  options: OpenOptions,
): Promise<OpenedDocument | null> {
  const file = new FileWindow(source);
  for (const end of await lastEnds(file)) {
    try {
      const reader = await PdfReader.openAt(file, end, options);
      const signatures = await inventory(reader);
      if (signatures.signatures.length > 0) return { reader, signatures };
    } catch (error) {
      if (!(error instanceof PdfError) || !BROKEN.has(error.code)) throw error;
    }
  }
  return null;
}

/** Where revisions end, the last first. */
async function lastEnds(file: FileWindow): Promise<readonly number[]> {
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
