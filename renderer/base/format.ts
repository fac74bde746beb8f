// Dates, numbers and sizes as people here write them ("24 November 2026 10.15 WITA", "1.024").
import { inZone, type Zone } from '../../core/domain/local-time.ts';
import type { Language } from './i18n.ts';

export { commonName } from '../../core/domain/common-name.ts';
export { formatDate, formatDateTime, type Zone } from '../../core/domain/local-time.ts';

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
