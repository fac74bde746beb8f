// Decoding of stream data (ISO 32000-2 7.4).
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeStream } from '../../../core/pdf/filters.ts';
import { latin1, Lexer } from '../../../core/pdf/lexer.ts';
import { PdfDict } from '../../../core/pdf/objects.ts';
import { Parser } from '../../../core/pdf/parser.ts';
import { codeOf } from './support/code-of.ts';

function dict(text: string): PdfDict {
  const object = new Parser(new Lexer(Buffer.from(`<<${text}>>`), null, true)).object();
  if (!(object instanceof PdfDict)) throw new Error('no dictionary');
  return object;
}

const decoded = (entries: string, data: string | Uint8Array): string =>
  latin1(decodeStream(dict(entries), Buffer.from(data)));

const code = (entries: string, data: string | Uint8Array, limit?: number): string =>
  codeOf(() => decodeStream(dict(entries), Buffer.from(data), limit));

describe('decoding', () => {
  it.each([
    ['', 'as it is', 'as it is'],
    ['/Filter []', 'as it is', 'as it is'],
    ['/Filter null', 'as it is', 'as it is'],
    ['/Filter /FlateDecode', deflateSync('abc'), 'abc'],
    ['/Filter [/FlateDecode]', deflateSync('abc'), 'abc'],
    ['/Filter /FlateDecode /DecodeParms null', deflateSync('abc'), 'abc'],
    ['/Filter [/FlateDecode] /DecodeParms [null]', deflateSync('abc'), 'abc'],
    ['/Filter /Fl', deflateSync('abc'), 'abc'],
    ['/Filter /ASCIIHexDecode', '61 62\n63>', 'abc'],
    ['/Filter /AHx', '6162637>', 'abcp'],
    ['/Filter /ASCIIHexDecode', '616263', 'abc'],
    ['/Filter /ASCIIHexDecode', '61>62', 'a'],
    ['/Filter /ASCIIHexDecode', '', ''],
    ['/Filter [/ASCIIHexDecode /FlateDecode]', `${deflateSync('abc').toString('hex')}>`, 'abc'],
    // Rows of two bytes: none, then up.
    [
      '/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2 >>',
      deflateSync(Buffer.from([0, 0x41, 0x42, 2, 1, 1])),
      'ABBC',
    ],
    [
      '/Filter [/AHx /Fl] /DecodeParms [null << /Predictor 15 /Columns 1 >>]',
      deflateSync(Buffer.from([0, 0x41, 2, 1])).toString('hex'),
      'AB',
    ],
    // /F of a stream is a file, not a filter (table 5).
    ['/F /FlateDecode', 'as it is', 'as it is'],
    ['/Filter /Crypt', 'decrypted before', 'decrypted before'],
  ])('%s', (entries, data, expected) => {
    expect(decoded(entries, data)).toBe(expected);
  });

  it.each([
    ['/Filter /FlateDecode', 'no zlib data', 'PDF_STREAM_BROKEN'],
    ['/Filter /FlateDecode', '', 'PDF_STREAM_BROKEN'],
    ['/Filter /FlateDecode', deflateSync('abcdefgh').subarray(0, 6), 'PDF_STREAM_BROKEN'],
    ['/Filter /ASCIIHexDecode', '6x', 'PDF_STREAM_BROKEN'],
    ['/Filter /CCITTFaxDecode', 'x', 'PDF_FILTER_UNSUPPORTED'],
    ['/Filter /DCTDecode', 'x', 'PDF_FILTER_UNSUPPORTED'],
    ['/Filter (FlateDecode)', 'x', 'PDF_FILTER_UNSUPPORTED'],
    ['/Filter [/FlateDecode null]', deflateSync('abc'), 'PDF_FILTER_UNSUPPORTED'],
    [
      '/Filter /FlateDecode /DecodeParms <</Predictor 2>>',
      deflateSync('a'),
      'PDF_FILTER_UNSUPPORTED',
    ],
    [`/Filter [${'/AHx '.repeat(9)}]`, 'x', 'PDF_LIMIT_EXCEEDED'],
  ])('%s of %j', (entries, data, expected) => {
    expect(code(entries, data)).toBe(expected);
  });

  it('stops at its limit, however little the data are', () => {
    const bomb = deflateSync(Buffer.alloc(1 << 20));
    expect(bomb.length).toBeLessThan(2000);
    expect(code('/Filter /FlateDecode', bomb, 1 << 20)).toBe('not refused');
    expect(code('/Filter /FlateDecode', bomb, (1 << 20) - 1)).toBe('PDF_LIMIT_EXCEEDED');
  });
});
