// Brings messages to the authority: all ways in the policy's order until one acknowledges, again after a while where
// none does. What was sent once is sent again only as the same report (its idempotency key), and a way that says
// nothing of arrival is used once.
import { toPenaError } from '../../domain/pena-error.ts';
import type { Attempt, OutboxReport, OutboxStatus, OutboxStore } from '../../ports/outbox-store.ts';
import type { ReportChannel } from '../../ports/report-channel.ts';
import { type Carrier, reportCarrier } from './carrier.ts';
import { readOrNull } from './read-or-null.ts';

interface DeliveryOptions<M, C> {
  readonly store: OutboxStore<M>;
  /** In the policy's order. */
  readonly channels: readonly C[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Also those whose time has not come, because the user asks for it. */
  readonly atOnce?: boolean;
}

interface MessageDelivery<M> extends DeliveryOptions<M, Carrier<M>> {
  /** Whether nobody needs it any more. */
  readonly settled: (message: M, status: OutboxStatus) => boolean;
}

interface Kept<M> {
  readonly message: M;
  readonly status: OutboxStatus;
}

/** How long after each round without an answer, in seconds; the last one for ever after. */
const PAUSES = [30, 60, 120, 300, 900, 1800, 3600];
const MAX_ATTEMPTS = 50;

export function newStatus(now: Date): OutboxStatus {
  return {
    acknowledged: null,
    sentBy: [],
    rounds: 0,
    nextAttempt: now.toISOString(),
    attempts: [],
    revoked: null,
  };
}

/** Resolves when the message is on the disk: from here on it is not lost. @throws {PenaError} FILE_* */
export async function enqueue<M>(store: OutboxStore<M>, message: M, now: Date): Promise<void> {
  await store.put(message, newStatus(now));
}

/**
 * One round over all reports that are due. One that cannot be read keeps no other from being sent.
 * @returns keys of reports that could not be read
 * @throws {PenaError} OUTBOX_BUSY, FILE_*, CANCELLED
 */
export function deliverDue(
  options: DeliveryOptions<OutboxReport, ReportChannel>,
): Promise<readonly string[]> {
  const channels = options.channels.map(reportCarrier);
  return deliverMessages({ ...options, channels, settled: isSettled });
}

/** As `deliverDue`, for messages of any sort. */
export async function deliverMessages<M>(options: MessageDelivery<M>): Promise<readonly string[]> {
  const { store } = options;
  return store.alone(async () => {
    const unreadable: string[] = [];
    for (const key of await store.keys()) {
      const kept = await readOrNull(store, key);
      if (kept === null) unreadable.push(key);
      else if (isDue(kept, options)) await deliver(key, kept, options);
    }
    return unreadable;
  });
}

function isDue<M>(
  { message, status }: Kept<M>,
  { channels, now, settled, atOnce = false }: MessageDelivery<M>,
): boolean {
  const { nextAttempt, acknowledged, sentBy } = status;
  if (settled(message, status) || (acknowledged !== null && acknowledged.state !== 'sent')) {
    return false;
  }
  // Also where all ways of an earlier round had taken it without a word: there is another one now.
  if (atOnce) return fitting(channels, message).some(({ id }) => !sentBy.includes(id));
  return nextAttempt !== null && new Date(nextAttempt) <= now();
}

/** Whom a revoked certificate was to be reported to needs no report any more; its papers are owed all the same. */
export function isSettled({ papers }: OutboxReport, { revoked }: OutboxStatus): boolean {
  return revoked !== null && papers.length === 0;
}

function fitting<M>(channels: readonly Carrier<M>[], message: M): readonly Carrier<M>[] {
  return channels.filter(({ fits }) => fits?.(message) ?? true);
}

async function deliver<M>(
  key: string,
  { message, status: before }: Kept<M>,
  { store, channels, now, signal }: MessageDelivery<M>,
): Promise<void> {
  let status = before;
  const ways = fitting(channels, message);
  for (const channel of ways.filter(({ id }) => !before.sentBy.includes(id))) {
    status = await attempt(channel, message, status, now, signal);
    // After every attempt: what is known of it shall survive the next one.
    await store.writeStatus(key, status);
    if (status.nextAttempt === null) return;
  }
  const waiting = ways.length === 0 || ways.some(({ id }) => !status.sentBy.includes(id));
  await store.writeStatus(key, waiting ? later(status, now()) : { ...status, nextAttempt: null });
}

async function attempt<M>(
  channel: Carrier<M>,
  message: M,
  status: OutboxStatus,
  now: () => Date,
  signal: AbortSignal,
): Promise<OutboxStatus> {
  const noted = (outcome: Attempt['outcome']): readonly Attempt[] =>
    [...status.attempts, { channel: channel.id, at: now().toISOString(), outcome }].slice(
      -MAX_ATTEMPTS,
    );
  try {
    const answer = await channel.send(message, signal);
    const attempts = noted(answer.state);
    const acknowledged = { ...answer, channel: channel.id };
    if (answer.state !== 'sent') return { ...status, attempts, acknowledged, nextAttempt: null };
    const sentBy = [...status.sentBy, channel.id];
    return { ...status, attempts, sentBy, acknowledged: status.acknowledged ?? acknowledged };
  } catch (thrown) {
    const { code } = toPenaError(thrown);
    if (code === 'CANCELLED' || signal.aborted) throw thrown;
    return { ...status, attempts: noted(code) };
  }
}

function later(status: OutboxStatus, now: Date): OutboxStatus {
  const seconds = PAUSES[Math.min(status.rounds, PAUSES.length - 1)] ?? 3600;
  const nextAttempt = new Date(now.getTime() + seconds * 1000).toISOString();
  return { ...status, rounds: status.rounds + 1, nextAttempt };
}
