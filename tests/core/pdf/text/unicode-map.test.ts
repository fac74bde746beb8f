// ToUnicode CMaps in the forms that ISO 32000-2 9.10.3 shows, and broken ones.
import { describe, expect, it } from 'vitest';
import { UnicodeMap } from '../../../../core/pdf/text/unicode-map.ts';

const parse = (text: string): UnicodeMap => UnicodeMap.parse(Buffer.from(text, 'latin1'));

describe('UnicodeMap', () => {
  const map = parse(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
     1 begincodespacerange <0000> <FFFF> endcodespacerange
     2 beginbfrange <0000> <005E> <0020> <005F> <0061> [<00660066> <00660069> <00660066006C>] endbfrange
     1 beginbfchar <3A51> <D840DC3E> endbfchar endcmap end end`,
  );

  // The values of the standard's own example.
  it.each([
    [0x00, ' '],
    [0x5e, '~'],
    [0x5f, 'ff'],
    [0x60, 'fi'],
    [0x61, 'ffl'],
    [0x3a51, '\u{2003e}'],
    [0x62, undefined],
  ])('%i', (code, characters) => {
    expect(map.get(code)).toBe(characters);
  });

  it.each(['', '1 beginbfchar <01>', '1 beginbfrange <01> <05> [<0041>', '1 beginbfchar (', '>>'])(
    '%j is read as far as it goes',
    (text) => {
      expect(parse(text).get(9)).toBeUndefined();
    },
  );

  it('knows codes that have a range each, and of two ranges goes by the first', () => {
    const each = parse(
      '3 beginbfrange <01> <01> <0041> <01> <01> <0042> <00> <ff> <0061> endbfrange',
    );
    expect([0, 1, 2].map((code) => each.get(code))).toEqual(['a', 'A', 'c']);
  });

  // Took minutes in a file of a few kilobytes: each letter was looked for in all ranges.
  it('finds a letter that is shown a million times in 100,000 ranges', () => {
    const many = parse(`1 beginbfrange ${'<fffe> <ffff> <0041>'.repeat(100_000)} endbfrange`);
    const began = process.cpuUsage();
    let found = 0;
    for (let n = 0; n < 1_000_000; n += 1) found += many.get(n & 63) === undefined ? 0 : 1;
    expect(found).toBe(0);
    // As it was: 400 s.
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(5);
  });

  it('goes on no further than the last character there is', () => {
    const far = parse('1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange');
    expect(far.get(0xffffffff)).toBe('\u{10ffff}');
  });
});
