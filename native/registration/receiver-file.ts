// What a receiver that is started from the desk's window needs, beside the desk's file and sealed with its secret: TLS
// certificate and key, the key of receipts, and the digest of the access token. The token itself lies nowhere.
import { hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { PenaError } from '../../core/domain/pena-error.ts';
import { createAtomicOutput } from '../files/atomic-output.ts';
import { errnoOf, readError } from '../files/file-error.ts';
import { seal, unseal } from '../outbox/sealed-file.ts';

const pem = z.string().max(200_000);
const pair = z.strictObject({ certificate: pem, key: pem });

const contents = z.strictObject({
  format: z.literal('pena-receiver-1'),
  tls: pair,
  /** Whether Pena made the TLS certificate itself. */
  own: z.boolean(),
  receipts: pair,
  /** Lower-case hexadecimal; null: no token was ever given out. */
  tokenSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type ReceiverContents = z.infer<typeof contents>;

const NAME = 'receiver';

const pathOf = (desk: string): string => `${desk}.penerima`;
const keyOf = (secret: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), 'pena receiver 1', 32));

/** Null where there is none yet. @param desk path of the desk's file. @throws {PenaError} RA_STORE_UNREADABLE, FILE_* */
export function readReceiver(desk: string, secret: Uint8Array): ReceiverContents | null {
  const path = pathOf(desk);
  let sealed: Uint8Array;
  try {
    sealed = readFileSync(path);
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return null;
    throw readError(thrown, path);
  }
  const key = keyOf(secret);
  try {
    return contents.parse(JSON.parse(Buffer.from(unseal(sealed, key, NAME)).toString('utf8')));
  } catch (thrown) {
    throw new PenaError('RA_STORE_UNREADABLE', { file: basename(path) }, { cause: thrown });
  } finally {
    key.fill(0);
  }
}

/** Whole or not at all, for its owner only. @throws {PenaError} FILE_* */
export async function writeReceiver(
  desk: string,
  secret: Uint8Array,
  value: ReceiverContents,
): Promise<void> {
  const key = keyOf(secret);
  const output = await createAtomicOutput(pathOf(desk), { overwrite: true });
  try {
    await output.append(seal(Buffer.from(JSON.stringify(value)), key, NAME));
    await output.commit();
  } finally {
    key.fill(0);
    await output.abort();
  }
}
