// What a batch leaves to be done when the network is back.
import { resolve } from 'node:path';
import type { BatchPlan } from '../../core/domain/batch.ts';
import { identify } from '../hosts/file-identity.ts';
import type { BatchDecisions } from './batch-decisions.ts';
import type { Result } from './open-batch.ts';
import type { PendingStore } from './pending-store.ts';

/** What was kept without its time stamp is owed one. */
export async function notePending(
  pending: PendingStore,
  { items }: Result,
  { level: wanted }: BatchPlan,
  out: string,
  incomplete: BatchDecisions['incomplete'],
): Promise<void> {
  if (incomplete === null) return;
  const since = new Date().toISOString();
  for (const { status, level, output } of items) {
    if (status !== 'signed' || level === null || level === wanted) continue;
    const path = resolve(out, output);
    const identity = await identify(path);
    await pending.add({ path, identity, since, wanted, problem: incomplete });
  }
}
