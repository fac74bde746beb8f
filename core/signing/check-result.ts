// Looks at the new file as a reader will, before anybody else does: structure, place and mathematics.
// The bytes were digested as they were written; they are not read a second time.
import type { VerifiedValue } from '../cms/verified-value.ts';
import { verifySignedData } from '../cms/verify.ts';
import { PenaError } from '../domain/pena-error.ts';
import { PdfReader } from '../pdf/reader.ts';
import { newestEnd } from '../pdf/revisions.ts';
import { signaturesIn } from '../pdf/signature-inventory.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import type { PreparedSignature } from './prepare.ts';

export interface ResultInput {
  readonly file: ByteSource;
  /** The original, which the file begins with: it was read when the signature was planned. */
  readonly original: PdfReader;
  readonly password: Uint8Array | undefined;
  readonly field: string;
  readonly prepared: PreparedSignature;
  readonly cms: Uint8Array;
  /** Of the byte range. */
  readonly digest: Uint8Array;
  /** The value as the key gave it, where the key has verified it. */
  readonly verified: VerifiedValue | undefined;
}

/** @throws {PenaError} TOKEN_SIGNATURE_WRONG; Error where the file is not what was meant: our bug */
export async function checkResult(input: ResultInput): Promise<void> {
  const { file, original, field, password, prepared, cms, digest, verified } = input;
  const reader = await PdfReader.openAppended(file, original, { password });
  // The others have not changed: with hundreds of them, reading them again would take most of the time.
  const ours = await signaturesIn(reader, field);
  const [signature] = ours;
  const { gap, byteRange } = prepared;
  const placed =
    signature !== undefined &&
    ours.length === 1 &&
    byteRange.every((n, index) => n === signature.byteRange[index]) &&
    signature.contentsSpan?.start === gap.start &&
    signature.contentsSpan.end === gap.end &&
    Buffer.compare(signature.contents.subarray(0, cms.length), cms) === 0 &&
    (await newestEnd(reader)) === file.size;
  if (!placed) throw new Error('the signed file is not what was prepared');
  const sound = verifySignedData(cms, digest, verified);
  if (!sound.ok) throw new PenaError('TOKEN_SIGNATURE_WRONG', { token: '' });
}
