// What the outbox has learnt since, as events of the case: so that there is one telling of how far it has come.
import type { OutboxStatus } from '../../ports/outbox-store.ts';
import type { CaseEvent, LostKeyCase } from './case.ts';

/** Of all messages of the case, the first report first. */
export function reportKeysOf({
  events,
}: {
  readonly events: readonly CaseEvent[];
}): readonly string[] {
  return [
    ...new Set(events.flatMap((event) => (event.kind === 'queued' ? event.idempotencyKey : []))),
  ];
}

/**
 * The case with what one message's way through the channels, and the watch over its certificate, have brought.
 * @param key of the message; absent: the first report's
 */
export function withOutbox(
  lost: LostKeyCase,
  status: OutboxStatus | null,
  key: string | null = null,
): LostKeyCase {
  if (status === null) return lost;
  const { acknowledged, revoked } = status;
  const events: CaseEvent[] = [];
  if (acknowledged !== null) {
    const { at, channel, state, note } = acknowledged;
    const of = key === null ? {} : { idempotencyKey: key };
    events.push({ kind: 'acknowledged', at, channel, state, note, ...of });
  }
  if (revoked !== null) {
    const { at, source } = revoked;
    events.push({ kind: 'status', at, by: source, status: 'revoked', revokedAt: at });
  }
  return { ...lost, events: [...lost.events, ...events] };
}
