// What the registration authority answers: JSON and a detached signature over those very bytes.
import { signDetached } from '../../cms/detached.ts';
import type { SigningKey } from '../../ports/token.ts';
import type { ApplicationReceipt, Receipt } from '../channels/wire.ts';

/** @throws {PenaError} TOKEN_*, P12_* of the key */
export async function signedAnswer(
  content: Receipt | ApplicationReceipt,
  key: SigningKey,
): Promise<Uint8Array> {
  const bytes = Buffer.from(JSON.stringify(content));
  const signature = await signDetached(bytes, key, 'tanda terima');
  return Buffer.from(
    JSON.stringify({
      receipt: bytes.toString('base64'),
      signature: Buffer.from(signature).toString('base64'),
    }),
  );
}
