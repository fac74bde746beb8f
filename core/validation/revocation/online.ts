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

/**
 * Whether anything was found. An answer may bring along somebody to ask about, its responder: then there is
 * another round.
 * @param asked digests of the certificates already asked about; grows
 */
export async function askOnline(
  evidence: RevocationEvidence,
  online: OnlineRevocation,
  asked: Set<string>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let found = false;
  for (const { certificate, issuer } of evidence.unanswered) {
    if (asked.has(certificate.sha256) || asked.size >= MAX_QUESTIONS) continue;
    asked.add(certificate.sha256);
    const answers = await online(certificate, issuer, signal);
    if (answers.ocspResponses.length + answers.crls.length === 0) continue;
    evidence.addFetched(answers);
    found = true;
  }
  return found;
}
