// Brings applications in the outbox to the authority, again until it has them, and asks until it has decided. Ended at
// any moment, the next round makes good what was begun.
import { PenaError } from '../../domain/pena-error.ts';
import type { ApplicationChannel } from '../../ports/application-channel.ts';
import type { OutboxHandIn, OutboxStatus } from '../../ports/outbox-store.ts';
import { handInCarrier } from '../outbox/carrier.ts';
import { deliverMessages } from '../outbox/deliver.ts';
import { pollMessages } from '../outbox/poll.ts';
import { failedSince, type RoundProblem, unanswered, unread } from '../outbox/problems.ts';
import { readOrNull } from '../outbox/read-or-null.ts';
import { type HandInPlaces, queuedKey } from './hand-in.ts';
import { note, readApplication } from './steps.ts';

interface HandInRound extends HandInPlaces {
  /** In the policy's order; none: nothing is sent. */
  readonly channels: readonly ApplicationChannel[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Also what is not due yet, because the user asks for it. */
  readonly atOnce: boolean;
}

interface HandInsSent {
  /** Every message that can be read, as the round left it. */
  readonly messages: readonly { readonly message: OutboxHandIn; readonly status: OutboxStatus }[];
  readonly problems: readonly RoundProblem[];
}

/** One round over all applications in the outbox. @throws {PenaError} OUTBOX_BUSY, FILE_*, CANCELLED */
export async function runHandIns(round: HandInRound): Promise<HandInsSent> {
  const { letters, handIns, now, signal, atOnce } = round;
  if ((await handIns.keys()).length === 0) return { messages: [], problems: [] };
  const started = now();
  await handIns.alone(() => makeGood({ letters, handIns }, started));
  const channels = round.channels.map(handInCarrier);
  const options = { store: handIns, channels, now, signal, atOnce };
  const unreadable = await deliverMessages({ ...options, settled: () => false });
  const failed = await failedSince(started, handIns);
  const polled = await pollMessages({ ...options, caseOf: ({ handIn }) => handIn.id });
  const all = await Promise.all((await handIns.keys()).map((key) => readOrNull(handIns, key)));
  return {
    messages: all.filter((kept) => kept !== null),
    problems: [...unreadable.map(unread), ...failed, ...unanswered(polled)],
  };
}

/**
 * Takes away messages of applications that were deleted, and those that nobody has and a later one stands in for;
 * notes the message whose application does not know of it yet.
 */
async function makeGood({ letters, handIns }: HandInPlaces, now: Date): Promise<void> {
  const there = new Set(await letters.ids());
  for (const key of await handIns.keys()) {
    const kept = await readOrNull(handIns, key);
    if (kept === null) continue;
    const { id } = kept.message.handIn;
    if (!there.has(id)) {
      await handIns.remove(key);
      continue;
    }
    const one = await readApplication(letters, id).catch((thrown: unknown) => {
      if (thrown instanceof PenaError && thrown.code === 'CASE_UNREADABLE') return null;
      throw thrown;
    });
    if (one === null) continue;
    const known = one.events.some((event) => event.kind === 'queued' && event.key === key);
    if (!known) await note(letters, id, { kind: 'queued', at: now.toISOString(), key });
    else if (queuedKey(one) !== key && kept.status.acknowledged === null) await handIns.remove(key);
  }
}
