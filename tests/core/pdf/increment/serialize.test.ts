// Objects as PDF syntax: expected texts by hand from ISO 32000-2 7.3; and what is written reads back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText, serialize } from '../../../../core/pdf/increment/serialize.ts';
import { Lexer } from '../../../../core/pdf/lexer.ts';
import {
  isArray,
  PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '../../../../core/pdf/objects.ts';
import { Parser } from '../../../../core/pdf/parser.ts';

const text = (object: PdfObject): string => serialize(object).toString('latin1');
const bytes = (value: string): Uint8Array => Buffer.from(value, 'latin1');

describe('serialize', () => {
  it.each<[string, PdfObject, string]>([
    ['null', null, 'null'],
    ['true', true, 'true'],
    ['an integer', -7, '-7'],
    ['a real', 0.5, '0.5'],
    ['a name', new PdfName('Sig'), '/Sig'],
    ['a name with a space and #', new PdfName('a b#'), '/a#20b#23'],
    ['a name with a byte above ASCII', new PdfName('\u00e9'), '/#e9'],
    ['a reference', new PdfRef(12, 3), '12 3 R'],
    ['a string', new PdfString(bytes('a(b)\\'), false), '(a\\(b\\)\\\\)'],
    ['a string with CR', new PdfString(bytes('a\rb'), false), '(a\\rb)'],
    ['a hexadecimal string', new PdfString(bytes('\u0001\u00ff'), true), '<01ff>'],
    ['an array', [1, new PdfName('A'), null], '[1 /A null]'],
    ['a dictionary', new PdfDict([['K', 1]]), '<</K 1 >>'],
    [
      'a stream',
      new PdfStream(new PdfDict([['Length', 99]]), bytes('abc')),
      '<</Length 3 >>\nstream\nabc\nendstream',
    ],
  ])('writes %s', (_name, object, expected) => {
    expect(text(object)).toBe(expected);
  });

  it('writes no exponents', () => {
    expect(numberText(1e-7)).toBe('0.0000001000');
    expect(numberText(1e21)).toBe('1000000000000000000000');
    expect(() => numberText(NaN)).toThrow();
  });

  it('refuses a stream whose data are not in memory', () => {
    expect(() => serialize(new PdfStream(new PdfDict([]), { offset: 5 }))).toThrow();
  });

  it('reads back as it was', () => {
    fc.assert(
      fc.property(anyObject, (object) => {
        const parser = new Parser(new Lexer(serialize(object), null, true));
        expect(plain(parser.object())).toEqual(plain(object));
      }),
    );
  });
});

const latin1 = fc
  .uint8Array({ maxLength: 12 })
  .map((codes) => String.fromCharCode(...codes.map((code) => Math.max(code, 1))));
const anyObject = fc.letrec<{ object: PdfObject }>((tie) => ({
  object: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false),
    fc.integer(),
    latin1.map((value) => new PdfName(value)),
    fc
      .tuple(fc.uint8Array({ maxLength: 20 }), fc.boolean())
      .map(([value, hex]) => new PdfString(value, hex)),
    fc.tuple(fc.nat(9999), fc.nat(9)).map(([num, gen]): PdfObject => new PdfRef(num, gen)),
    fc.array(tie('object'), { maxLength: 4 }),
    fc
      .array(fc.tuple(latin1, tie('object')), { maxLength: 4 })
      .map((entries) => new PdfDict(entries)),
  ),
})).object;

/** Objects as plain values, to compare meaning and not where something stood in a file. */
function plain(object: PdfObject): unknown {
  if (object instanceof PdfString) return `(${Buffer.from(object.bytes).toString('hex')})`;
  if (object instanceof PdfName) return `/${object.value}`;
  if (object instanceof PdfRef) return `${String(object.num)} ${String(object.gen)} R`;
  if (object instanceof PdfDict) return [...object.entries].map(([k, v]) => [k, plain(v)]);
  if (isArray(object)) return object.map(plain);
  return object;
}
