// What the outbox has learnt since, as events of the case: so that there is one telling of how far it has come.
import type { OutboxStatus } from '../../ports/outbox-store.ts';
import type { CaseEvent, LostKeyCase } from './case.ts';

/** The case with what its report's way through the channels, and the watch over its certificate, have brought. */
export function withOutbox(lost: LostKeyCase, status: OutboxStatus | null): LostKeyCase {
  if (status === null) return lost;
  const { acknowledged, revoked } = status;
  const events: CaseEvent[] = [];
  if (acknowledged !== null) {
    const { at, channel, state, note } = acknowledged;
    events.push({ kind: 'acknowledged', at, channel, state, note });
  }
  if (revoked !== null) {
    const { at, source } = revoked;
    events.push({ kind: 'status', at, by: source, status: 'revoked', revokedAt: at });
  }
  return { ...lost, events: [...lost.events, ...events] };
}
