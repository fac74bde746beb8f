// The order of mixed lines. Expected orders follow UAX #9 by hand: upper case stands for Arabic here.
import { describe, expect, it } from 'vitest';
import { visualRuns } from '../../../../core/pdf/appearance/bidi.ts';

/** A to C as Arabic letters. */
const LETTERS = new Map([
  ['A', 'م'],
  ['B', 'ح'],
  ['C', 'د'],
]);
const arabic = (text: string): string => Array.from(text, (c) => LETTERS.get(c) ?? c).join('');

describe('visualRuns', () => {
  it.each([
    ['abc', ['abc']],
    ['ABC', ['<ABC']],
    ['AB C', ['<C', ' ', '<AB']],
    ['ab (CB) c.', ['ab (', '<CB', ') c.']],
    // A number in Arabic text is read from left to right (W2, I2), the brackets turn (L4).
    ['AB (C) 12', ['12', ' (', '<C', ') ', '<AB']],
    // Latin words in Arabic text; the full stop at the end belongs to the whole.
    ['AB x.y.', ['.', 'x.y', ' ', '<AB']],
    ['ab 12 C', ['ab 12 ', '<C']],
    // Digits of the Arabic script, which other fonts lack, stand for themselves, and are not turned.
    ['ab \u0661\u0663 c', ['ab ', '\u0661\u0663', ' c']],
    ['', []],
  ])('%s', (text, runs) => {
    const back = new Map([...LETTERS].map(([plain, letter]) => [letter, plain]));
    const seen = visualRuns(arabic(text)).map(
      (run) =>
        (run.rightToLeft ? '<' : '') + Array.from(run.text, (c) => back.get(c) ?? c).join(''),
    );
    expect(seen).toEqual(runs);
  });
});
