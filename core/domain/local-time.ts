// Times as people here write them: "24 November 2026 10.15 WITA".
import type { Language } from './language.ts';

export const ZONES = ['WIB', 'WITA', 'WIT'] as const;
export type Zone = (typeof ZONES)[number];

/** Hours ahead of UTC: Keputusan Presiden 41/1987. None of the three observes summer time. */
export const ZONE_HOURS: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: [
    ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September'],
    ...['Oktober', 'November', 'Desember'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
    ...['October', 'November', 'December'],
  ],
};

/** @param offset minutes behind UTC, as Date.getTimezoneOffset() counts them; WIB outside Indonesia */
export function zoneOfOffset(offset: number): Zone {
  return ZONES.find((zone) => ZONE_HOURS[zone] * -60 === offset) ?? 'WIB';
}

/** The wall clock of a zone, as a Date whose UTC fields hold it; null for what is not a time. */
export function inZone(time: string | Date, zone: Zone): Date | null {
  const milliseconds = new Date(time).getTime();
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds + ZONE_HOURS[zone] * 3_600_000);
}

/** "24 November 2026" at the place of `zone`; empty for what is not a time. */
export function formatDate(time: string | Date, zone: Zone, language: Language): string {
  const local = inZone(time, zone);
  if (local === null) return '';
  const month = MONTHS[language][local.getUTCMonth()] ?? '';
  return `${String(local.getUTCDate())} ${month} ${String(local.getUTCFullYear())}`;
}

/** "24 November 2026 10.15 WITA" (Indonesian) or "24 November 2026 10:15 WITA" (English). */
export function formatDateTime(time: string | Date, zone: Zone, language: Language): string {
  const local = inZone(time, zone);
  if (local === null) return '';
  const two = (n: number): string => String(n).padStart(2, '0');
  const mark = language === 'id' ? '.' : ':';
  const clock = `${two(local.getUTCHours())}${mark}${two(local.getUTCMinutes())}`;
  return `${formatDate(time, zone, language)} ${clock} ${zone}`;
}
