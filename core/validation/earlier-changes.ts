// Whether a signed document was changed after signing in a way that nothing explains, or holds a signature
// that its own bytes contradict: then nobody signs it unawares. Signing asks through its shell, as it knows nothing of validation.
import { soundnessOf } from '../domain/soundness.ts';
import { PdfReader } from '../pdf/reader.ts';
import { EMPTY_STORE } from '../pdf/security-store.ts';
import { inventory } from '../pdf/signature-inventory.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import { documentHistory } from './modifications/signature-changes.ts';
import { validateSignatures } from './validate-document.ts';

/**
 * True also where the revisions cannot be compared: when in doubt, the signer is asked.
 * @throws {PdfError} for a file that cannot be read
 */
export async function hasUnexplainedChanges(
  source: ByteSource,
  password: Uint8Array | undefined,
): Promise<boolean> {
  const reader = await PdfReader.open(source, { password });
  const found = await inventory(reader);
  const changes = await documentHistory(reader, found);
  const { after, shared } = changes;
  const explained = found.signatures.every(
    (signature) => after.get(signature)?.clean === true && !shared.has(signature),
  );
  if (!explained) return true;
  // Trust plays no part: only whether each signature fits the bytes that it covers.
  const options = { anchors: [], at: null, now: new Date() };
  const judged = await validateSignatures(source, found, options, { changes, store: EMPTY_STORE });
  return judged.signatures.some((signature) => soundnessOf(signature) === 'broken');
}
