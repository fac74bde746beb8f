// Asks the authority what has become of reports that it has received and not decided. A decision ends the asking; a
// rejection is asked about again only where papers of the same case went after it and wait, or because somebody says so.
// An answer changes the state only where it says more than before; that nobody answers changes nothing.
import type { ErrorCode } from '../../domain/error-code.ts';
import { toPenaError } from '../../domain/pena-error.ts';
import type { OutboxReport, OutboxStatus, OutboxStore } from '../../ports/outbox-store.ts';
import type { ChannelId, ReportChannel } from '../../ports/report-channel.ts';
import { readOrNull } from './read-or-null.ts';

export interface PollOptions {
  readonly store: OutboxStore;
  readonly channels: readonly ReportChannel[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Also about what was rejected, or is not to be asked about yet, because the user asks for it. */
  readonly atOnce?: boolean;
}

interface Kept {
  readonly key: string;
  readonly report: OutboxReport;
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
export async function pollReceived(options: PollOptions): Promise<Polled> {
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
      const { request, papers } = kept.report;
      try {
        const answer = await channel.status(request, papers, signal, said);
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

async function keptIn(store: OutboxStore): Promise<readonly Kept[]> {
  const all: Kept[] = [];
  for (const key of await store.keys()) {
    const kept = await readOrNull(store, key);
    if (kept !== null) all.push({ key, ...kept });
  }
  return all;
}

function isOpen(
  { key, report, status }: Kept,
  all: readonly Kept[],
  { atOnce = false, now }: PollOptions,
): boolean {
  const { state, checkAfter } = status.acknowledged ?? {};
  if (state !== 'rejected') {
    const early = checkAfter !== undefined && new Date(checkAfter) > now();
    return state === 'received' && (atOnce || !early);
  }
  const waits = (other: Kept): boolean =>
    other.key !== key &&
    other.report.request.caseId === report.request.caseId &&
    other.status.acknowledged?.state === 'received';
  return atOnce || all.some(waits);
}
