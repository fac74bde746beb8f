// Classic cross-reference tables (ISO 32000-2 7.5.4), as writers write them and as they should not.
import { describe, expect, it } from 'vitest';
import { FileWindow } from '../../../../core/pdf/file-window.ts';
import { readXrefTable } from '../../../../core/pdf/xref/table.ts';
import { memorySource } from '../../support/memory-source.ts';
import { refusal } from '../support/code-of.ts';
import { plain } from '../support/plain.ts';

const table = (text: string) => {
  const file = new FileWindow(memorySource(Buffer.from(text, 'latin1')));
  return readXrefTable(file, 0, 'xref'.length);
};
const TRAILER = 'trailer\n<< /Size 6 >>\n';
const F = '0000000000 65535 f \n';
const row = (offset: number, gen = 0): string =>
  `${String(offset).padStart(10, '0')} ${String(gen).padStart(5, '0')} n \n`;

describe('a table', () => {
  it('of the standard: one subsection', async () => {
    // 7.5.4, example 2, shortened.
    const section = await table(
      `xref\n0 6\n0000000003 65535 f \n${row(17)}${row(81)}0000000000 00007 f \n${row(331)}${row(409)}${TRAILER}`,
    );
    expect(section).toMatchObject({ kind: 'table', offset: 0, highest: 5 });
    expect(plain(section.trailer)).toEqual({ Size: 6 });
    const entries = await Promise.all([0, 1, 3, 5, 6].map((num) => section.lookup(num)));
    expect(entries).toEqual([
      { kind: 'free' },
      { kind: 'offset', offset: 17, gen: 0 },
      { kind: 'free' },
      { kind: 'offset', offset: 409, gen: 0 },
      undefined,
    ]);
    expect([0, 5, 6].map((num) => section.has(num))).toEqual([true, true, false]);
  });

  it('of the standard: several subsections', async () => {
    // 7.5.4, example 3.
    const section = await table(
      `xref\n0 1\n${F}3 1\n${row(25325)}23 2\n${row(25518, 2)}${row(25635)}30 1\n${row(25777)}${TRAILER}`,
    );
    const entries = await Promise.all([3, 4, 22, 23, 24, 25, 30].map((num) => section.lookup(num)));
    expect(entries).toEqual([
      { kind: 'offset', offset: 25325, gen: 0 },
      undefined,
      undefined,
      { kind: 'offset', offset: 25518, gen: 2 },
      { kind: 'offset', offset: 25635, gen: 0 },
      undefined,
      { kind: 'offset', offset: 25777, gen: 0 },
    ]);
    expect(section.highest).toBe(30);
  });

  it.each([
    ['entries ended by CR LF', `xref\r\n0 2\r\n${F}${row(9)}`.replaceAll(' \n', '\r\n')],
    ['entries ended by space and CR', `xref\r0 2\r${F}${row(9)}`.replaceAll(' \n', ' \r')],
    ['white space around the header', `xref  \n\n 0  2 \n${F}${row(9)}`],
    ['subsections out of order', `xref\n1 1\n${row(9)}0 1\n${F}`],
    ['an empty subsection', `xref\n0 0\n0 2\n${F}${row(9)}`],
    ['a last entry of 19 bytes', `xref\n0 2\n${F}${row(9).slice(0, 18)}\n`],
  ])('with %s', async (_, text) => {
    const section = await table(text + TRAILER);
    expect(await section.lookup(1)).toEqual({ kind: 'offset', offset: 9, gen: 0 });
    expect(plain(section.trailer)).toEqual({ Size: 6 });
  });

  it('without entries speaks of nothing', async () => {
    const section = await table(`xref\n0 0\n${TRAILER}`);
    expect(section.highest).toBe(-1);
    expect(section.has(0)).toBe(false);
    expect(await section.lookup(0)).toBeUndefined();
  });

  it('ends after the trailer dictionary', async () => {
    const text = `xref\n0 1\n${F}trailer <</Size 1>>\nstartxref\n`;
    expect((await table(text)).end).toBe(text.indexOf('\nstartxref'));
  });

  it('naming an object twice in a section means the first, as qpdf has it', async () => {
    const section = await table(`xref\n0 2\n${F}${row(9)}1 1\n${row(99)}${TRAILER}`);
    expect(await section.lookup(1)).toEqual({ kind: 'offset', offset: 9, gen: 0 });
  });

  it.each([
    ['no trailer', `xref\n0 1\n${F}`, 'PDF_XREF_BROKEN'],
    ['a trailer that is no dictionary', `xref\n0 1\n${F}trailer [1]`, 'PDF_XREF_BROKEN'],
    ['a trailer that does not end', `xref\n0 1\n${F}trailer << /Size 1`, 'PDF_OBJECT_BROKEN'],
    ['fewer entries than it says', `xref\n0 9\n${F}${TRAILER}`, 'PDF_XREF_BROKEN'],
    ['more entries than it says', `xref\n0 1\n${F}${row(9)}${TRAILER}`, 'PDF_XREF_BROKEN'],
    [
      'entries of 19 bytes',
      `xref\n0 3\n${(F + row(9) + row(99)).replaceAll(' \n', '\n')}${TRAILER}`,
      'PDF_XREF_BROKEN',
    ],
    ['a negative number', `xref\n-1 1\n${F}${TRAILER}`, 'PDF_XREF_BROKEN'],
    ['more objects than there can be', `xref\n0 8388609\n${F}${TRAILER}`, 'PDF_LIMIT_EXCEEDED'],
    ['a count of billions', `xref\n5 9999999999\n${F}${TRAILER}`, 'PDF_LIMIT_EXCEEDED'],
    [
      'an object in a hundred subsections',
      `xref\n${`0 1\n${F}`.repeat(100)}${TRAILER}`,
      'PDF_XREF_BROKEN',
    ],
  ])('with %s is refused', async (_, text, code) => {
    expect(await refusal(table(text))).toBe(code);
  });

  it.each([
    '0000000009 00000 x \n',
    '000000009 00000 n  \n',
    '0000000009 0000n n \n',
    '-000000009 00000 n \n',
  ])('says that the entry %j is broken when it is asked for', async (entry) => {
    const section = await table(`xref\n0 2\n${F}${entry}${TRAILER}`);
    expect(await section.lookup(0)).toEqual({ kind: 'free' });
    expect(await refusal(section.lookup(1))).toBe('PDF_XREF_BROKEN');
  });
});
