// The cases at the registration authority's desk: what came, what each message's state is, what is missing, and how
// a case is decided (Pasal 12(2), 12(3), 21(2)).
import { PenaError } from '../../domain/pena-error.ts';
import type { PaperKind, RevocationRequest } from '../../domain/revocation-request.ts';
import type { Decision, ReportStore, StoredDecision } from '../../ports/report-receiver.ts';
import { parseJson, reportMessage } from '../channels/wire.ts';
import { missingFor } from './completeness.ts';
import { readMessage } from './desk.ts';
import { decisionOn } from './history.ts';

export interface CaseMessage {
  /** Its place among all messages that ever came. */
  readonly n: number;
  readonly idempotencyKey: string;
  readonly receivedAt: string;
  readonly state: 'received' | Decision['state'];
  /** Why it was decided so; empty where nothing was said. */
  readonly reason: string;
}

export interface RegistrationCase {
  readonly caseId: string;
  /** `received` as long as one message is undecided; else what was decided last. */
  readonly state: 'received' | Decision['state'];
  /** When the first report came. */
  readonly receivedAt: string;
  /** The first report, then those that brought papers. */
  readonly reports: readonly RevocationRequest[];
  /** One for each of the reports. */
  readonly messages: readonly CaseMessage[];
  /** What Pasal 16(4) asks for and no report of the case has brought. */
  readonly missing: readonly PaperKind[];
  /** In their order. */
  readonly decisions: readonly StoredDecision[];
  /** The last of them. */
  readonly decision: StoredDecision | null;
}

/** @throws {PenaError} RA_CASE_UNKNOWN, RA_STORE_UNREADABLE */
export function readCase(store: ReportStore, caseId: string): RegistrationCase {
  const kept = store.byCase(caseId);
  const [first] = kept;
  if (first === undefined) throw new PenaError('RA_CASE_UNKNOWN', { case: caseId.slice(0, 40) });
  const reports = kept.map(({ body }) => readMessage(body));
  const decisions = store.decisions(caseId);
  const messages = kept.map(({ n, idempotencyKey, receivedAt }) => {
    const decision = decisionOn(n, decisions);
    const state: CaseMessage['state'] = decision?.state ?? 'received';
    return { n, idempotencyKey, receivedAt, state, reason: decision?.reason ?? '' };
  });
  const decision = decisions.at(-1) ?? null;
  const open = messages.some(({ state }) => state === 'received');
  return {
    caseId,
    state: open ? 'received' : (decision?.state ?? 'received'),
    receivedAt: first.receivedAt,
    ...{ reports, messages, missing: missingFor(reports), decisions, decision },
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

export interface Seen {
  /** `n` of the last message that whoever decides has seen, and of the last decision; 0: none. */
  readonly message: number;
  readonly decision: number;
}

/** What somebody who reads the case now has seen of it. */
export function seenOf({ messages, decision }: RegistrationCase): Seen {
  return { message: messages.at(-1)?.n ?? 0, decision: decision?.n ?? 0 };
}

/** Undecided messages wait; a rejection may still be turned into an acceptance, never the other way. */
export function canDecide(one: RegistrationCase, state: Decision['state']): boolean {
  if (one.state === 'received') return true;
  return state === 'accepted' && one.messages.some((message) => message.state === 'rejected');
}

/**
 * Decides on the messages that were seen; one that came since stays undecided.
 * @throws {PenaError} RA_CASE_UNKNOWN, RA_CASE_DECIDED (also by another desk meanwhile), RA_STORE_UNREADABLE
 */
export function decideCase(
  store: ReportStore,
  decision: Omit<Decision, 'upTo'>,
  seen?: Seen,
): void {
  const one = readCase(store, decision.caseId);
  const { message, decision: after } = seen ?? seenOf(one);
  const decided = new PenaError('RA_CASE_DECIDED', { case: decision.caseId });
  if (!canDecide(one, decision.state)) throw decided;
  if (!store.decide({ ...decision, upTo: message }, after)) throw decided;
}
