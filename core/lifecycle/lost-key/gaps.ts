// What a case lacks, by name: before the first report may go out (little), and before its papers are whole.
import type { LostKeyCase } from './case.ts';
import { GROUND_RULES } from './ground.ts';

export const CASE_GAPS = [
  'narrative',
  'happened-at',
  'last-use-after-event',
  'event-in-future',
  'owner-contact',
  'owner-nip',
  'owner-nik',
  'owner-position',
  'owner-unit',
  'place',
  'superior',
  'authority-report',
  'authority-scan',
  'statement',
  'owner-signature',
  'superior-signature',
] as const;
export type CaseGap = (typeof CASE_GAPS)[number];

/** Without these the authority cannot act on the first report; no paper is among them (Pasal 16(3)a). */
export function gapsOfFirstReport(lost: LostKeyCase, now: Date): readonly CaseGap[] {
  const { event, owner } = lost;
  const after = (time: string | null, limit: number): boolean =>
    time !== null && Date.parse(time) > limit;
  return chosen({
    narrative: event.narrative.trim() === '',
    'event-in-future':
      after(event.happenedAt, now.getTime()) || after(event.lastOwnUse, now.getTime()),
    'owner-contact': owner.nip === null && owner.email === null,
  });
}

/** What is missing from the papers of Pasal 16(4). */
export function gapsOfPapers(lost: LostKeyCase): readonly CaseGap[] {
  const { event, owner, statement, authorityReport } = lost;
  const authority = GROUND_RULES[lost.ground].papers.includes('police-report');
  return chosen({
    'happened-at': event.happenedAt === null,
    'last-use-after-event':
      event.happenedAt !== null &&
      event.lastOwnUse !== null &&
      Date.parse(event.lastOwnUse) > Date.parse(event.happenedAt),
    'owner-nip': owner.nip === null,
    'owner-nik': owner.nik === null,
    'owner-position': owner.position === null,
    'owner-unit': owner.unit === null,
    place: event.place.trim() === '',
    superior: lost.superior === null,
    'authority-report': authority && authorityReport === null,
    'authority-scan': authority && authorityReport !== null && authorityReport.scan === null,
    statement: statement === null,
    'owner-signature': statement !== null && !statement.signedByOwner,
    'superior-signature': statement !== null && !statement.acknowledged,
  });
}

function chosen(gaps: Readonly<Partial<Record<CaseGap, boolean>>>): readonly CaseGap[] {
  return CASE_GAPS.filter((gap) => gaps[gap] === true);
}
