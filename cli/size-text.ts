// How large a file is, as people say it.
import type { Language } from '../core/domain/language.ts';

/** 1 kB is 1,000 bytes. */
export function sizeText(bytes: number, language: Language): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const say = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  if (bytes < 1_000_000) return `${say(bytes / 1000, 0)} kB`;
  return `${say(bytes / 1_000_000, 1)} MB`;
}
