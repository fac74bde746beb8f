// Content streams cut into operations, sound and broken.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PdfName, PdfString } from '../../../../core/pdf/objects.ts';
import { contentOperations, type Operand } from '../../../../core/pdf/text/content-operations.ts';
import { processorTime } from '../../../support/processor-time.ts';

type Shown = number | string | null | Shown[];

function show(operand: Operand | undefined): Shown {
  if (operand instanceof PdfName) return `/${operand.value}`;
  if (operand instanceof PdfString) return Buffer.from(operand.bytes).toString('latin1');
  if (Array.isArray(operand)) return operand.map(show);
  return typeof operand === 'number' ? operand : null;
}

function read(content: string): [string, ...Shown[]][] {
  return [...contentOperations(Buffer.from(content, 'latin1'))].map(({ operator, operands }) => [
    operator,
    ...operands.map(show),
  ]);
}

describe('contentOperations', () => {
  it.each<[string, string, [string, ...Shown[]][]]>([
    ['text', 'BT /F1 12 Tf (a\\)b) Tj ET', [['BT'], ['Tf', '/F1', 12], ['Tj', 'a)b'], ['ET']]],
    ['pieces', '[(a) -12 <62>] TJ', [['TJ', ['a', -12, 'b']]]],
    ['quotes', '1 2 (x) " (y) \' T*', [['"', 1, 2, 'x'], ["'", 'y'], ['T*']]],
    ['marked content', '/P <</MCID 0 /X <</Y [1]>>>> BDC EMC', [['BDC', '/P', null], ['EMC']]],
    [
      'an inline image with EI in its data',
      'q BI /W 1 /H 1 ID \x01 EI\x80\xff\x02 EI Q (z) Tj',
      [['q'], ['BI'], ['Q'], ['Tj', 'z']],
    ],
    ['an inline image without an end', 'BI /W 1 ID xx', [['BI']]],
    ['strays', ') > q ] } (a) Tj', [['q'], ['Tj', 'a']]],
    ['a bracket that is not closed', '[(a) 1 TJ q', [['TJ', ['a', 1]], ['q']]],
    ['a string that is not closed', 'q (abc', [['q']]],
  ])('%s', (_name, content, operations) => {
    expect(read(content)).toEqual(operations);
  });

  it('keeps no more operands than an operator has', () => {
    expect(read(`${'1 '.repeat(5000)}m`)[0]?.length).toBe(65);
  });

  it('ends, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'()<>[]{}/%\\ BIDE1.T'.split(''))), (characters) => {
        const text = characters.join('');
        expect([...contentOperations(Buffer.from(text))].length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('content made to be slow', () => {
  it.each([
    ['strings that never end', '('],
    ['hexadecimal that is none', '<z'],
    ['images that never end', 'BI ID '],
    ['dictionaries within one another', '<<'],
  ])('%s: done in linear time', (_name, piece) => {
    const content = Buffer.from(piece.repeat(4_000_000 / piece.length));
    const took = processorTime();
    const operators = new Set([...contentOperations(content)].map(({ operator }) => operator));
    expect([...operators].join('')).toMatch(/^(BI|z)?$/);
    expect(took()).toBeLessThan(5000);
  });
});
