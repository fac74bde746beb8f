// Asks whether a certificate is revoked: OCSP first, else its CRL. That nobody answers is an outcome, no error.
import type { Certificate } from '../../cms/certificate.ts';
import type { PenaError } from '../../domain/pena-error.ts';
import { askCrl } from '../crl/ask-crl.ts';
import type { CertificateList } from '../crl/certificate-list.ts';
import { askOcsp } from '../ocsp/ask-ocsp.ts';
import { TrustError } from '../trust-error.ts';
import { addressesOf } from './addresses.ts';
import type { RevocationAnswer } from './judgement.ts';
import { failureOf, type RevocationProblem, type RevocationServices } from './services.ts';

export interface RevocationFinding {
  readonly status: 'good' | 'revoked' | 'unknown';
  /** Null when unknown. */
  readonly answer: RevocationAnswer | null;
  /** DER of what the answer rests on, to be kept with a signature: an OCSPResponse, or CRLs. */
  readonly ocsp: Uint8Array | null;
  readonly crls: readonly Uint8Array[];
  /** Why the sources asked before gave nothing; when unknown, why nothing is known. */
  readonly problems: readonly RevocationProblem[];
}

/** Throws CANCELLED and nothing else. */
export async function collectRevocation(
  certificate: Certificate,
  issuer: Certificate,
  services: RevocationServices,
): Promise<RevocationFinding> {
  const subject = { certificate, issuer };
  const addresses = addressesOf(certificate);
  const problems: RevocationProblem[] = [];
  for (const url of addresses.ocsp) {
    try {
      return found(await askOcsp(url, subject, services), problems);
    } catch (thrown) {
      problems.push({ source: 'ocsp', url, error: failureOf(thrown) });
    }
  }
  let lists: readonly CertificateList[] = [];
  for (const url of addresses.crl) {
    try {
      const finding = await askCrl(url, subject, lists, services);
      if (finding.answer !== null) return found(finding.answer, problems);
      lists = finding.lists;
      if (finding.error !== null) problems.push(failed(url, finding.error));
    } catch (thrown) {
      problems.push(failed(url, failureOf(thrown)));
    }
  }
  if (problems.length === 0) {
    problems.push(
      failed('', new TrustError('REVOCATION_NO_SOURCE', { name: certificate.commonName })),
    );
  }
  return { status: 'unknown', answer: null, ocsp: null, crls: [], problems };
}

function failed(url: string, error: PenaError): RevocationProblem {
  return { source: 'crl', url, error };
}

function found(
  answer: RevocationAnswer,
  problems: readonly RevocationProblem[],
): RevocationFinding {
  const [first] = answer.evidence;
  const isOcsp = answer.source === 'ocsp';
  return {
    status: answer.revocation === null ? 'good' : 'revoked',
    answer,
    ocsp: isOcsp && first !== undefined ? first : null,
    crls: isOcsp ? [] : answer.evidence,
    problems,
  };
}
