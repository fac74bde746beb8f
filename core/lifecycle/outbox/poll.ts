// Asks the authority what has become of messages that it has received and not decided. A decision ends the asking; a
// rejection is asked about again only where papers of the same case went after it and wait, or because somebody says so.
// An answer changes the state only where it says more than before; that nobody answers changes nothing.
import type { ErrorCode } from '../../domain/error-code.ts';
import { toPenaError } from '../../domain/pena-error.ts';
import type { OutboxReport, OutboxStatus, OutboxStore } from '../../ports/outbox-store.ts';
import type { ChannelId, ReportChannel } from '../../ports/report-channel.ts';
import { type Carrier, reportCarrier } from './carrier.ts';
import { readOrNull } from './read-or-null.ts';

interface PollOptions<M, C> {
  readonly store: OutboxStore<M>;
  readonly channels: readonly C[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Also about what was rejected, or is not to be asked about yet, because the user asks for it. */
  readonly atOnce?: boolean;
}

interface MessagePoll<M> extends PollOptions<M, Carrier<M>> {
  /** What several messages may be about. */
  readonly caseOf: (message: M) => string;
}

interface Kept<M> {
  readonly key: string;
  readonly message: M;
  readonly status: OutboxStatus;
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
export function pollReceived(options: PollOptions<OutboxReport, ReportChannel>): Promise<Polled> {
  const channels = options.channels.map(reportCarrier);
  return pollMessages({ ...options, channels, caseOf: ({ request }) => request.caseId });
}

/** As `pollReceived`, for messages of any sort. */
export async function pollMessages<M>(options: MessagePoll<M>): Promise<Polled> {
  const { store, channels, signal } = options;
  return store.alone(async () => {
    const changed: string[] = [];
    const failures: Polled['failures'][number][] = [];
    const all = await keptIn(store);
    for (const kept of all) {
      const { key } = kept;
      const said = kept.status.acknowledged;
      if (said === null || !isOpen(kept, all, options)) continue;
      const channel = channels.find(({ id }) => id === said.channel);
      if (channel?.status === undefined) continue;
      // What a CA has refused ends its transaction: there is nothing left in it to ask about.
      if (said.state === 'rejected' && channel.id === 'cmp') continue;
      try {
        const answer = await channel.status(kept.message, signal, said);
        if (answer.state === 'received' && answer.checkAfter !== undefined) {
          // It waits still: what it said last is what the next question answers.
          const { refusesQuestions: _once, ...before } = said;
          const { checkAfter, evidence } = answer;
          const acknowledged = { ...before, checkAfter, evidence };
          await store.writeStatus(key, { ...kept.status, acknowledged });
        }
        if (answer.state === 'received' || answer.state === 'sent') continue;
        if (answer.state === said.state && answer.at === said.at) continue;
        const acknowledged = { ...answer, channel: channel.id };
        await store.writeStatus(key, { ...kept.status, acknowledged, nextAttempt: null });
        changed.push(key);
      } catch (thrown) {
        const { code } = toPenaError(thrown);
        if (code === 'CANCELLED' || code === 'INTERNAL' || signal.aborted) throw thrown;
        // A CA that knows no `pollReq`: asked again all the same, since an error may be anybody's, but said once.
        if (channel.id === 'cmp' && code === 'CHANNEL_REFUSED') {
          if (said.refusesQuestions === true) continue;
          const acknowledged = { ...said, refusesQuestions: true as const };
          await store.writeStatus(key, { ...kept.status, acknowledged });
        }
        failures.push({ key, channel: channel.id, code });
      }
    }
    return { changed, failures };
  });
}

async function keptIn<M>(store: OutboxStore<M>): Promise<readonly Kept<M>[]> {
  const all: Kept<M>[] = [];
  for (const key of await store.keys()) {
    const kept = await readOrNull(store, key);
    if (kept !== null) all.push({ key, ...kept });
  }
  return all;
}

function isOpen<M>(
  { key, message, status }: Kept<M>,
  all: readonly Kept<M>[],
  { atOnce = false, caseOf, now }: MessagePoll<M>,
): boolean {
  const { state, checkAfter } = status.acknowledged ?? {};
  if (state !== 'rejected') {
    const early = checkAfter !== undefined && new Date(checkAfter) > now();
    return state === 'received' && (atOnce || !early);
  }
  const waits = (other: Kept<M>): boolean =>
    other.key !== key &&
    caseOf(other.message) === caseOf(message) &&
    other.status.acknowledged?.state === 'received';
  return atOnce || all.some(waits);
}
