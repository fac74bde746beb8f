// The reported certificate, and perhaps its issuer's, as they lie here: beside the case, or in the list of those seen.
import { toPenaError } from '../../domain/pena-error.ts';
import type { RevocationRequest } from '../../domain/revocation-request.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { KnownCertificates } from '../../ports/known-certificates.ts';
import { readCase } from './read-case.ts';

/** DER, in no order; what cannot be read is not there. @throws {PenaError} CERTIFICATE_REGISTRY_INVALID, FILE_* */
export async function keptCertificates(
  { caseId, certificate }: RevocationRequest,
  cases: CaseStore,
  known: Pick<KnownCertificates, 'find'>,
): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  const kept = (await orNull(() => readCase(cases, caseId)))?.kept;
  for (const sha256 of [kept?.certificate ?? null, kept?.issuer ?? null]) {
    const der = sha256 === null ? null : await orNull(() => cases.readPaper(caseId, sha256));
    if (der !== null) found.push(der);
  }
  const seen = certificate.sha256 === null ? null : await known.find(certificate.sha256);
  if (seen !== null) found.push(new Uint8Array(Buffer.from(seen.certificate, 'base64')));
  return found;
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    if (['CASE_NOT_FOUND', 'CASE_UNREADABLE'].includes(toPenaError(thrown).code)) return null;
    throw thrown;
  }
}
