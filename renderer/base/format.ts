// Dates, numbers and sizes as people here write them ("24 November 2026 10.15 WITA", "1.024").
import type { Language } from './i18n.ts';

export type Zone = 'WIB' | 'WITA' | 'WIT';

/** Hours ahead of UTC: Keputusan Presiden 41/1987. None of the three observes summer time. */
export const ZONE_HOURS: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** The wall clock of a zone, as a Date whose UTC fields hold it; null for what is not a time. */
function inZone(time: string | Date, zone: Zone): Date | null {
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

/** The hour (0-23) at the place of `zone`, for the greeting. */
export function hourIn(time: Date, zone: Zone): number {
  return inZone(time, zone)?.getUTCHours() ?? 0;
}

/** Digits grouped as the language does; at most `digits` after the decimal mark. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    maximumFractionDigits: digits,
  }).format(value);
}

/** A file size in the unit that reads best; 1 kB is 1,000 bytes. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1000) return `${formatNumber(bytes, language)} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, language)} kB`;
  return `${formatNumber(bytes / 1_000_000, language, 1)} MB`;
}

/** "9F3A 41C0 … 77D2": enough of a digest to compare by eye. */
export function shortDigest(hex: string): string {
  const upper = hex.toUpperCase();
  return `${upper.slice(0, 4)} ${upper.slice(4, 8)} … ${upper.slice(-4)}`;
}

/** A digest in groups of four, whole. */
export function groupDigest(hex: string): string {
  return hex.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ');
}

/** The common name of an RFC 4514 name, or the whole name where it has none. */
export function commonName(distinguishedName: string): string {
  const found = /(?:^|[,+]\s*)CN=((?:\\.|[^,+\\])*)/i.exec(distinguishedName);
  const value = found?.[1]?.replace(/\\(.)/g, '$1').trim();
  return value === undefined || value === '' ? distinguishedName : value;
}
