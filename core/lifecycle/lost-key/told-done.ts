// What a program cannot see and a person says: that something owed was done outside of it. Each is an event of the
// case, with its time; none of them says that anybody has decided anything.
import { PenaError } from '../../domain/pena-error.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import type { CaseEvent, LostKeyCase } from './case.ts';
import { reportKeysOf } from './from-outbox.ts';
import { judged } from './open-case.ts';
import { readCase } from './read-case.ts';
import { stateOf } from './state.ts';
import { inTurn } from '../in-turn.ts';

export const TOLD_DONE = ['new-certificate', 'incident-report', 'mailed', 'handed-over'] as const;
export type ToldDone = (typeof TOLD_DONE)[number];

export interface DoneTold {
  readonly what: ToldDone;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Number of the letter, or to whom it was given; up to 200 characters. An incident report needs one. */
  readonly reference: string;
}

/**
 * `mailed` and `handed-over` speak of all messages of the case that there are.
 * @throws {PenaError} CASE_NOT_FOUND, CASE_DATA_INVALID (a time to come, a reference that is missing, a case without
 *   a report), FILE_*
 */
export function tellDone(
  id: string,
  told: DoneTold,
  cases: CaseStore,
  now: Date,
): Promise<LostKeyCase> {
  return inTurn(cases, id, async () => {
    const lost = await readCase(cases, id);
    if (!(Date.parse(told.at) <= now.getTime())) {
      throw new PenaError('CASE_DATA_INVALID', { field: 'at' });
    }
    if (['draft', 'withdrawn'].includes(stateOf(lost))) {
      throw new PenaError('CASE_DATA_INVALID', { field: 'state' });
    }
    const changed = judged({
      ...lost,
      ...(told.what === 'new-certificate' ? { reissueRequestedAt: told.at } : {}),
      events: [...lost.events, ...eventsOf(told, lost)],
    });
    await cases.write(id, changed);
    return changed;
  });
}

function eventsOf({ what, at, reference }: DoneTold, lost: LostKeyCase): CaseEvent[] {
  switch (what) {
    case 'new-certificate':
      return [{ kind: 'reissue-requested', at }];
    case 'incident-report':
      return [{ kind: 'incident-reported', at, reference }];
    case 'mailed':
    case 'handed-over': {
      const channel = what === 'mailed' ? 'email' : 'file';
      return reportKeysOf(lost).map((idempotencyKey) => ({
        ...{ kind: 'acknowledged', at, channel, state: 'sent', note: reference, idempotencyKey },
      }));
    }
  }
}
