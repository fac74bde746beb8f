// An application as the window is shown it: how far it is, what it lacks, and the NIK covered.
import type { LetterHandle, ShownLetter } from '../../../core/contract/letters.ts';
import type { Application } from '../../../core/lifecycle/applications/application.ts';
import { APPLICATION_RULES } from '../../../core/domain/application-kind.ts';
import { contentKey, queuedKey } from '../../../core/lifecycle/applications/hand-in.ts';
import {
  gapsOf,
  isComplete,
  standingOf,
  untilOf,
} from '../../../core/lifecycle/applications/state.ts';
import type { OutboxStatus } from '../../../core/ports/outbox-store.ts';
import { shownAttempts } from '../lost-key/shown-attempts.ts';

/** Where the outbox may bring it further, or the authority may have said more. */
const OPEN = ['queued', 'sent', 'received', 'rejected'];

/** @param sent how far the message has come that was laid into the outbox last; null: none is there */
export function shownLetter(
  handle: LetterHandle,
  one: Application,
  sent: OutboxStatus | null,
): ShownLetter {
  const { kind, openedAt, papers, events } = one;
  const { 'owner.nik': nik = '', ...told } = one.told;
  const { state, at: stateAt, reason } = standingOf(one, sent);
  const handed = events.findLast(({ kind: what }) => what === 'queued' || what === 'handed-in');
  const isSent = handed?.kind === 'queued' && sent !== null;
  const { fields, papers: missing, agreement } = gapsOf(one);
  return {
    letter: handle,
    ...{ kind, openedAt, state, stateAt, until: untilOf(one), reason },
    told,
    // The last four digits, by which its owner knows it.
    nikMasked: nik === '' ? '' : `${'•'.repeat(12)}${nik.slice(-4)}`,
    papers: papers.map(({ paper, at }) => ({ paper, at })),
    missing: { fields: [...fields], papers: [...missing], agreement },
    agreedAt: events.findLast((event) => event.kind === 'agreed')?.at ?? null,
    attempts: isSent ? shownAttempts([sent]) : [],
    nextAttempt: isSent && (state === 'queued' || state === 'sent') ? sent.nextAttempt : null,
    canSend:
      APPLICATION_RULES[kind].toAuthority &&
      state !== 'accepted' &&
      isComplete(one) &&
      !(isSent && queuedKey(one) === contentKey(one)),
    canAsk: isSent && OPEN.includes(state),
  };
}
