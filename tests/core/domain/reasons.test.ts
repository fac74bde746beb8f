// The sentences of reasons: there for every code, alike in both languages.
import { describe, expect, it } from 'vitest';
import { REASONS_EN } from '../../../core/domain/messages/reasons.en.ts';
import { REASONS_ID } from '../../../core/domain/messages/reasons.id.ts';
import { REASON_CODES } from '../../../core/domain/reason-code.ts';

const holes = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(String).sort();

describe.each(REASON_CODES)('%s', (code) => {
  it('has whole sentences with the same holes', () => {
    for (const sentence of [REASONS_ID[code], REASONS_EN[code]]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/s);
      expect(sentence).not.toContain('!');
    }
    expect(holes(REASONS_ID[code])).toEqual(holes(REASONS_EN[code]));
  });
});
