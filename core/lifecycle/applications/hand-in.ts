// An application in the outbox: laid into it once for each content, and what is known of it there.
import { APPLICATION_RULES } from '../../domain/application-kind.ts';
import { PenaError } from '../../domain/pena-error.ts';
import type { HandIn } from '../../ports/application-channel.ts';
import type { CaseStore, DeletionProof } from '../../ports/case-store.ts';
import type { OutboxHandIn, OutboxStatus, OutboxStore } from '../../ports/outbox-store.ts';
import { digestOf } from '../channels/wire.ts';
import { enqueue } from '../outbox/deliver.ts';
import { readOrNull } from '../outbox/read-or-null.ts';
import type { Application } from './application.ts';
import { applicationPackage, openApplication } from './package.ts';
import { note, readApplication } from './steps.ts';

export interface HandInPlaces {
  readonly letters: CaseStore;
  readonly handIns: OutboxStore<OutboxHandIn>;
}

/** One handing-in of a package. @throws {PenaError} PACKAGE_* */
export function handInOf(bytes: Uint8Array): HandIn {
  const { id, kind, applicant, madeAt } = openApplication(bytes).request;
  return { id, kind, applicant, madeAt, bytes, sha256: digestOf(bytes) };
}

/** A UUID (RFC 9562 5.8) of what it says and encloses: what is unchanged is not sent anew. */
export function contentKey({ id, kind, told, papers }: Application): string {
  const said = Object.entries(told).sort(([a], [b]) => a.localeCompare(b));
  const content = [id, kind, said, papers.map(({ paper, sha256 }) => [paper, sha256])];
  const hex = digestOf(Buffer.from(JSON.stringify(content)));
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** Of the message that was laid into the outbox last; null: none was. */
export const queuedKey = ({ events }: Application): string | null =>
  events.findLast((event) => event.kind === 'queued')?.key ?? null;

/** How far the message of that key has come; null where it is not there. @throws {PenaError} FILE_* */
export async function sentStatus(
  one: Application,
  handIns: HandInPlaces['handIns'],
): Promise<OutboxStatus | null> {
  const key = queuedKey(one);
  if (key === null || !(await handIns.keys()).includes(key)) return null;
  return (await readOrNull(handIns, key))?.status ?? null;
}

/**
 * Lays the application into the outbox: the message first, then the note of it.
 * @throws {PenaError} CASE_DATA_INVALID where it is not complete or meant for somebody else; CASE_*, FILE_*
 */
export async function queueHandIn(
  id: string,
  { letters, handIns }: HandInPlaces,
  now: Date,
): Promise<Application> {
  const one = await readApplication(letters, id);
  if (!APPLICATION_RULES[one.kind].toAuthority) {
    throw new PenaError('CASE_DATA_INVALID', { field: one.kind });
  }
  const key = contentKey(one);
  if (!(await handIns.keys()).includes(key)) {
    const handIn = handInOf(await applicationPackage(one, letters, now));
    await enqueue(handIns, { key, handIn }, now);
  }
  const last = one.events.findLast(({ kind }) => kind === 'queued' || kind === 'handed-in');
  if (last?.kind === 'queued' && last.key === key) return one;
  return note(letters, id, { kind: 'queued', at: now.toISOString(), key });
}

/** For good, with what of it waits in the outbox. @throws {PenaError} CASE_NOT_FOUND, FILE_* */
export async function deleteApplication(
  id: string,
  { letters, handIns }: HandInPlaces,
): Promise<DeletionProof> {
  const proof = await letters.remove(id);
  for (const key of await handIns.keys()) {
    const kept = await readOrNull(handIns, key);
    if (kept?.message.handIn.id === id) await handIns.remove(key);
  }
  return proof;
}
