// From the case to the message that travels: only what the authority needs to act. The NIK is not among it: name,
// NIP and the certificate's own number say whom and what is meant.
import type { PaperReference, RevocationRequest } from '../../domain/revocation-request.ts';
import type { KeptPaper, LostKeyCase } from './case.ts';
import { GROUND_RULES, invalidityDate } from './ground.ts';

/** @param idempotencyKey of this message; UUID */
export function requestOf(
  lost: LostKeyCase,
  idempotencyKey: string,
  reportedAt: Date,
): RevocationRequest {
  const { issuer, issuerName, serial, sha256 } = lost.certificate;
  const { name, nip, email } = lost.owner;
  return {
    caseId: lost.id,
    idempotencyKey,
    certificate: { issuer, issuerName, serial, sha256 },
    reason: GROUND_RULES[lost.ground].reason,
    ground: lost.ground,
    invalidityDate: invalidityDate(lost.ground, lost.event),
    reportedAt: reportedAt.toISOString(),
    reportedBy: lost.reportedBy,
    owner: { name, nip, email },
    narrative: lost.event.narrative,
    papers: [
      ...paper('police-report', lost.authorityReport?.scan ?? null),
      ...paper('statement', lost.statement?.copy ?? null),
      ...paper('other', lost.doubtful?.copy ?? null),
    ],
  };
}

function paper(kind: PaperReference['kind'], kept: KeptPaper | null): PaperReference[] {
  return kept === null ? [] : [{ kind, ...kept }];
}
