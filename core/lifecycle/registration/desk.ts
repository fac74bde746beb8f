// The registration authority's desk: takes reports in, gives signed receipts, and notes what was decided and why
// (Pasal 12(3), 12(4), 21(2)). What is kept is never changed; a receipt tells of its own message.
import { PenaError } from '../../domain/pena-error.ts';
import type { RevocationRequest } from '../../domain/revocation-request.ts';
import type {
  ReceivedReport,
  ReportReceiver,
  ReportStore,
  StoredReport,
} from '../../ports/report-receiver.ts';
import type { SigningKey } from '../../ports/token.ts';
import { digestOf, parseJson, type Receipt, reportMessage } from '../channels/wire.ts';
import { decisionOn } from './history.ts';
import { signedAnswer } from './signed-answer.ts';

export interface DeskOptions {
  readonly store: ReportStore;
  /** Signs receipts. */
  readonly key: SigningKey;
  readonly now: () => Date;
}

export function reportReceiver({ store, key, now }: DeskOptions): ReportReceiver {
  const receiptFor = async (report: StoredReport): Promise<Uint8Array> => {
    const decision = decisionOn(report.n, store.decisions(report.caseId));
    const content: Receipt = {
      format: 'pena-receipt-1',
      caseId: report.caseId,
      idempotencyKey: report.idempotencyKey,
      messageSha256: report.sha256,
      state: decision?.state ?? 'received',
      at: decision?.at ?? report.receivedAt,
      reason: decision?.reason ?? '',
    };
    return signedAnswer(content, key);
  };
  return {
    receive: async (body, idempotencyKey) => {
      const request = readMessage(body);
      if (request.idempotencyKey !== idempotencyKey) {
        throw new PenaError('RA_REPORT_INVALID', { detail: 'idempotency-key' });
      }
      const report: ReceivedReport = {
        idempotencyKey,
        caseId: request.caseId,
        receivedAt: now().toISOString(),
        sha256: digestOf(body),
        body,
      };
      store.add(report);
      const kept = store.byKey(idempotencyKey);
      if (kept?.sha256 !== report.sha256) throw new PenaError('RA_CONFLICT');
      return receiptFor(kept);
    },
    status: async (idempotencyKey) => {
      const kept = store.byKey(idempotencyKey);
      if (kept === null) throw new PenaError('RA_CASE_UNKNOWN');
      return receiptFor(kept);
    },
  };
}

/** @throws {PenaError} RA_REPORT_INVALID, with the place of the first fault and never its value */
export function readMessage(body: Uint8Array): RevocationRequest {
  const parsed = reportMessage.safeParse(parseJson(body));
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new PenaError('RA_REPORT_INVALID', place === '' ? {} : { detail: place.slice(0, 100) });
  }
  const { request, papers } = parsed.data;
  const right =
    papers.length === request.papers.length &&
    papers.every(
      (paper, i) => digestOf(Buffer.from(paper, 'base64')) === request.papers[i]?.sha256,
    );
  if (!right) throw new PenaError('RA_REPORT_INVALID', { detail: 'papers.sha256' });
  return request;
}
