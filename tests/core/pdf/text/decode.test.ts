// ASCII85, RunLength and LZW: the examples of ISO 32000-2 7.4 and data encoded here by hand.
import { describe, expect, it } from 'vitest';
import { ascii85 } from '../../../../core/pdf/decode/ascii85.ts';
import { lzw } from '../../../../core/pdf/decode/lzw.ts';
import { runLength } from '../../../../core/pdf/decode/run-length.ts';

const LIMIT = 1 << 20;
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const coded = (error: string): unknown => expect.objectContaining({ code: error });

describe('ascii85', () => {
  it.each([
    // Adobe's well-known sample: the first words of Hobbes' Leviathan.
    ['9jqo^BlbD-BleB1DJ+*+F(f,q~>', 'Man is distinguished'],
    ['9jqo^\n Bl bD-~>', 'Man is d'],
    ['z~>', '\0\0\0\0'],
    ['/c~>', '.'],
    ['9jqo', 'Man'],
    ['~>', ''],
  ])('%j', (encoded, plain) => {
    expect(text(ascii85(Buffer.from(encoded), LIMIT))).toBe(plain);
  });

  it.each(['s8W-"~>', '9~>', '9jvo^~>', '9jzo^~>'])('%j is broken', (encoded) => {
    expect(() => ascii85(Buffer.from(encoded), LIMIT)).toThrow(coded('PDF_STREAM_BROKEN'));
  });

  it('stops at its limit', () => {
    expect(() => ascii85(Buffer.from('zzz'), 8)).toThrow(coded('PDF_LIMIT_EXCEEDED'));
  });
});

describe('runLength', () => {
  it('copies and repeats', () => {
    const encoded = [2, 0x61, 0x62, 0x63, 254, 0x64, 128, 1];
    expect(text(runLength(Uint8Array.from(encoded), LIMIT))).toBe('abcddd');
  });

  it.each([[[5, 1]], [[200]]])('%j is broken', (encoded) => {
    const bytes = Uint8Array.from(encoded);
    expect(() => runLength(bytes, LIMIT)).toThrow(coded('PDF_STREAM_BROKEN'));
  });

  it('stops at its limit', () => {
    expect(() => runLength(Uint8Array.of(129, 0, 129, 0), 200)).toThrow(
      coded('PDF_LIMIT_EXCEEDED'),
    );
  });
});

describe('lzw', () => {
  it('decodes the example of 7.4.4.2', () => {
    // 45 45 45 45 45 65 45 45 45 66, as codes 256 45 258 258 65 259 66 257 of nine bits.
    const encoded = Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01);
    expect([...lzw(encoded, true, LIMIT)]).toEqual([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
  });

  it.each([true, false])('grows its codes and clears its table, early change %s', (early) => {
    const plain = Buffer.from(
      Array.from({ length: 40_000 }, (_, i) => (i * i * 31 + (i >> 3)) & 0xff),
    );
    expect(Buffer.from(lzw(encode(plain, early), early, LIMIT)).equals(plain)).toBe(true);
  });

  it.each([[[0x80, 0x7f, 0xff, 0xff]], [[0x81, 0xff, 0xff]]])('%j is broken', (encoded) => {
    expect(() => lzw(Uint8Array.from(encoded), true, LIMIT)).toThrow(coded('PDF_STREAM_BROKEN'));
  });

  it('stops at its limit', () => {
    const encoded = encode(Buffer.alloc(5000), true);
    expect(() => lzw(encoded, true, 4999)).toThrow(coded('PDF_LIMIT_EXCEEDED'));
  });
});

/** The encoder of the standard, with strings as keys: slow and plain. */
function encode(plain: Uint8Array, early: boolean): Uint8Array {
  const bits: string[] = [];
  let table = new Map<string, number>();
  let width = 9;
  let next = 258;
  const put = (code: number): void => void bits.push(code.toString(2).padStart(width, '0'));
  const clear = (): void => {
    put(256);
    table = new Map(Array.from({ length: 256 }, (_, i) => [String.fromCharCode(i), i]));
    [width, next] = [9, 258];
  };
  clear();
  let held = '';
  for (const byte of plain) {
    const longer = held + String.fromCharCode(byte);
    if (table.has(longer)) {
      held = longer;
      continue;
    }
    put(table.get(held)!);
    table.set(longer, next);
    next += 1;
    held = String.fromCharCode(byte);
    // The encoder's table is one entry ahead of the decoder's.
    if (next - 1 + (early ? 1 : 0) >= 1 << width) width += 1;
    if (next >= 4094) clear();
  }
  put(table.get(held)!);
  put(257);
  const all = bits.join('');
  return Uint8Array.from(all.match(/.{1,8}/g)!, (byte) => parseInt(byte.padEnd(8, '0'), 2));
}
