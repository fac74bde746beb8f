// What a stamp may cover: places to sign. What it may not: anything that means something.
import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../../../core/validation/modifications/placeholder.ts';
import type { PlacedGlyph } from '../../../../core/pdf/text/placed-glyph.ts';

const written = (text: string): PlacedGlyph[] =>
  Array.from(text, (one) => ({ text: one, corners: [], from: [0, 0], to: [0, 0], size: 10 }));

describe('a place to sign', () => {
  it.each([
    ...['#', '$', '^', '*', '@', '________', '..........', '.....:', '\u2026\u2026'],
    ...[
      '${ttd_pengirim}',
      '${ttd1}',
      '{{tanda_tangan}}',
      '#ttd1#',
      '[TTD]',
      '<paraf2>',
      'TTE',
      'QR_code',
    ],
    // As in the ministry's regulations: one Cyrillic letter each.
    ...['\u0414', '\u0416', '\u047c'],
  ])('%s', (text) => {
    expect(isPlaceholder(written(text))).toBe(true);
  });
});

describe('text', () => {
  it.each([
    ...[
      '9',
      'A',
      'Rp',
      '1.000.000',
      '-',
      '+',
      '\u2212',
      '%5',
      '\u2713',
      '\u2610',
      '\u20ac',
      '\u0660',
    ],
    ...['[1.000.000]', '${1000000}', '{{99}}', 'tidak', 'ttd_1.000', 'signed.', '\u0414\u0416'],
  ])('%s', (text) => {
    expect(isPlaceholder(written(text))).toBe(false);
  });

  it('that nobody can read', () => {
    const [glyph] = written('#');
    expect(isPlaceholder([{ ...glyph!, text: '' }])).toBe(false);
  });
});
