// A case is kept before its report lies in the outbox. Where the program was ended between the two, the report is
// put there again, as the same message: nothing is lost, and nothing arrives twice.
import type { LostKeyCase } from './case.ts';
import { requestOf } from './request.ts';
import { stateOf } from './state.ts';
import { enqueue } from '../outbox/deliver.ts';
import type { OutboxStore } from '../../ports/outbox-store.ts';

/** The first report goes without papers; whether the issuer is asked about it was not kept. @throws {PenaError} FILE_* */
export async function requeue(lost: LostKeyCase, outbox: OutboxStore): Promise<void> {
  const queued = lost.events.filter((event) => event.kind === 'queued').at(-1);
  if (queued === undefined || stateOf(lost) !== 'queued') return;
  const { idempotencyKey: key, at } = queued;
  if ((await outbox.keys()).includes(key)) return;
  const request = requestOf({ ...lost, authorityReport: null, statement: null }, key, new Date(at));
  await enqueue(outbox, { request, papers: [], watched: null }, new Date());
}
