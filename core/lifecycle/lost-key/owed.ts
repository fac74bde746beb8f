// What a case still owes, by which article and until when. The regulation states hardly any term: where an office
// has set one it counts from the day the case was opened, and otherwise it is "as soon as possible".
import type { PaperKind } from '../../domain/revocation-request.ts';
import type { LostKeyCase } from './case.ts';
import { papersGone } from './deliveries.ts';
import { GROUND_RULES } from './ground.ts';
import { stateOf } from './state.ts';

export const DEBTS = [
  'first-report',
  'authority-report',
  'statement',
  'acknowledgement',
  'papers-report',
  'new-certificate',
  'incident-report',
] as const;
export type Debt = (typeof DEBTS)[number];

export interface Owed {
  readonly debt: Debt;
  readonly article: string;
  /** Whose duty it is. */
  readonly by: 'owner' | 'superior' | 'registration-authority';
  /** ISO 8601 in UTC; null: as soon as possible. */
  readonly until: string | null;
}

/** Days that an office grants for a debt, counted from the opening of the case. */
export type OfficeTerms = Readonly<Partial<Record<Debt, number | undefined>>>;

const ARTICLES: Readonly<Record<Debt, Pick<Owed, 'article' | 'by'>>> = {
  'first-report': { article: '16(3)a', by: 'owner' },
  'authority-report': { article: '16(4)', by: 'owner' },
  statement: { article: '16(4)', by: 'owner' },
  acknowledgement: { article: '16(4)', by: 'superior' },
  'papers-report': { article: '16(4)', by: 'owner' },
  'new-certificate': { article: '16(3)b', by: 'owner' },
  'incident-report': { article: '25(1), 25(3)a', by: 'registration-authority' },
};

const DAY = 86_400_000;

/**
 * In the order in which it has to be done; empty only for a case that was taken back, or that owes nothing. The
 * incident report is the registration authority's: this program cannot see that it was sent, so that it stays
 * until somebody says so. Papers that are there are owed until a report has carried them away.
 */
export function owedBy(
  lost: LostKeyCase,
  terms: OfficeTerms = {},
  incidentReported = lost.events.some(({ kind }) => kind === 'incident-reported'),
): readonly Owed[] {
  const state = stateOf(lost);
  if (state === 'withdrawn') return [];
  const { papers, reissue, incident } = GROUND_RULES[lost.ground];
  const gone = papersGone(lost);
  const there = [
    ...[lost.authorityReport?.scan ?? null, lost.statement?.copy ?? null],
    lost.doubtful?.copy ?? null,
  ];
  const needs = (kind: PaperKind): boolean => papers.includes(kind);
  const open: Readonly<Record<Debt, boolean>> = {
    'first-report': state === 'draft' || state === 'queued' || state === 'rejected',
    'authority-report': needs('police-report') && (lost.authorityReport?.scan ?? null) === null,
    statement: needs('statement') && lost.statement?.signedByOwner !== true,
    acknowledgement: needs('statement') && lost.statement?.acknowledged !== true,
    'papers-report': there.some((paper) => paper !== null && !gone.has(paper.sha256)),
    'new-certificate': reissue && lost.reissueRequestedAt === null,
    'incident-report': incident && !incidentReported,
  };
  return DEBTS.filter((debt) => open[debt]).map((debt) => {
    const days = terms[debt];
    const until =
      days === undefined ? null : new Date(Date.parse(lost.openedAt) + days * DAY).toISOString();
    return { debt, ...ARTICLES[debt], until };
  });
}
