// Asks the authority what has become of reports that it has received and not decided, or rejected: papers may have
// moved it since. Its answer changes the state only where it says more than before; that nobody answers changes nothing.
import type { ErrorCode } from '../../domain/error-code.ts';
import { toPenaError } from '../../domain/pena-error.ts';
import type { OutboxStore } from '../../ports/outbox-store.ts';
import type { ChannelId, ReportChannel } from '../../ports/report-channel.ts';
import { readOrNull } from './read-or-null.ts';

export interface PollOptions {
  readonly store: OutboxStore;
  readonly channels: readonly ReportChannel[];
  readonly signal: AbortSignal;
}

export interface Polled {
  /** Keys of reports that were decided. */
  readonly changed: readonly string[];
  readonly failures: readonly {
    readonly key: string;
    readonly channel: ChannelId;
    readonly code: ErrorCode;
  }[];
}

/** Asks each way only about what that way has brought. @throws {PenaError} OUTBOX_BUSY, FILE_*, CANCELLED */
export async function pollReceived({ store, channels, signal }: PollOptions): Promise<Polled> {
  return store.alone(async () => {
    const changed: string[] = [];
    const failures: Polled['failures'][number][] = [];
    for (const key of await store.keys()) {
      const kept = await readOrNull(store, key);
      const said = kept?.status.acknowledged ?? null;
      if (kept === null || (said?.state !== 'received' && said?.state !== 'rejected')) continue;
      const channel = channels.find(({ id }) => id === said.channel);
      if (channel?.status === undefined) continue;
      const { request, papers } = kept.report;
      try {
        const answer = await channel.status(request, papers, signal);
        if (answer.state === 'received' || answer.state === 'sent') continue;
        if (answer.state === said.state && answer.at === said.at) continue;
        const acknowledged = { ...answer, channel: channel.id };
        await store.writeStatus(key, { ...kept.status, acknowledged, nextAttempt: null });
        changed.push(key);
      } catch (thrown) {
        const { code } = toPenaError(thrown);
        if (code === 'CANCELLED' || code === 'INTERNAL' || signal.aborted) throw thrown;
        failures.push({ key, channel: channel.id, code });
      }
    }
    return { changed, failures };
  });
}
