// How far an application is, what it still lacks and until when: checked by the one list of
// core/domain/application-kind.ts, here and at the registration authority's desk.
import {
  APPLICATION_FIELDS,
  APPLICATION_RULES,
  type ApplicationField,
  type ApplicationPaper,
} from '../../domain/application-kind.ts';
import type { OutboxStatus } from '../../ports/outbox-store.ts';
import type { Application } from './application.ts';

export const APPLICATION_STATES = [
  'draft',
  'complete',
  'queued',
  'sent',
  'handed-in',
  'received',
  'accepted',
  'rejected',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export interface ApplicationGaps {
  readonly fields: readonly ApplicationField[];
  readonly papers: readonly ApplicationPaper[];
  /** Whether its owner has yet to agree (14(4), 17). */
  readonly agreement: boolean;
}

export function gapsOf({ kind, told, papers, events }: Application): ApplicationGaps {
  const rule = APPLICATION_RULES[kind];
  const there = new Set(papers.map(({ paper }) => paper));
  return {
    fields: APPLICATION_FIELDS.filter(
      (name) => rule.needed.includes(name) && (told[name] ?? '') === '',
    ),
    papers: rule.papers.filter((paper) => !there.has(paper)),
    agreement: rule.agreed && !events.some((event) => event.kind === 'agreed'),
  };
}

export function isComplete(one: Application): boolean {
  const { fields, papers, agreement } = gapsOf(one);
  return fields.length === 0 && papers.length === 0 && !agreement;
}

export interface Standing {
  readonly state: ApplicationState;
  /** ISO 8601 in UTC; null before it was handed in. */
  readonly at: string | null;
  /** What was said with the answer. */
  readonly reason: string;
}

/**
 * How far it has come since it was handed in last: a rejected one that is handed in again is handed in. The
 * authority's own decision counts for more than what the person was told, and that for more than what a carrier says.
 * @param sent of the message that was laid into the outbox last; null: none is there
 */
export function standingOf(one: Application, sent: OutboxStatus | null): Standing {
  const { events } = one;
  const at = events.findLastIndex(({ kind }) => kind === 'queued' || kind === 'handed-in');
  const handed = events[at];
  const said = handed?.kind === 'queued' ? (sent?.acknowledged ?? null) : null;
  if (said?.state === 'accepted' || said?.state === 'rejected') {
    return { state: said.state, at: said.at, reason: said.note };
  }
  const told = events.slice(at + 1).findLast((event) => event.kind === 'answered');
  if (told !== undefined) return { state: told.state, at: told.at, reason: told.reason };
  if (said !== null) return { state: said.state, at: said.at, reason: '' };
  if (handed !== undefined) {
    return { state: handed.kind === 'queued' ? 'queued' : 'handed-in', at: handed.at, reason: '' };
  }
  return { state: isComplete(one) ? 'complete' : 'draft', at: null, reason: '' };
}

/** As the person has told it, without what the outbox knows. */
export function stateOf(one: Application): ApplicationState {
  return standingOf(one, null).state;
}

/**
 * Until when it has to be handed in; ISO 8601 in UTC. The regulation names no day for any of them: a renewal has to
 * come before its certificate ends (15(1)), and for everything else it is null, "as soon as possible".
 */
export function untilOf({ kind, certificate }: Application): string | null {
  return kind === 'renewal' ? (certificate?.notAfter ?? null) : null;
}
