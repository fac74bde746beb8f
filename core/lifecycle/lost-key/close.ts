// The two ends of a case that a person chooses: the report is taken back, or everything of it is deleted.
import { PenaError } from '../../domain/pena-error.ts';
import type { CaseStore, DeletionProof } from '../../ports/case-store.ts';
import type { OutboxStore } from '../../ports/outbox-store.ts';
import { inTurn } from '../in-turn.ts';
import { type BlockPlaces, unblock } from './block.ts';
import type { LostKeyCase } from './case.ts';
import { followed } from './follow.ts';
import { reportKeysOf } from './from-outbox.ts';
import { readCase } from './read-case.ts';
import { stateOf } from './state.ts';

export interface CasePlaces {
  readonly cases: CaseStore;
  readonly outbox: OutboxStore;
}

/**
 * Takes a report back, with its reason, and lets its certificate sign here again.
 * @param why up to 200 characters
 * @returns the case as it was before, with what its report had come to: whether somebody must be told
 * @throws {PenaError} CASE_NOT_FOUND, CASE_REVOKED, CERT_NOT_FOUND, JOURNAL_*, FILE_*
 */
export async function takeBack(
  id: string,
  why: string,
  { cases, outbox }: CasePlaces,
  places: Pick<BlockPlaces, 'known' | 'journal'>,
): Promise<LostKeyCase> {
  // A round of the outbox at this moment writes what it has come to: neither over the other.
  const { lost, now } = await inTurn(cases, id, async () => {
    const kept = await readCase(cases, id);
    const followedNow = await followed(kept, outbox);
    if (stateOf(followedNow) === 'revoked') throw new PenaError('CASE_REVOKED');
    const at = new Date().toISOString();
    const events = [...followedNow.events, { kind: 'withdrawn' as const, at, why }];
    await cases.write(id, { ...followedNow, events });
    return { lost: kept, now: followedNow };
  });
  // Whoever has it is told by hand; nobody else shall get it now.
  await removeReports(lost, outbox);
  const { sha256 } = lost.certificate;
  if (sha256 !== null) await unblock(sha256, places);
  return now;
}

/**
 * Deletes a case with its papers. The certificate stays blocked: only `takeBack` opens it.
 * @param unsent also a report that has reached nobody
 * @throws {PenaError} CASE_NOT_FOUND, CASE_UNSENT, CASE_BUSY, FILE_*
 */
export async function deleteCase(
  id: string,
  unsent: boolean,
  { cases, outbox }: CasePlaces,
): Promise<DeletionProof> {
  const { lost, proof } = await inTurn(cases, id, async () => {
    const kept = await readCase(cases, id);
    if (stateOf(await followed(kept, outbox)) === 'queued' && !unsent) {
      throw new PenaError('CASE_UNSENT');
    }
    return { lost: kept, proof: await cases.remove(id) };
  });
  await removeReports(lost, outbox);
  return proof;
}

async function removeReports(lost: LostKeyCase, outbox: OutboxStore): Promise<void> {
  const keys = reportKeysOf(lost);
  if (keys.length === 0) return;
  await outbox.alone(async () => {
    for (const key of keys) await outbox.remove(key);
  });
}
