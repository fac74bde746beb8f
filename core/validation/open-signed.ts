// A document with its signatures, also where what was appended last cannot be read: "incremental saving"
// without a section or a trailer ("1 Trillion Dollar Refund", Mladenov et al., CCS 2019) breaks the file to
// readers that keep to ISO 32000-2 7.5.6, and viewers that rebuild it show what was appended. Then the document
// is read as of the end before, so that the signature is named, and what follows it is a forgery.
import { FileWindow } from '../pdf/file-window.ts';
import { PdfError, type PdfErrorCode } from '../pdf/pdf-error.ts';
import { type OpenOptions, PdfReader } from '../pdf/reader.ts';
import { coveredEnd, inventory } from '../pdf/signature-inventory.ts';
import type { SignatureInventory } from '../pdf/signature-value.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import { lastEnds } from './last-ends.ts';
import { removedSignatures, type RemovedSignatures } from './removed-signatures.ts';

export interface OpenedDocument {
  readonly reader: PdfReader;
  /** With those that a later revision took away. */
  readonly signatures: SignatureInventory;
  readonly earlier: RemovedSignatures;
}

const BROKEN: ReadonlySet<PdfErrorCode> = new Set([
  ...(['PDF_TRUNCATED', 'PDF_XREF_BROKEN', 'PDF_OBJECT_BROKEN', 'PDF_STREAM_BROKEN'] as const),
  ...(['PDF_FORM_BROKEN', 'PDF_FILTER_UNSUPPORTED'] as const),
]);

/** @throws {PdfError} for a file that cannot be read, and was not signed before */
export async function openSigned(
  source: ByteSource,
  options: OpenOptions,
): Promise<OpenedDocument> {
  try {
    const reader = await PdfReader.open(source, options);
    return await opened(reader, await inventory(reader), options);
  } catch (error) {
    if (!(error instanceof PdfError) || !BROKEN.has(error.code)) throw error;
    const before = await openBefore(source, options);
    if (before === null) throw error;
    return before;
  }
}

async function opened(
  reader: PdfReader,
  present: SignatureInventory,
  options: OpenOptions,
): Promise<OpenedDocument> {
  const earlier = await removedSignatures(reader, present, options);
  const signatures = [...earlier.removed.keys(), ...present.signatures];
  const ends = new Set([...present.revisionEnds, ...earlier.forgottenEnds]);
  return {
    ...{ reader, earlier },
    signatures: {
      signatures: signatures.sort((a, b) => coveredEnd(a) - coveredEnd(b)),
      revisionEnds: [...ends].sort((a, b) => a - b),
    },
  };
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
      const whole = await opened(reader, signatures, options);
      if (whole.signatures.signatures.length > 0) return whole;
    } catch (error) {
      if (!(error instanceof PdfError) || !BROKEN.has(error.code)) throw error;
    }
  }
  return null;
}
