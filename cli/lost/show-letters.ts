// How applications and other letters in the outbox are told: what each is, and how far it has come.
import type { ApplicationKind } from '../../core/domain/application-kind.ts';
import { formatDateTime } from '../../core/domain/local-time.ts';
import type { OutboxHandIn, OutboxStatus } from '../../core/ports/outbox-store.ts';
import type { ChannelId, DeliveryState } from '../../core/ports/report-channel.ts';
import type { Shell } from '../shell.ts';
import { applicationTexts } from '../texts/applications.ts';
import { handingInTexts } from '../texts/handing-in.ts';
import { lostTexts } from '../texts/lost.ts';

/** As programs read it. */
export interface LetterRow {
  readonly letter: { readonly id: string; readonly kind: ApplicationKind };
  readonly state: 'queued' | DeliveryState;
  readonly by: { readonly channel: ChannelId; readonly at: string } | null;
}

export function letterRow(message: OutboxHandIn, { acknowledged }: OutboxStatus): LetterRow {
  const { id, kind } = message.handIn;
  const by = acknowledged && { channel: acknowledged.channel, at: acknowledged.at };
  return { letter: { id, kind }, state: acknowledged?.state ?? 'queued', by };
}

/** Whether the authority has it, and has not sent it back. */
export const isTaken = ({ state }: LetterRow): boolean =>
  state === 'received' || state === 'accepted';

export function printLetters(rows: readonly LetterRow[], { out, language, zone }: Shell): void {
  const { kinds } = applicationTexts(language);
  const { states, facts, letter: name } = handingInTexts(language);
  const { ways, deliveries } = lostTexts(language);
  for (const { letter, state, by } of rows) {
    const told = state === 'queued' ? deliveries.queued : states[state];
    out.line(told, { tone: state === 'accepted' ? 'ok' : 'warn' });
    out.facts(
      [
        { name, value: kinds[letter.kind] },
        { name: facts.way, value: by === null ? '' : ways[by.channel] },
        { name: facts.at, value: by === null ? '' : formatDateTime(by.at, zone, language) },
      ].filter(({ value }) => value !== ''),
      2,
    );
  }
}
