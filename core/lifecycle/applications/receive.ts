// Applications as the registration authority's server takes them in: a package under its own digest, kept once, with a
// signed receipt that says how far it has come. Whether it is complete the desk judges (Pasal 12).
import { PenaError } from '../../domain/pena-error.ts';
import type { ApplicationReceiver, StoredReport } from '../../ports/report-receiver.ts';
import { type ApplicationReceipt, digestOf } from '../channels/wire.ts';
import type { DeskOptions } from '../registration/desk.ts';
import { decisionOn } from '../registration/history.ts';
import { signedAnswer } from '../registration/signed-answer.ts';
import { takeApplication } from './desk.ts';

export function applicationReceiver({ store, key, now }: DeskOptions): ApplicationReceiver {
  const receiptFor = (kept: StoredReport): Promise<Uint8Array> => {
    const decision = decisionOn(kept.n, store.decisions(kept.caseId));
    const content: ApplicationReceipt = {
      format: 'pena-application-receipt-1',
      applicationId: kept.caseId,
      packageSha256: kept.sha256,
      state: decision?.state ?? 'received',
      at: decision?.at ?? kept.receivedAt,
      reason: decision?.reason ?? '',
    };
    return signedAnswer(content, key);
  };
  const status = async (sha256: string): Promise<Uint8Array> => {
    const kept = store.byKey(sha256);
    if (kept === null) throw new PenaError('RA_CASE_UNKNOWN');
    return receiptFor(kept);
  };
  return {
    receive: async (body, idempotencyKey) => {
      const sha256 = digestOf(body);
      if (idempotencyKey !== sha256) {
        throw new PenaError('RA_REPORT_INVALID', { detail: 'idempotency-key' });
      }
      // One that is kept is not unpacked again.
      if (store.byKey(sha256) === null) takeApplication(store, body, now());
      return status(sha256);
    },
    status,
  };
}
