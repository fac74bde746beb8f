// How far a case has come, with what its report has met on its way.
import type { OutboxStore } from '../../ports/outbox-store.ts';
import type { LostKeyCase } from './case.ts';
import { withOutbox } from './from-outbox.ts';
import { stateOf } from './state.ts';

/** Of the report that was queued last; null: none was. */
export function keyOf({ events }: LostKeyCase): string | null {
  const last = events.filter((event) => event.kind === 'queued').at(-1);
  return last?.idempotencyKey ?? null;
}

/** The case with what its report has come to since. @throws {PenaError} OUTBOX_UNREADABLE, FILE_* */
export async function followed(lost: LostKeyCase, outbox: OutboxStore): Promise<LostKeyCase> {
  const key = keyOf(lost);
  if (key === null || !(await outbox.keys()).includes(key)) return lost;
  return withOutbox(lost, (await outbox.read(key)).status);
}

/** Whether somebody outside may have the report. */
export function hasLeft(lost: LostKeyCase): boolean {
  return !['draft', 'queued', 'withdrawn'].includes(stateOf(lost));
}
