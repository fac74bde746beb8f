// How far a case has come, with what its messages have met on their way.
import type { OutboxStore } from '../../ports/outbox-store.ts';
import type { LostKeyCase } from './case.ts';
import { reportKeysOf, withOutbox } from './from-outbox.ts';
import { stateOf } from './state.ts';

/** The case with what has become of all its messages since. @throws {PenaError} OUTBOX_UNREADABLE, FILE_* */
export async function followed(lost: LostKeyCase, outbox: OutboxStore): Promise<LostKeyCase> {
  const there = await outbox.keys();
  let told = lost;
  for (const key of reportKeysOf(lost)) {
    if (!there.includes(key)) continue;
    told = withOutbox(told, (await outbox.read(key)).status, key);
  }
  return told;
}

/** Whether somebody outside may have the report. */
export function hasLeft(lost: LostKeyCase): boolean {
  return !['draft', 'queued', 'withdrawn'].includes(stateOf(lost));
}
