// What signing asks before it goes on. Whether a signed document was changed after signing in a way that nothing explains, or holds a signature
// that its own bytes contradict: then nobody signs it unawares. Signing asks through its shell, as it knows nothing of validation.
import type { Rectangle } from '../pdf/page-geometry.ts';
import type { Page } from '../pdf/pages.ts';
import type { PdfReader } from '../pdf/reader.ts';
import { EMPTY_STORE } from '../pdf/security-store.ts';
import { inventory } from '../pdf/signature-inventory.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import { conclude } from './conclusion.ts';
import { PageWriting } from './modifications/page-writing.ts';
import { documentHistory } from './modifications/signature-changes.ts';
import { SHIPPED_POLICY } from './policy.ts';
import { judgeSignatures } from './validate-document.ts';

/**
 * True also where the revisions cannot be compared: when in doubt, the signer is asked.
 * @param reader the source, opened
 * @throws {PdfError} for a file that cannot be read
 */
export async function hasUnexplainedChanges(
  reader: PdfReader,
  source: ByteSource,
): Promise<boolean> {
  const found = await inventory(reader);
  const changes = await documentHistory(reader, found);
  const { after, shared } = changes;
  const explained = found.signatures.every(
    (signature) => after.get(signature)?.clean === true && !shared.has(signature),
  );
  if (!explained) return true;
  // Trust plays no part: only whether each signature fits the bytes that it covers.
  const options = { anchors: [], at: null, now: new Date() };
  const judged = await judgeSignatures(source, found, options, { changes, store: EMPTY_STORE });
  // As `soundnessOf` has it: what could not be checked is not broken.
  return judged.facts.some(
    (one) => !one.intact && conclude(one, SHIPPED_POLICY).indication === 'TOTAL_FAILED',
  );
}

/**
 * The page on which a stamp of the newest revision hides text or a drawing that was signed before, or so much that nobody can tell; 0 where no page can be
 * named, null where none does or the revisions cannot be compared.
 * @throws {PdfError} for a file that cannot be read
 */
export async function hiddenSignedText(reader: PdfReader): Promise<number | null> {
  const { revisions } = await documentHistory(reader, await inventory(reader));
  const findings = revisions.at(-1)?.change?.findings ?? [];
  const hiding =
    findings.find(({ code }) => code === 'STAMP_COVERS_TEXT') ??
    findings.find(({ code }) => code === 'CONTENT_MAY_BE_COVERED');
  return hiding === undefined ? null : Number(hiding.params['page'] ?? 0);
}

/**
 * Where the drawings of a page stand that a stamp should not lie on, in its user space; none where they are too
 * many or cannot be read: then the stamp is asked about for itself.
 */
export async function drawnPlaces(reader: PdfReader, { ref }: Page): Promise<readonly Rectangle[]> {
  const boxes = (await new PageWriting(reader).drawings(ref)) ?? [];
  return boxes.map(([left, bottom, right, top]) => ({
    ...{ x: left, y: bottom },
    ...{ width: right - left, height: top - bottom },
  }));
}
