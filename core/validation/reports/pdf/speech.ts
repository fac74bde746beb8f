// How one report speaks: its words, its times, its numbers.
import { formatDate, formatDateTime } from '../../../domain/local-time.ts';
import { timeApart } from '../../../domain/time-apart.ts';
import type { Reader } from '../verification.ts';
import { WORDS_EN } from './words.en.ts';
import { WORDS_ID } from './words.id.ts';
import type { Words } from './words.ts';

export interface Speech extends Reader {
  readonly words: Words;
  readonly dateTime: (time: string) => string;
  readonly date: (time: string) => string;
  readonly number: (n: number) => string;
}

export function speechOf({ language, zone }: Reader): Speech {
  const mark = language === 'id' ? '.' : ',';
  return {
    language,
    zone,
    words: language === 'id' ? WORDS_ID : WORDS_EN,
    dateTime: (time) => formatDateTime(time, zone, language),
    date: (time) => formatDate(time, zone, language),
    // Not by Intl: its data differ from one Node to the next.
    number: (n) => String(n).replace(/\B(?=(\d{3})+$)/g, mark),
  };
}

/** How far two times are apart, in words; null below a minute. */
export function spanBetween(a: string, b: string, { words }: Speech): Span | null {
  const apart = timeApart(a, b);
  return apart === null ? null : { text: words[apart.unit](apart.count), usual: apart.usual };
}

export interface Span {
  readonly text: string;
  /** Whether signatures of BSrE are seen with it (up to about a quarter of an hour). */
  readonly usual: boolean;
}
