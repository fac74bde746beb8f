// A message of the outbox, or null where it cannot be read: one damaged file keeps no other from its way.
import { toPenaError } from '../../domain/pena-error.ts';
import type { OutboxStore } from '../../ports/outbox-store.ts';

export async function readOrNull<M>(store: OutboxStore<M>, key: string) {
  try {
    return await store.read(key);
  } catch (thrown) {
    if (toPenaError(thrown).code === 'OUTBOX_UNREADABLE') return null;
    throw thrown;
  }
}
