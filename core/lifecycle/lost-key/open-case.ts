// A case as it begins: what a person has told, judged by the schema; then kept, and its report in the outbox.
import { PenaError } from '../../domain/pena-error.ts';
import { enqueue } from '../outbox/deliver.ts';
import { type LostKeyCase, lostKeyCase } from './case.ts';
import type { CasePlaces } from './close.ts';
import { gapsOfFirstReport } from './gaps.ts';
import { requestOf } from './request.ts';

/** What is told of a loss; the shape is for the schema to judge. */
export interface Told {
  readonly reportedBy: unknown;
  readonly reporterName?: unknown;
  readonly ground: unknown;
  readonly owner: unknown;
  readonly superior: unknown;
  readonly event: unknown;
}

/** @param id of the case, a UUID. @throws {PenaError} CASE_DATA_INVALID with the field that is wrong or missing */
export function openCase(
  id: string,
  certificate: LostKeyCase['certificate'],
  told: Told,
  now: Date,
): LostKeyCase {
  const lost = judged({
    ...{ id, openedAt: now.toISOString(), certificate, ...told },
    ...{ authorityReport: null, statement: null, reissueRequestedAt: null, events: [] },
  });
  const [gap] = gapsOfFirstReport(lost, now);
  if (gap !== undefined) throw new PenaError('CASE_DATA_INVALID', { field: gap });
  return lost;
}

/** A case as the schema lets it be. @throws {PenaError} CASE_DATA_INVALID with the field that is wrong */
export function judged(value: unknown): LostKeyCase {
  const read = lostKeyCase.safeParse(value);
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.join('.') ?? '';
  throw new PenaError('CASE_DATA_INVALID', { field });
}

/**
 * Keeps the case, then its first report in the outbox: from here on neither is lost. It has reached nobody yet.
 * @param key idempotency key of the report, a UUID
 * @param own the certificate, and its issuer's where that is known: kept with the case, to watch by
 * @throws {PenaError} FILE_*
 */
export async function report(
  lost: LostKeyCase,
  key: string,
  own: { readonly certificate: Uint8Array; readonly issuer: Uint8Array | null } | null,
  { cases, outbox }: CasePlaces,
  now: Date,
): Promise<LostKeyCase> {
  const queued = { kind: 'queued', at: now.toISOString(), idempotencyKey: key } as const;
  const reported = { ...lost, events: [...lost.events, queued] };
  await cases.write(lost.id, reported);
  const issuer = own?.issuer ?? null;
  const watched = own === null || issuer === null ? null : { ...own, issuer };
  await enqueue(outbox, { request: requestOf(reported, key, now), papers: [], watched }, now);
  if (own === null) return reported;
  const kept = {
    certificate: await cases.addPaper(lost.id, own.certificate),
    issuer: issuer === null ? null : await cases.addPaper(lost.id, issuer),
  };
  const whole = { ...reported, kept };
  await cases.write(lost.id, whole);
  return whole;
}
