// Whether a signed document was changed after signing in a way that nothing explains: then nobody signs it
// unawares. Signing asks through its shell, as it knows nothing of validation.
import { PdfReader } from '../pdf/reader.ts';
import { inventory } from '../pdf/signature-inventory.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import { documentHistory } from './modifications/signature-changes.ts';

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
  const { after, shared } = await documentHistory(reader, found);
  return found.signatures.some(
    (signature) => after.get(signature)?.clean !== true || shared.has(signature),
  );
}
