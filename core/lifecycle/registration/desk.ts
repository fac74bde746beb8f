// The registration authority's desk: takes reports in, gives signed receipts, and notes what was decided and why
// (Pasal 12(3), 12(4), 21(2)). What is kept is never changed.
import { PenaError } from '../../domain/pena-error.ts';
import type { PaperKind, RevocationRequest } from '../../domain/revocation-request.ts';
import type {
  Decision,
  ReportReceiver,
  ReportStore,
  StoredReport,
} from '../../ports/report-receiver.ts';
import type { SigningKey } from '../../ports/token.ts';
import { signDetached } from '../../cms/detached.ts';
import { digestOf, parseJson, type Receipt, reportMessage } from '../channels/wire.ts';
import { missingFor } from './completeness.ts';

export interface DeskOptions {
  readonly store: ReportStore;
  /** Signs receipts. */
  readonly key: SigningKey;
  readonly now: () => Date;
}

export function reportReceiver({ store, key, now }: DeskOptions): ReportReceiver {
  const receiptFor = async (report: StoredReport): Promise<Uint8Array> => {
    const decision = store.decision(report.caseId);
    const content: Receipt = {
      format: 'pena-receipt-1',
      caseId: report.caseId,
      idempotencyKey: report.idempotencyKey,
      messageSha256: report.sha256,
      state: decision?.state ?? 'received',
      at: decision?.at ?? report.receivedAt,
      reason: decision?.reason ?? '',
    };
    const bytes = Buffer.from(JSON.stringify(content));
    const signature = await signDetached(bytes, key, 'tanda terima');
    return Buffer.from(
      JSON.stringify({
        receipt: bytes.toString('base64'),
        signature: Buffer.from(signature).toString('base64'),
      }),
    );
  };
  return {
    receive: async (body, idempotencyKey) => {
      const request = readMessage(body);
      if (request.idempotencyKey !== idempotencyKey) {
        throw new PenaError('RA_REPORT_INVALID', { detail: 'idempotency-key' });
      }
      const report: StoredReport = {
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
function readMessage(body: Uint8Array): RevocationRequest {
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

export interface RegistrationCase {
  readonly caseId: string;
  readonly state: 'received' | Decision['state'];
  readonly receivedAt: string;
  readonly reports: readonly RevocationRequest[];
  /** What Pasal 16(4) asks for and no report of the case has brought. */
  readonly missing: readonly PaperKind[];
  readonly decision: Decision | null;
}

/** @throws {PenaError} RA_CASE_UNKNOWN, RA_STORE_UNREADABLE */
export function readCase(store: ReportStore, caseId: string): RegistrationCase {
  const kept = store.byCase(caseId);
  const [first] = kept;
  if (first === undefined) throw new PenaError('RA_CASE_UNKNOWN', { case: caseId.slice(0, 40) });
  const reports = kept.map(({ body }) => readMessage(body));
  const decision = store.decision(caseId);
  return {
    caseId,
    state: decision?.state ?? 'received',
    receivedAt: first.receivedAt,
    reports,
    missing: missingFor(reports),
    decision,
  };
}

/**
 * A paper of a case as it came, by its digest.
 * @throws {PenaError} RA_CASE_UNKNOWN where the case has no such paper
 */
export function readPaper(store: ReportStore, caseId: string, sha256: string): Uint8Array {
  for (const { body } of store.byCase(caseId)) {
    const { request, papers } = reportMessage.parse(parseJson(body));
    const index = request.papers.findIndex((paper) => paper.sha256 === sha256);
    if (index !== -1) return Buffer.from(papers[index] ?? '', 'base64');
  }
  throw new PenaError('RA_CASE_UNKNOWN', { case: caseId.slice(0, 40) });
}

/** Decides once. @throws {PenaError} RA_CASE_UNKNOWN, RA_CASE_DECIDED, RA_STORE_UNREADABLE */
export function decideCase(store: ReportStore, decision: Decision): void {
  readCase(store, decision.caseId);
  if (!store.decide(decision)) throw new PenaError('RA_CASE_DECIDED', { case: decision.caseId });
}
