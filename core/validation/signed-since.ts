// Whether what was appended to a document since it had a certain length is signing and nothing else: also where nobody
// had signed it before, so that no signature tells that its pages were changed (ISO 32000-2 12.8.2.2).
import { PdfError } from '../pdf/pdf-error.ts';
import type { PdfReader } from '../pdf/reader.ts';
import { revisionHistory } from '../pdf/revisions.ts';
import { compareRevisions } from './modifications/compare-revisions.ts';
import { atMost } from './modifications/finding.ts';
import { LaterChanges } from './modifications/later-changes.ts';

/** An end of line may be missing after a file's last %%EOF, and stands before what is appended then. */
const END_OF_LINE = 2;

/**
 * False also where the revisions cannot be compared.
 * @param size the document's, in octets, before anything was appended; its octets are the caller's to compare
 */
export async function onlySignedSince(reader: PdfReader, size: number): Promise<boolean> {
  try {
    const history = await revisionHistory(reader);
    const at = history.findIndex(({ end }) => end !== null && Math.abs(end - size) <= END_OF_LINE);
    if (at === -1) return false;
    const later = new LaterChanges(await compareRevisions(reader, history, at)).after(at);
    return later.faults.length === 0 && later.harmless && atMost(later.level, 'FORM_FILLING');
  } catch (thrown) {
    if (thrown instanceof PdfError) return false;
    throw thrown;
  }
}
