// Whether a file is what this batch would have made of a document: the document's bytes, and behind them a
// signature with the batch's certificate. What is, need not be signed once more.
import { createHash } from 'node:crypto';
import { CmsError } from '../../cms/cms-error.ts';
import { readSignedData } from '../../cms/signed-data-reader.ts';
import { contentHashOf, onlySigner, verifySigner } from '../../cms/verify-signer.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import { readSignatures } from '../../pdf/signature-inventory.ts';
import type { SignatureValue } from '../../pdf/signature-value.ts';
import type { ByteSource } from '../../ports/byte-source.ts';

const CHUNK = 1 << 20;

export interface VersionQuestion {
  readonly original: ByteSource;
  readonly candidate: ByteSource;
  /** SHA-256 of the certificate. */
  readonly certificate: string;
  readonly password?: Uint8Array | undefined;
}

/** False for everything else, also for what cannot be read. @throws {PenaError} FILE_* */
export async function isSignedVersion(question: VersionQuestion): Promise<boolean> {
  const { original, candidate, password } = question;
  if (candidate.size <= original.size || !(await beginsWith(candidate, original))) return false;
  try {
    const { signatures, revisionEnds } = await readSignatures(candidate, { password });
    if (revisionEnds.at(-1) !== candidate.size) return false;
    for (const signature of signatures) {
      if (await isOurs(signature, question)) return true;
    }
    return false;
  } catch (thrown) {
    if (thrown instanceof PdfError || thrown instanceof CmsError) return false;
    throw thrown;
  }
}

async function beginsWith(candidate: ByteSource, original: ByteSource): Promise<boolean> {
  for (let at = 0; at < original.size; at += CHUNK) {
    const length = Math.min(CHUNK, original.size - at);
    const [a, b] = await Promise.all([candidate.read(at, length), original.read(at, length)]);
    if (Buffer.compare(a, b) !== 0) return false;
  }
  return true;
}

async function isOurs(
  { byteRange, contents, contentsSpan }: SignatureValue,
  { original, candidate, certificate }: VersionQuestion,
): Promise<boolean> {
  const [start, first, second, rest] = byteRange;
  if (start !== 0 || first === undefined || second === undefined || rest === undefined) {
    return false;
  }
  if (contentsSpan?.start !== first || contentsSpan.end !== second) return false;
  if (second + rest <= original.size || second + rest > candidate.size) return false;
  const { signers, contentType, certificates } = readSignedData(contents);
  const signer = onlySigner(signers);
  const name = contentHashOf(signer);
  if (name === null) return false;
  const hash = createHash(name);
  for (const [from, length] of [
    [start, first],
    [second, rest],
  ] as const) {
    for (let at = 0; at < length; at += CHUNK) {
      hash.update(await candidate.read(from + at, Math.min(CHUNK, length - at)));
    }
  }
  const facts = verifySigner({ signer, contentType, certificates, contentDigest: hash.digest() });
  return (
    facts.digest === 'match' &&
    facts.signature === 'match' &&
    facts.certificate?.sha256 === certificate
  );
}
