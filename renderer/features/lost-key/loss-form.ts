// What a person tells of a loss, as it is typed; and as main is told it.
import { ZONE_HOURS, inZone, type Zone } from '../../../core/domain/local-time.ts';
import type { Meant } from '../../../core/contract/lost-key.ts';
import type { RequestOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';

type Told = RequestOf<MainContract['lostKey.report']>;

export interface LossForm {
  readonly reportedBy: Told['reportedBy'];
  readonly ground: Told['ground'];
  /** As the field holds it: `2026-11-24T19:30`, at the place of the settings' zone; empty: not known. */
  readonly happenedAt: string;
  readonly lastOwnUse: string;
  readonly place: string;
  readonly narrative: string;
  readonly name: string;
  readonly nip: string;
  readonly email: string;
  readonly reporter: string;
}
export type SetForm = (part: Partial<LossForm>) => void;

export function firstForm({ name, lastSigned }: Meant, zone: Zone): LossForm {
  return {
    ...{ reportedBy: 'owner', ground: 'lost', happenedAt: '', place: '', narrative: '' },
    lastOwnUse: lastSigned === null ? '' : typedTime(lastSigned, zone),
    ...{ name: name ?? '', nip: '', email: '', reporter: '' },
  };
}

/** ISO 8601 in UTC; null for what is empty or no time. */
export function timeOf(typed: string, zone: Zone): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(typed)) return null;
  const wall = Date.parse(`${typed.slice(0, 16)}:00Z`);
  return Number.isNaN(wall) ? null : new Date(wall - ZONE_HOURS[zone] * 3_600_000).toISOString();
}

function typedTime(time: string, zone: Zone): string {
  return inZone(time, zone)?.toISOString().slice(0, 16) ?? '';
}

export type FormProblem = 'narrative' | 'happenedAt' | 'lastOwnUse' | 'name' | 'contact' | 'email';

/** What stands in the way of the step, in the order of the fields. */
export function problemsOf(
  form: LossForm,
  step: 'event' | 'send',
  zone: Zone,
  now: Date,
): readonly FormProblem[] {
  const isFuture = (typed: string): boolean => {
    const time = timeOf(typed, zone);
    return time !== null && Date.parse(time) > now.getTime();
  };
  const { narrative, happenedAt, lastOwnUse, name, nip, email } = form;
  const found: Readonly<Record<FormProblem, boolean>> = {
    happenedAt: step === 'event' && isFuture(happenedAt),
    lastOwnUse: step === 'event' && isFuture(lastOwnUse),
    narrative: step === 'event' && narrative.trim() === '',
    name: step === 'send' && name.trim() === '',
    contact: step === 'send' && !isNip(nip) && (nip !== '' || email.trim() === ''),
    email:
      step === 'send' && email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()),
  };
  return (Object.keys(found) as FormProblem[]).filter((one) => found[one]);
}

/** 18 digits (Peraturan BKN). */
export function isNip(text: string): boolean {
  return /^\d{18}$/.test(text);
}

export function toldOf(form: LossForm, { meant }: Meant, zone: Zone): Told {
  const { reportedBy, ground, place, narrative, name, nip, email, reporter } = form;
  return {
    ...{ meant, reportedBy, ground, place: place.trim(), narrative: narrative.trim() },
    happenedAt: timeOf(form.happenedAt, zone),
    lastOwnUse: timeOf(form.lastOwnUse, zone),
    ...{ name: name.trim(), nip, email: email.trim() },
    reporter: reportedBy === 'owner' ? '' : reporter.trim(),
  };
}
