// The reported certificate as the search needs it: itself where it lies with the case or was seen here, else its number.
import type { CaseStore } from '../../ports/case-store.ts';
import type { KnownCertificates } from '../../ports/known-certificates.ts';
import type { LostKeyCase } from '../lost-key/case.ts';

/** DER; null where only the number is known. @throws {PenaError} CASE_*, CERTIFICATE_REGISTRY_*, FILE_* */
export async function suspectDer(
  { id, kept, certificate: { sha256 } }: LostKeyCase,
  cases: Pick<CaseStore, 'readPaper'>,
  known: Pick<KnownCertificates, 'find'>,
): Promise<Uint8Array | null> {
  if (kept !== undefined) return cases.readPaper(id, kept.certificate);
  const seen = sha256 === null ? null : await known.find(sha256);
  return seen === null ? null : new Uint8Array(Buffer.from(seen.certificate, 'base64'));
}
