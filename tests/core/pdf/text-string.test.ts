// Text strings and dates against ISO 32000-2 7.9.2.2, 7.9.4 and annex D.2.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PdfString } from '../../../core/pdf/objects.ts';
import {
  beginningOf,
  isoDate,
  pdfDate,
  textOf,
  textString,
} from '../../../core/pdf/text-string.ts';

const text = (hex: string): string => textOf(new PdfString(Buffer.from(hex, 'hex'), true));
const written = (value: string): string => Buffer.from(textString(value).bytes).toString('hex');

describe('a text string', () => {
  it.each([
    ['', ''],
    ['53616d6172696e6461', 'Samarinda'],
    // The standard's own example of UTF-16BE: "тест".
    ['feff0442043504410442', 'тест'],
    ['feffd83dde00', '\u{1f600}'],
    ['feff', ''],
    ['feff00', ''],
    ['feff004100', 'A'],
    ['efbbbfd182d0b5d181d182', 'тест'],
    ['efbbbf', ''],
    ['efbbbfff', '\ufffd'],
    ['fffe', '\u00ff\u00fe'],
    // PDFDocEncoding, annex D.2.
    ['e9', 'é'],
    ['80', '•'],
    ['8485', '—–'],
    ['8d61208e', '“a ”'],
    ['8f90', '‘’'],
    ['92', '™'],
    ['9394', 'ﬁﬂ'],
    ['959697', 'ŁŒŠ'],
    ['9d9e', 'šž'],
    ['a0', '€'],
    ['a1', '¡'],
    ['1819', '˘ˇ'],
    ['1f', '˜'],
    ['090d0a', '\t\r\n'],
  ])('<%s> is %j', (hex, value) => {
    expect(text(hex)).toBe(value);
  });

  it('is written in ASCII where that suffices, else in UTF-16BE', () => {
    expect(written('Wali Kota (Plt.)')).toBe(Buffer.from('Wali Kota (Plt.)').toString('hex'));
    expect(written('é')).toBe('feff00e9');
    expect(written('тест')).toBe('feff0442043504410442');
    expect(written('a\n')).toBe('feff0061000a');
  });

  it('is read as it was written', () => {
    const character = fc.oneof(
      fc.integer({ min: 0, max: 0xd7ff }),
      fc.integer({ min: 0xe000, max: 0x10ffff }),
      fc.integer({ min: 0, max: 0xff }),
    );
    const text = fc.array(character).map((points) => String.fromCodePoint(...points));
    fc.assert(
      fc.property(text, (value) => {
        expect(textOf(textString(value))).toBe(value);
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    // The standard's own example.
    ["D:199812231952-08'00", '1998-12-24T03:52:00.000Z'],
    ["D:20261124101500+08'00'", '2026-11-24T02:15:00.000Z'],
    ['D:20261124021500Z', '2026-11-24T02:15:00.000Z'],
    ["D:20261124021500Z00'00'", '2026-11-24T02:15:00.000Z'],
    ['D:20261124101500+0800', '2026-11-24T02:15:00.000Z'],
    ['D:20261124101500+08', '2026-11-24T02:15:00.000Z'],
    ["D:20261124101500-03'30'", '2026-11-24T13:45:00.000Z'],
    ['D:20261124101500', '2026-11-24T10:15:00.000Z'],
    ['D:202611241015', '2026-11-24T10:15:00.000Z'],
    ['D:2026112410', '2026-11-24T10:00:00.000Z'],
    ['D:20261124', '2026-11-24T00:00:00.000Z'],
    ['D:202611', '2026-11-01T00:00:00.000Z'],
    ['D:2026', '2026-01-01T00:00:00.000Z'],
    ['20261124101500', '2026-11-24T10:15:00.000Z'],
    ['D:20240229', '2024-02-29T00:00:00.000Z'],
    ['D:00240101', '0024-01-01T00:00:00.000Z'],
    ["D:20270101003000+07'00'", '2026-12-31T17:30:00.000Z'],
  ])('%s is %s', (date, iso) => {
    expect(isoDate(date)).toBe(iso);
  });

  it.each([
    ...['', 'D:', 'D:20', 'kemarin', ' D:2026', 'D:20261301', 'D:20260001', 'D:20260431'],
    ...['D:20260229', 'D:20261100', 'D:20261132', 'D:2026112424', 'D:202611241060'],
    ...['D:20261124101560', "D:20261124101500+24'00'", "D:20261124101500+08'60'"],
    ...["D:99991231235959-01'00'", "D:00000101000000+01'00'"],
  ])('%j is none', (date) => {
    expect(isoDate(date)).toBeNull();
  });

  it('is written in UTC', () => {
    const date = pdfDate(new Date('2026-11-24T10:15:07.999+08:00'));
    expect(textOf(date)).toBe("D:20261124021507+00'00'");
  });

  it('is read as it was written, to the second', () => {
    const times = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(times, (time) => {
        const seconds = new Date(Math.floor(time.getTime() / 1000) * 1000);
        expect(isoDate(textOf(pdfDate(time)))).toBe(seconds.toISOString());
      }),
    );
  });
});

describe('the beginning of a text string', () => {
  it('is that of the whole, in every encoding', () => {
    const marks = fc.constantFrom('', 'feff', 'efbbbf');
    fc.assert(
      fc.property(marks, fc.uint8Array({ maxLength: 60 }), fc.nat(20), (mark, octets, length) => {
        const bytes = Buffer.concat([Buffer.from(mark, 'hex'), octets]);
        const string = new PdfString(bytes, false);
        expect(beginningOf(string, length)).toBe(textOf(string).slice(0, length));
      }),
    );
  });
});
