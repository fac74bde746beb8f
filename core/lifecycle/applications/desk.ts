// Applications at the registration authority's desk: taken in as packages, checked by the papers of their article
// (Pasal 12(1)), accepted or rejected with reasons (12(2), 12(3)), and kept (12(4)). The store never forgets.
import { PenaError } from '../../domain/pena-error.ts';
import type { ReportStore, StoredDecision } from '../../ports/report-receiver.ts';
import { digestOf } from '../channels/wire.ts';
import { decisionOn } from '../registration/history.ts';
import {
  type HandedInApplication,
  missingOf,
  type OpenedApplication,
  openApplication,
} from './package.ts';

export interface DeskApplication {
  readonly id: string;
  /** As it was handed in last. */
  readonly request: HandedInApplication;
  readonly missing: ReturnType<typeof missingOf>;
  readonly state: 'received' | 'accepted' | 'rejected';
  /** When it was handed in last, and how often it was. */
  readonly receivedAt: string;
  readonly times: number;
  /** When each time. */
  readonly came: readonly string[];
  readonly decisions: readonly StoredDecision[];
  /** `n` of its last package, and of the last decision; 0: none. */
  readonly seen: { readonly message: number; readonly decision: number };
}

/** The same package twice is one. @returns its id. @throws {PenaError} PACKAGE_*, RA_STORE_UNREADABLE */
export function takeApplication(store: ReportStore, bytes: Uint8Array, now: Date): string {
  const { request } = openApplication(bytes);
  const sha256 = digestOf(bytes);
  const receivedAt = now.toISOString();
  store.add({ idempotencyKey: sha256, caseId: request.id, receivedAt, sha256, body: bytes });
  return request.id;
}

/** @throws {PenaError} RA_CASE_UNKNOWN, RA_STORE_UNREADABLE */
export function deskApplication(store: ReportStore, id: string): DeskApplication {
  const kept = store.byCase(id);
  const last = kept.at(-1);
  if (last === undefined) throw new PenaError('RA_CASE_UNKNOWN', { case: id.slice(0, 40) });
  const { request } = openApplication(last.body);
  const decisions = store.decisions(id);
  return {
    ...{ id, request, missing: missingOf(request), decisions },
    state: decisionOn(last.n, decisions)?.state ?? 'received',
    ...{ receivedAt: last.receivedAt, times: kept.length },
    came: kept.map(({ receivedAt }) => receivedAt),
    seen: { message: last.n, decision: decisions.at(-1)?.n ?? 0 },
  };
}

export function isWhole({ papers, mail }: DeskApplication['missing']): boolean {
  return papers.length === 0 && !mail;
}

/** What is accepted stays so; a rejection may be turned into an acceptance where nothing is missing (14(3)). */
export function canDecideApplication(
  { state, missing }: DeskApplication,
  as: 'accepted' | 'rejected',
): boolean {
  return state !== 'accepted' && state !== as && (as === 'rejected' || isWhole(missing));
}

export interface ApplicationVerdict {
  readonly state: 'accepted' | 'rejected';
  readonly reason: string;
  /** What of it was shown to whoever decides; absent: what is there now. */
  readonly seen?: DeskApplication['seen'];
}

/**
 * An application that is not whole cannot be accepted (14(3)); a rejection has its reasons (12(3)).
 * @throws {PenaError} RA_APPLICATION_INCOMPLETE, RA_REASON_MISSING, RA_CASE_DECIDED, RA_CASE_UNKNOWN
 */
export function decideApplication(
  store: ReportStore,
  id: string,
  { state, reason, seen }: ApplicationVerdict,
  now: Date,
): void {
  const one = deskApplication(store, id);
  const decided = new PenaError('RA_CASE_DECIDED', { case: id });
  if (one.state === 'accepted' || one.state === state) throw decided;
  if (state === 'accepted' && !isWhole(one.missing)) {
    throw new PenaError('RA_APPLICATION_INCOMPLETE');
  }
  if (state === 'rejected' && reason.trim() === '') throw new PenaError('RA_REASON_MISSING');
  const { message, decision } = seen ?? one.seen;
  // Handed in anew since it was shown: whoever decides has not seen that.
  if (message !== one.seen.message) throw decided;
  const verdict = { caseId: id, state, reason, at: now.toISOString(), upTo: message };
  if (!store.decide(verdict, decision)) throw decided;
}

/** The papers of what was handed in last. @throws {PenaError} RA_CASE_UNKNOWN */
export function applicationPapers(store: ReportStore, id: string): OpenedApplication['papers'] {
  const last = store.byCase(id).at(-1);
  if (last === undefined) throw new PenaError('RA_CASE_UNKNOWN', { case: id.slice(0, 40) });
  return openApplication(last.body).papers;
}

/** NIP and e-mail as the desk shows them until somebody asks. */
export function maskedApplicant({
  applicant,
}: HandedInApplication): HandedInApplication['applicant'] {
  return {
    ...applicant,
    nip: applicant.nip.replace(/^(..).*(..)$/, '$1**************$2'),
    email: applicant.email.replace(/^(.)[^@]*/, '$1***'),
  };
}
