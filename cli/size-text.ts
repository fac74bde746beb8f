// How large a file is, as people say it.
import type { Language } from '../core/domain/language.ts';

/** 1 kB is 1,000 bytes. What is little is told to the byte: "0 kB" would read as nothing. */
export function sizeText(bytes: number, language: Language): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const say = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  if (bytes < 1000) return `${say(bytes, 0)} ${language === 'id' ? 'bita' : 'bytes'}`;
  if (bytes < 1_000_000) return `${say(bytes / 1000, 0)} kB`;
  return `${say(bytes / 1_000_000, 1)} MB`;
}
