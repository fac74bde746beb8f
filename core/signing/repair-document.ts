// Rebuilds a broken, unsigned file into a clean one beside it, and makes sure that it can be read.
import { countPages } from '../pdf/pages.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import { PdfReader } from '../pdf/reader.ts';
import { rebuildDocument, type RebuiltDocument } from '../pdf/repair/rebuild.ts';
import type { SigningRequest } from './request.ts';

export interface RepairResult extends RebuiltDocument {
  readonly pages: number;
}

/**
 * The original is only read; the new file appears whole or not at all.
 * @throws {PenaError} PDF_REPAIR_SIGNED, PDF_REPAIR_ENCRYPTED, PDF_REPAIR_IMPOSSIBLE, PDF_NOT_A_PDF,
 *   PDF_LIMIT_EXCEEDED, FILE_*
 */
export async function repairDocument({
  source,
  openOutput,
}: Pick<SigningRequest, 'source' | 'openOutput'>): Promise<RepairResult> {
  const output = await openOutput();
  try {
    const rebuilt = await rebuildDocument(source, output);
    const pages = await pagesOf({
      size: rebuilt.size,
      read: (offset, length) => output.read(offset, length),
    });
    await output.commit();
    return { ...rebuilt, pages };
  } catch (thrown) {
    await output.abort();
    throw thrown;
  }
}

async function pagesOf(file: SigningRequest['source']): Promise<number> {
  try {
    const pages = await countPages(await PdfReader.open(file));
    if (pages > 0) return pages;
  } catch (thrown) {
    if (!(thrown instanceof PdfError)) throw thrown;
    throw new PdfError('PDF_REPAIR_IMPOSSIBLE', {}, { cause: thrown });
  }
  throw new PdfError('PDF_REPAIR_IMPOSSIBLE');
}
