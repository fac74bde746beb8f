// Cross-reference streams (ISO 32000-2 7.5.8).
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lexer } from '../../../../core/pdf/lexer.ts';
import { PdfDict } from '../../../../core/pdf/objects.ts';
import { Parser } from '../../../../core/pdf/parser.ts';
import type { XrefEntry } from '../../../../core/pdf/xref/section.ts';
import { readXrefStream } from '../../../../core/pdf/xref/stream.ts';
import { codeOf } from '../support/code-of.ts';

function section(entries: string, rows: Uint8Array, budget?: { left: number }) {
  const text = Buffer.from(`<< /Type /XRef ${entries} >>`, 'latin1');
  const dict = new Parser(new Lexer(text, null, true)).object();
  if (!(dict instanceof PdfDict)) throw new Error('no dictionary');
  return readXrefStream(dict, rows, 100, 200, budget);
}
const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(' ', ''), 'hex');

describe('a cross-reference stream', () => {
  it('of the standard', async () => {
    // 7.5.8.3: entries of type 0, 1 and 2; the last of example 2 of 7.5.8.4 among them.
    const found = section(
      '/W [1 2 1] /Size 4',
      bytes('00 0000 ff  02 000f 00  01 0e8f 00  02 000f 2b'),
    );
    expect(found).toMatchObject({ kind: 'stream', offset: 100, end: 200, highest: 3 });
    expect(await Promise.all([0, 1, 2, 3, 4].map((num) => found.lookup(num)))).toEqual([
      { kind: 'free' },
      { kind: 'compressed', stream: 15, index: 0 },
      { kind: 'offset', offset: 0x0e8f, gen: 0 },
      { kind: 'compressed', stream: 15, index: 43 },
      undefined,
    ]);
  });

  it('without type field holds type 1, without third field generation and index 0', async () => {
    expect(await section('/W [0 2 1] /Size 1', bytes('1234 05')).lookup(0)).toEqual({
      ...{ kind: 'offset', offset: 0x1234, gen: 5 },
    });
    expect(await section('/W [1 2 0] /Size 1', bytes('02 0007')).lookup(0)).toEqual({
      ...{ kind: 'compressed', stream: 7, index: 0 },
    });
  });

  it('takes an unknown type for the null object (table 18)', async () => {
    expect(await section('/W [1 1 1] /Size 1', bytes('03 01 00')).lookup(0)).toEqual({
      ...{ kind: 'free', unknown: true },
    });
  });

  it('reads every row that is written, wherever /Index puts it', async () => {
    const width = fc.integer({ min: 1, max: 5 });
    const rows = fc.array(
      fc.record({ type: fc.constantFrom(0, 1, 2), second: fc.nat(255), third: fc.nat(255) }),
      { maxLength: 20 },
    );
    const subsections = fc.array(fc.record({ gap: fc.nat(50), rows }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(width, width, subsections, fc.boolean(), async (w2, w3, list, predicted) => {
        const expected = new Map<number, XrefEntry>();
        const index: number[] = [];
        const written: number[] = [];
        let next = 0;
        for (const { gap, rows } of list) {
          const first = next + gap;
          index.push(first, rows.length);
          rows.forEach(({ type, second, third }, i) => {
            if (predicted) written.push(0);
            written.push(type, ...new Array<number>(w2 - 1).fill(0), second);
            written.push(...new Array<number>(w3 - 1).fill(0), third);
            const entry: XrefEntry[] = [
              { kind: 'free' },
              { kind: 'offset', offset: second, gen: third },
              { kind: 'compressed', stream: second, index: third },
            ];
            expected.set(first + i, entry[type]!);
          });
          next = first + rows.length;
        }
        const parms = predicted ? `/DecodeParms << /Predictor 10 /Columns ${1 + w2 + w3} >>` : '';
        const found = section(
          `/W [1 ${w2} ${w3}] /Size ${next} /Index [${index.join(' ')}] /Filter /FlateDecode ${parms}`,
          deflateSync(Uint8Array.from(written)),
        );
        for (let num = 0; num <= next; num += 1) {
          expect(await found.lookup(num)).toEqual(expected.get(num));
          expect(found.has(num)).toBe(expected.has(num));
        }
        expect(found.highest).toBe(Math.max(-1, ...expected.keys()));
      }),
    );
  });

  it.each([
    ['/Size 1', 'PDF_XREF_BROKEN'],
    ['/W [1 2] /Size 1', 'PDF_XREF_BROKEN'],
    ['/W [1 0 1] /Size 1', 'PDF_XREF_BROKEN'],
    ['/W [1 -2 1] /Size 1', 'PDF_XREF_BROKEN'],
    ['/W [1 9 1] /Size 1', 'PDF_XREF_BROKEN'],
    ['/W [1 2 1]', 'PDF_XREF_BROKEN'],
    ['/W [1 2 1] /Size 2', 'PDF_XREF_BROKEN'],
    ['/W [1 2 1] /Size 1 /Index [0]', 'PDF_XREF_BROKEN'],
    ['/W [1 2 1] /Size 1 /Index [-1 1]', 'PDF_XREF_BROKEN'],
    ['/W [1 2 1] /Size 1 /Index [0 (1)]', 'PDF_XREF_BROKEN'],
    ['/W [1 2 1] /Size 1 /Index 5', 'PDF_XREF_BROKEN'],
    ['/W [1 2 1] /Size 8388610', 'PDF_LIMIT_EXCEEDED'],
    ['/W [1 2 1] /Size 1 /Index [8388608 1]', 'PDF_LIMIT_EXCEEDED'],
    ['/W [8 8 8] /Size 8388608', 'PDF_LIMIT_EXCEEDED'],
    ['/W [1 2 1] /Size 1 /Filter /FlateDecode', 'PDF_STREAM_BROKEN'],
    ['/W [1 2 1] /Size 1 /Filter /CCITTFaxDecode', 'PDF_FILTER_UNSUPPORTED'],
    ['/W [1 2 1] /Size 1 /Type /ObjStm', 'PDF_XREF_BROKEN'],
  ])('with %s is refused', (entries, code) => {
    expect(codeOf(() => section(entries, bytes('01 0009 00')))).toBe(code);
  });

  it('keeps no more than the file as a whole may', () => {
    const budget = { left: 10 };
    section('/W [1 2 1] /Size 2', bytes('01 0009 00 01 0009 00'), budget);
    expect(budget.left).toBe(2);
    expect(codeOf(() => section('/W [1 2 1] /Size 1', bytes('01 0009 00'), budget))).toBe(
      'PDF_LIMIT_EXCEEDED',
    );
  });

  it('does not unpack what is far more than its rows', () => {
    const bomb = deflateSync(Buffer.alloc(4 << 20));
    expect(codeOf(() => section('/W [1 2 1] /Size 1 /Filter /FlateDecode', bomb))).toBe(
      'PDF_LIMIT_EXCEEDED',
    );
  });
});
