// Whether the one certificate of a batch is revoked, asked once for the documents of the next minute: a
// thousand documents are not a thousand questions, and an answer of this morning does not serve tonight.
import type { Clock } from '../../ports/clock.ts';
import type { ProofServices, RevocationStatus } from '../proof-services.ts';

const HOLDS = 60_000;

export function sharingStatus(services: ProofServices, clock: Clock): ProofServices {
  let asked: { readonly until: number; readonly answer: Promise<RevocationStatus> } | null = null;
  return {
    get timestampSize() {
      return services.timestampSize;
    },
    timestamp: (digest, signal) => services.timestamp(digest, signal),
    collect: (certificates, others, signal) => services.collect(certificates, others, signal),
    status: (certificate, others, signal) => {
      const now = clock.now().getTime();
      if (asked !== null && now < asked.until) return asked.answer;
      const answer = services.status(certificate, others, signal);
      asked = { until: now + HOLDS, answer };
      return answer;
    },
  };
}
