// What a stamp says and how it is fitted; times by hand (WIB, WITA, WIT are UTC+7, +8, +9).
import { describe, expect, it } from 'vitest';
import {
  fieldValues,
  fillFirst,
  fillTemplate,
  initialsOf,
  namesDocument,
  stampTime,
} from '../../../../core/pdf/appearance/stamp-fields.ts';
import {
  layOut,
  type LineStyle,
  stampLines,
  type StampLine,
} from '../../../../core/pdf/appearance/stamp-text.ts';
import { STANDARD_STAMP } from '../../../../core/domain/standard-stamp.ts';
import { stampDesign, type TextElement } from '../../../../core/domain/stamp-design.ts';

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

describe('initialsOf', () => {
  it.each([
    ['Drs. H. SITI  AMINAH, M.Si.', 'SA'],
    ['budi', 'B'],
    ['Élise de la Croix Tan Wijaya', 'ÉDLC'],
    ['Dr. H. M.', 'DHM'],
    ['محمد عبد', 'مع'],
    ['', ''],
  ])('%s: %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('fillTemplate', () => {
  const values = fieldValues({ ...CONTENT, nip: '1970', name: 'A {nip} [B]' });

  it('fills fields, and fills nothing that a value says', () => {
    expect(fillTemplate('{name}: {nip}', values)).toBe('A {nip} [B]: 1970');
  });

  it('leaves out a part whose field is empty', () => {
    expect(fillTemplate('[NIP {nip}][, No. {serial}]', values)).toBe('NIP 1970');
    expect(fillTemplate('[{place}, ]{date}', values)).toBe('Latihan, 25-11-2026');
  });

  it('takes the first alternative that is known', () => {
    expect(fillFirst(['{qr}', 'sha256:{sha256}', 'nip:{nip}', '{name}'], values)).toBe('nip:1970');
    expect(fillFirst(['{qr}'], values)).toBeNull();
  });
});

describe('namesDocument', () => {
  const design = stampDesign.parse({
    ...STANDARD_STAMP.design,
    elements: [{ kind: 'qr', place: 'rest', contents: ['{qr}', 'sha256:{sha256}'] }],
  });

  it('is true only where the document would be drawn', () => {
    expect(namesDocument(design, CONTENT)).toBe(true);
    expect(namesDocument(design, { ...CONTENT, qr: 'x' })).toBe(false);
    expect(namesDocument(STANDARD_STAMP.design, CONTENT)).toBe(false);
  });
});

describe('stampLines', () => {
  const block = STANDARD_STAMP.design.elements.find(
    (element): element is TextElement => element.kind === 'text',
  )!;
  const texts = (content: typeof CONTENT): [string, boolean, number][] =>
    stampLines(block, fieldValues(content)).map(({ text, style }) => [
      ...([text, style.bold, style.scale] as const),
    ]);

  it('names position, act, signer, place and time, and leaves out what is empty', () => {
    expect(texts(CONTENT)).toEqual([
      ['Wali Kota', false, 0.9],
      ['Latihan', false, 0.9],
      ['Ditandatangani secara elektronik oleh', false, 0.78],
      ['Drs. H. SITI AMINAH, M.Si.', true, 1],
      [`Latihan, 25 November 2026 01.05${NBSP}WITA`, false, 0.78],
    ]);
  });

  it('composes letters and their marks, which fonts have only together', () => {
    expect(texts({ ...CONTENT, position: 'Andre\u0301' })[0]?.[0]).toBe('Andr\u00e9');
  });
});

describe('layOut', () => {
  /** Every character half as wide as it is high. */
  const measure = (text: string): number => text.length / 2;
  const style: LineStyle = { bold: true, scale: 1, colour: '#000000', wrap: true };
  const name = (text: string, wrap = true): StampLine => ({ text, style: { ...style, wrap } });

  it('takes the largest size that fits', () => {
    // 12 points: 10 characters are 60 points wide, one line is 12 * 1.26 high.
    expect(layOut([name('abcdefghij')], measure, { width: 60, height: 15.2, largest: 12 })).toEqual(
      { size: 12, lines: [name('abcdefghij')], height: 12 * 1.26 },
    );
    const narrower = { width: 50, height: 20, largest: 12 };
    expect(layOut([name('abcdefghij')], measure, narrower).size).toBe(10);
  });

  it('wraps at words, unless it shall not', () => {
    const room = { width: 30, height: 40, largest: 12 };
    const { lines } = layOut([name('abcd efgh')], measure, room);
    expect(lines).toEqual([name('abcd'), name('efgh')]);
    // Nine characters are 4.5 times the size wide: 6.5 is the largest step at which that is at most 30.
    expect(layOut([name('abcd efgh', false)], measure, room).size).toBe(6.5);
  });

  it('refuses what cannot be read any more', () => {
    const room = { width: 20, height: 40, largest: 12 };
    expect(() => layOut([name('abcdefghij')], measure, room)).toThrow(
      expect.objectContaining({ code: 'STAMP_TOO_SMALL' }),
    );
  });
});
