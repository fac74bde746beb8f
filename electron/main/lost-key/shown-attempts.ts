// The last attempts to send a message, as the window is shown them.
import type { ShownAttempt } from '../../../core/contract/delivery.ts';
import { ERROR_CODES } from '../../../core/domain/error-code.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import type { Attempt, OutboxStatus } from '../../../core/ports/outbox-store.ts';
import { failureOf } from '../../ipc/failure.ts';

/** Most that the contract lets through (core/contract/delivery.ts). */
const MOST = 10;

/** Of several messages, newest first. */
export function shownAttempts(statuses: readonly OutboxStatus[]): ShownAttempt[] {
  return statuses
    .flatMap(({ attempts }) => attempts)
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST)
    .map(shown);
}

function shown({ channel, at, outcome }: Attempt): ShownAttempt {
  const code = ERROR_CODES.find((known) => known === outcome);
  return { channel, at, problem: code === undefined ? null : failureOf(new PenaError(code)) };
}
