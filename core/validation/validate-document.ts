// Judges every signature of a document (ETSI EN 319 102-1 5, 6): facts, checks, report.
import type { HashName } from '../cms/algorithms.ts';
import { PenaError } from '../domain/pena-error.ts';
import type { DocumentReport } from '../domain/report.ts';
import { readSignatures } from '../pdf/signature-inventory.ts';
import type { SignatureInventory } from '../pdf/signature-value.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import { CertificatePool } from '../trust/certificate-pool.ts';
import { judgeByteRange, type SignedRange } from './byte-range.ts';
import { conclude, verdictOf } from './conclusion.ts';
import { collectFacts } from './facts.ts';
import { digestRanges } from './range-digests.ts';
import { readSignature, type SignatureRead } from './read-signature.ts';
import { signatureReport } from './report.ts';

export interface ValidationOptions {
  /** DER certificates to trust. */
  readonly anchors: readonly Uint8Array[];
  /** Time for which to judge; null: the time a trusted time stamp proves, else `now`. */
  readonly at: Date | null;
  readonly now: Date;
  /** Of an encrypted document, in UTF-8; the caller wipes it. */
  readonly password?: Uint8Array | undefined;
  readonly signal?: AbortSignal;
}

/** Throws PDF_* for a file that cannot be read, CERT_MALFORMED for an anchor, CANCELLED. */
export async function validateDocument(
  source: ByteSource,
  options: ValidationOptions,
): Promise<DocumentReport> {
  return validateSignatures(source, await readSignatures(source, options), options);
}

/** The same over signatures already read. */
export async function validateSignatures(
  source: ByteSource,
  { signatures, revisionEnds }: SignatureInventory,
  { anchors, at, now, signal }: ValidationOptions,
): Promise<DocumentReport> {
  const pool = new CertificatePool(anchors);
  const ends = new Set(revisionEnds);
  const reads: SignatureRead[] = [];
  for (const value of signatures) {
    if (signal?.aborted) throw new PenaError('CANCELLED');
    const range = await judgeByteRange(value, source, ends);
    reads.push(readSignature(value, range, pool.read));
  }
  const digests = await digestRanges(source, reads.flatMap(digestRequest), signal);
  const reports = reads.map((read) => {
    const facts = collectFacts(read, { pool, digests, at, now });
    return signatureReport(facts, conclude(facts));
  });
  return {
    sha256: digests.sha256,
    verdict: verdictOf(reports.map(({ indication }) => indication)),
    signatures: reports,
  };
}

function digestRequest({ range: { range }, contents }: SignatureRead): {
  range: SignedRange;
  hash: HashName;
}[] {
  const hash = contents?.rangeHash ?? null;
  return range === null || hash === null ? [] : [{ range, hash }];
}
