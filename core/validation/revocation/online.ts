// Asks the network about certificates of which the document itself does not prove enough.
import type { Certificate } from '../../cms/certificate.ts';
import type { SecurityStore } from '../../pdf/security-store.ts';
import type { RevocationEvidence } from './evidence.ts';

/** Answers with what was found, judged or not. Never throws but for CANCELLED. */
export type OnlineRevocation = (
  certificate: Certificate,
  issuer: Certificate,
  signal: AbortSignal | undefined,
) => Promise<Pick<SecurityStore, 'ocspResponses' | 'crls'>>;

/** Certificates of one document that are asked about. */
const MAX_QUESTIONS = 64;

/** Whether anything was found. */
export async function askOnline(
  evidence: RevocationEvidence,
  online: OnlineRevocation,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let found = false;
  for (const { certificate, issuer } of evidence.unanswered.slice(0, MAX_QUESTIONS)) {
    const answers = await online(certificate, issuer, signal);
    if (answers.ocspResponses.length + answers.crls.length === 0) continue;
    evidence.addFetched(answers);
    found = true;
  }
  return found;
}
