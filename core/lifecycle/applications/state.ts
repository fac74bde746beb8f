// How far an application is, what it still lacks and until when: checked by the one list of
// core/domain/application-kind.ts, here and at the registration authority's desk.
import {
  APPLICATION_FIELDS,
  APPLICATION_RULES,
  type ApplicationField,
  type ApplicationPaper,
} from '../../domain/application-kind.ts';
import type { Application } from './application.ts';

export const APPLICATION_STATES = [
  'draft',
  'complete',
  'handed-in',
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

/** What was told last counts: a rejected application that is handed in again is handed in. */
export function stateOf(one: Application): ApplicationState {
  const last = one.events.findLast(({ kind }) => kind === 'handed-in' || kind === 'answered');
  if (last?.kind === 'answered') return last.state;
  if (last !== undefined) return 'handed-in';
  return isComplete(one) ? 'complete' : 'draft';
}

/**
 * Until when it has to be handed in; ISO 8601 in UTC. The regulation names no day for any of them: a renewal has to
 * come before its certificate ends (15(1)), and for everything else it is null, "as soon as possible".
 */
export function untilOf({ kind, certificate }: Application): string | null {
  return kind === 'renewal' ? (certificate?.notAfter ?? null) : null;
}
