// What a stamp says and how it is fitted; times by hand (WIB, WITA, WIT are UTC+7, +8, +9).
import { describe, expect, it } from 'vitest';
import {
  layOut,
  stampLines,
  stampTime,
  type StampLine,
} from '../../../../core/pdf/appearance/stamp-text.ts';

const NBSP = '\u00a0';
const CONTENT = {
  name: 'Drs. H. SITI  AMINAH, M.Si.',
  position: 'Wali Kota\nLatihan',
  time: new Date('2026-11-24T17:05:00Z'),
  zone: 'WITA' as const,
  reason: '',
  location: 'Latihan',
  qr: null,
  fonts: { regular: new Uint8Array(), bold: new Uint8Array() },
};

describe('stampTime', () => {
  it.each([
    ['WIB', `25 November 2026 00.05${NBSP}WIB`],
    ['WITA', `25 November 2026 01.05${NBSP}WITA`],
    ['WIT', `25 November 2026 02.05${NBSP}WIT`],
  ] as const)('says the time in %s', (zone, expected) => {
    expect(stampTime(CONTENT.time, zone)).toBe(expected);
  });
});

describe('stampLines', () => {
  it('names position, act, signer, place and time, and leaves out what is empty', () => {
    expect(stampLines(CONTENT)).toEqual([
      { text: 'Wali Kota', style: 'position' },
      { text: 'Latihan', style: 'position' },
      { text: 'Ditandatangani secara elektronik oleh', style: 'note' },
      { text: 'Drs. H. SITI AMINAH, M.Si.', style: 'name' },
      { text: `Latihan, 25 November 2026 01.05${NBSP}WITA`, style: 'note' },
    ]);
  });

  it('composes letters and their marks, which fonts have only together', () => {
    const [line] = stampLines({ ...CONTENT, position: 'Andre\u0301' });
    expect(line?.text).toBe('Andr\u00e9');
  });
});

describe('layOut', () => {
  /** Every character half as wide as it is high. */
  const measure = (text: string): number => text.length / 2;
  const name = (text: string): StampLine => ({ text, style: 'name' });

  it('takes the largest size that fits', () => {
    // 12 points: 10 characters are 60 points wide, one line is 12 * 1.26 high.
    expect(layOut([name('abcdefghij')], measure, { width: 60, height: 15.2 })).toEqual({
      size: 12,
      lines: [name('abcdefghij')],
      height: 12 * 1.26,
    });
    expect(layOut([name('abcdefghij')], measure, { width: 50, height: 20 }).size).toBe(10);
  });

  it('wraps at words', () => {
    const { lines } = layOut([name('abcd efgh')], measure, { width: 30, height: 40 });
    expect(lines).toEqual([name('abcd'), name('efgh')]);
  });

  it('refuses what cannot be read any more', () => {
    expect(() => layOut([name('abcdefghij')], measure, { width: 20, height: 40 })).toThrow(
      expect.objectContaining({ code: 'STAMP_TOO_SMALL' }),
    );
  });
});
