// Papers that came after the first report went out, as a report of their own on the same case (Pasal 16(4)). Its key
// comes from case and papers: the same papers make the same message, however often and wherever this is done.
import { createHash } from 'node:crypto';
import type { OutboxReport } from '../../ports/outbox-store.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { CaseEvent, LostKeyCase } from './case.ts';
import { requestOf } from './request.ts';
import { stateOf } from './state.ts';

export interface FollowUp {
  readonly report: OutboxReport;
  /** To be added to the case once the report lies in the outbox. */
  readonly event: CaseEvent;
}

/**
 * Null where there is nothing new to bring, or no first report that it could follow.
 * @throws {PenaError} CASE_NOT_FOUND, CASE_UNREADABLE, FILE_*
 */
export async function followUpOf(
  lost: LostKeyCase,
  cases: Pick<CaseStore, 'readPaper'>,
  now: Date,
): Promise<FollowUp | null> {
  const state = stateOf(lost);
  if (state === 'draft' || state === 'withdrawn') return null;
  const brought = new Set(
    lost.events.flatMap((event) => (event.kind === 'queued' ? (event.papers ?? []) : [])),
  );
  const all = requestOf(lost, lost.id, now).papers;
  const references = all.filter(({ sha256 }) => !brought.has(sha256));
  if (references.length === 0) return null;
  const digests = references.map(({ sha256 }) => sha256);
  const key = keyOf(lost.id, digests);
  const papers = [];
  for (const reference of references) {
    papers.push({ reference, bytes: await cases.readPaper(lost.id, reference.sha256) });
  }
  const request = { ...requestOf(lost, key, now), papers: references };
  return {
    report: { request, papers, watched: null },
    event: { kind: 'queued', at: now.toISOString(), idempotencyKey: key, papers: digests },
  };
}

/** RFC 9562 5.8: a UUID of our own making (version 8). */
function keyOf(caseId: string, digests: readonly string[]): string {
  const hash = createHash('sha256')
    .update([caseId, ...digests].join('\n'))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-');
}
