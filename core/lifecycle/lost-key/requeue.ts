// A case is kept before its report lies in the outbox. Where the program was ended between the two, the report is
// put there again, as the same message: nothing is lost, and nothing arrives twice.
import type { CaseEvent, LostKeyCase } from './case.ts';
import { requestOf } from './request.ts';
import { stateOf } from './state.ts';
import { enqueue } from '../outbox/deliver.ts';
import type { OutboxStore } from '../../ports/outbox-store.ts';

/** The first report goes without papers; the certificates to watch by are found again. @throws {PenaError} FILE_* */
export async function requeue(lost: LostKeyCase, outbox: OutboxStore): Promise<void> {
  const queued = lost.events.filter(isFirstReport).at(-1);
  if (queued === undefined || stateOf(lost) !== 'queued') return;
  const { idempotencyKey: key, at } = queued;
  if ((await outbox.keys()).includes(key)) return;
  const request = requestOf(
    { ...lost, authorityReport: null, statement: null, doubtful: undefined },
    key,
    new Date(at),
  );
  await enqueue(outbox, { request, papers: [], watched: null }, new Date());
}

/** Reports with papers lie in the outbox before the case says so. */
function isFirstReport(event: CaseEvent): event is Extract<CaseEvent, { kind: 'queued' }> {
  return event.kind === 'queued' && event.papers === undefined;
}
