// What a person tells of a loss, as it is typed; and as main is told it.
import { ZONE_HOURS, inZone, type Zone } from '../../../core/domain/local-time.ts';
import type { Meant } from '../../../core/contract/lost-key.ts';
import type { RequestOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';

type Told = RequestOf<MainContract['lostKey.report']>;

export interface LossForm {
  readonly reportedBy: Told['reportedBy'];
  readonly ground: Told['ground'];
  /** As `timeOf` reads it, at the place of the settings' zone; empty: not known. */
  readonly happenedAt: string;
  readonly lastOwnUse: string;
  readonly place: string;
  readonly narrative: string;
  readonly name: string;
  readonly nip: string;
  readonly email: string;
  readonly reporter: string;
}

export function firstForm({ name, lastSigned }: Meant, zone: Zone): LossForm {
  return {
    ...{ reportedBy: 'owner', ground: 'lost', happenedAt: '', place: '', narrative: '' },
    lastOwnUse: lastSigned === null ? '' : typedTime(lastSigned, zone),
    ...{ name: name ?? '', nip: '', email: '', reporter: '' },
  };
}

const TYPED = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:,?\s+(?:pukul\s+)?(\d{1,2})[.:](\d{2}))?$/;

/**
 * ISO 8601 in UTC from `24-11-2026 19.30`, day first as people here write it (a date field follows the system, where
 * the month may come first); without a time of day its beginning. Null for what is empty or no time.
 */
export function timeOf(typed: string, zone: Zone): string | null {
  const [, day = '', month = '', year = '', hour = '0', minute = '0'] =
    TYPED.exec(typed.trim()) ?? [];
  const [d, m, y, h, min] = [day, month, year, hour, minute].map(Number);
  if (day === '' || !d || !m || !y || (h ?? 0) > 23 || (min ?? 0) > 59) return null;
  const wall = new Date(Date.UTC(y, m - 1, d, h, min));
  // 31 February is no day.
  if (wall.getUTCDate() !== d || wall.getUTCMonth() !== m - 1) return null;
  return new Date(wall.getTime() - ZONE_HOURS[zone] * 3_600_000).toISOString();
}

/** `2026-11-24` from `24-11-2026`; null for what is no day. */
export function dayOf(typed: string): string | null {
  const time = /[\s,]/.test(typed.trim()) ? null : timeOf(typed, 'WIB');
  return time === null ? null : (inZone(time, 'WIB')?.toISOString().slice(0, 10) ?? null);
}

/** As `timeOf` reads it. */
export function typedTime(time: string, zone: Zone): string {
  const local = inZone(time, zone)?.toISOString() ?? '';
  const [date = '', clock = ''] = local.split('T');
  return `${date.split('-').reverse().join('-')} ${clock.slice(0, 5).replace(':', '.')}`;
}

export type FormProblem = 'narrative' | 'happenedAt' | 'lastOwnUse' | 'name' | 'contact' | 'email';

/** What stands in the way of the step, in the order of the fields. */
export function problemsOf(
  form: LossForm,
  step: 'event' | 'send',
  zone: Zone,
  now: Date,
): readonly FormProblem[] {
  const isWrong = (typed: string): boolean => {
    const time = timeOf(typed, zone);
    return typed.trim() !== '' && (time === null || Date.parse(time) > now.getTime());
  };
  const { narrative, happenedAt, lastOwnUse, name, nip, email } = form;
  const found: Readonly<Record<FormProblem, boolean>> = {
    happenedAt: step === 'event' && isWrong(happenedAt),
    lastOwnUse: step === 'event' && isWrong(lastOwnUse),
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
