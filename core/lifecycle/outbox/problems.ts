// What went wrong with one message of a round, while the others went on.
import { ERROR_CODES, type ErrorCode } from '../../domain/error-code.ts';
import type { OutboxStore } from '../../ports/outbox-store.ts';
import type { ChannelId } from '../../ports/report-channel.ts';
import type { Polled } from './poll.ts';

export type RoundProblem =
  | { readonly what: 'case' | 'report'; readonly id: string; readonly code: ErrorCode }
  | {
      readonly what: 'send' | 'poll';
      readonly id: string;
      readonly channel: ChannelId;
      readonly code: ErrorCode;
    };

/** A message that cannot be read. */
export const unread = (id: string): RoundProblem => ({
  ...{ what: 'report', id, code: 'OUTBOX_UNREADABLE' },
});

/** What has stood in the way of sending since then, one a message and way. @throws {PenaError} FILE_* */
export async function failedSince<M>(since: Date, store: OutboxStore<M>): Promise<RoundProblem[]> {
  const failed: RoundProblem[] = [];
  for (const id of await store.keys()) {
    const { status } = await store.read(id).catch(() => ({ status: null }));
    for (const { channel, at, outcome } of status?.attempts ?? []) {
      const code = ERROR_CODES.find((one) => one === outcome);
      if (code !== undefined && new Date(at) >= since) {
        failed.push({ what: 'send', id, channel, code });
      }
    }
  }
  return failed;
}

/** Whom nobody could ask what the authority has decided. */
export function unanswered({ failures }: Polled): RoundProblem[] {
  return failures.map(({ key: id, channel, code }) => ({ what: 'poll', id, channel, code }));
}
