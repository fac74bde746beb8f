// The sentence (and code) at the foot of every page, which goes into a document before its first signature
// and never after: it would change what was signed.
import type { LoadedFooter } from '../../domain/footer-design.ts';
import type { StampContent } from '../../pdf/appearance/stamp-content.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import { isSigned } from '../../pdf/permissions/signing-allowed.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { ByteSource } from '../../ports/byte-source.ts';
import { knowingDocument } from '../document-identity.ts';

/** Off unless asked for. */
export interface Footer extends LoadedFooter {
  /** Fills the fields of its texts. Of no design of its own. */
  readonly content: Omit<StampContent, 'design'>;
}

/** What became of it. A document that has a signature is signed without one: that is no error. */
export type FooterOutcome = 'added' | 'left-out-signed';

export interface PlannedFooter {
  readonly height: number;
  readonly margin: Footer['footer']['margin'];
  /** With the footer as its design. */
  readonly content: StampContent;
}

/**
 * Null for a document that bears a signature already.
 * @throws {PdfError} PDF_PERMISSION_DENIED where the author allows no change of the pages
 */
export async function planFooter(
  reader: PdfReader,
  source: ByteSource,
  { footer, images, content }: Footer,
): Promise<PlannedFooter | null> {
  if (await isSigned(reader)) return null;
  // Bit 4 of /P, which making fields needs too.
  if (!reader.permissions.createFields) throw new PdfError('PDF_PERMISSION_DENIED');
  const { height, margin, ...drawn } = footer;
  const design = { ...drawn, format: 1 as const, size: { width: 500, height } };
  const whole = { ...content, design: { design, images } };
  return { height, margin, content: await knowingDocument(reader, source, whole) };
}
