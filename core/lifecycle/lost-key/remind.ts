// What somebody has to be reminded of: what cases owe, what is overdue first, and nothing that waits for others only.
import type { LostKeyCase } from './case.ts';
import { type OfficeTerms, type Owed, owedBy } from './owed.ts';

export interface Reminder {
  readonly caseId: string;
  /** Name in the certificate, or its serial number. */
  readonly certificate: string;
  readonly owed: readonly (Owed & { readonly overdue: boolean })[];
  /** Whole days since the case was opened. */
  readonly days: number;
}

const DAY = 86_400_000;

/** @param cases as `followed` gives them; those with something overdue come first, the oldest before the others */
export function remindersFor(
  cases: readonly LostKeyCase[],
  terms: OfficeTerms,
  now: Date,
): readonly Reminder[] {
  const all = cases.map((lost) => ({
    caseId: lost.id,
    certificate: lost.certificate.subject ?? lost.certificate.serial,
    owed: owedBy(lost, terms).map((owed) => ({
      ...owed,
      overdue: owed.until !== null && Date.parse(owed.until) < now.getTime(),
    })),
    days: Math.max(0, Math.floor((now.getTime() - Date.parse(lost.openedAt)) / DAY)),
  }));
  const isLate = ({ owed }: Reminder): number => (owed.some(({ overdue }) => overdue) ? 0 : 1);
  return all
    .filter(({ owed }) => owed.length > 0)
    .sort((a, b) => isLate(a) - isLate(b) || b.days - a.days);
}
