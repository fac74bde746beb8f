// How far each message of a case has come: the first report, and the reports that bring papers after it.
import type { ChannelId, DeliveryState } from '../../ports/report-channel.ts';
import type { CaseEvent } from './case.ts';
import { reportKeysOf } from './from-outbox.ts';

interface Told {
  readonly events: readonly CaseEvent[];
}

export interface Delivery {
  readonly idempotencyKey: string;
  /** Digests of the papers that it carries; none: the first report. */
  readonly papers: readonly string[];
  readonly state: 'queued' | DeliveryState;
  /** Who took it last, and when (ISO 8601 in UTC); null: nobody yet. */
  readonly by: { readonly channel: ChannelId; readonly at: string } | null;
}

const WEIGHT = ['queued', 'sent', 'received', 'rejected', 'accepted'] as const;

/** @param lost as `followed` gives it */
export function deliveriesOf({ events }: Told): readonly Delivery[] {
  const [first] = reportKeysOf({ events });
  return reportKeysOf({ events }).map((key) => {
    const queued = events.find(
      (event) => event.kind === 'queued' && event.idempotencyKey === key && event.papers,
    );
    let told: Pick<Delivery, 'state' | 'by'> = { state: 'queued', by: null };
    for (const event of events) {
      if (event.kind !== 'acknowledged' || (event.idempotencyKey ?? first) !== key) continue;
      if (WEIGHT.indexOf(event.state) <= WEIGHT.indexOf(told.state)) continue;
      told = { state: event.state, by: { channel: event.channel, at: event.at } };
    }
    const papers = queued?.kind === 'queued' ? (queued.papers ?? []) : [];
    return { idempotencyKey: key, papers, ...told };
  });
}

/** Digests of the papers that have left this computer, whether or not somebody has said that they arrived. */
export function papersGone(lost: Told): ReadonlySet<string> {
  const gone = deliveriesOf(lost).filter(({ state }) => state !== 'queued' && state !== 'rejected');
  return new Set(gone.flatMap(({ papers }) => papers));
}
