// The lazy reader: which object a number means, streams, numbers left free.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../core/pdf/limits.ts';
import { PdfRef, PdfStream } from '../../../core/pdf/objects.ts';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { memorySource } from '../support/memory-source.ts';
import { refusal } from './support/code-of.ts';
import { Draft, FREE, openBytes } from './support/draft.ts';
import { plain } from './support/plain.ts';

const CATALOG = '<< /Type /Catalog >>';
const value = async (reader: PdfReader, num: number, gen = 0) =>
  plain(await reader.object(num, gen));

function started(): Draft {
  const draft = new Draft();
  draft.object(1, CATALOG);
  return draft;
}

describe('an object', () => {
  it('is the one of the newest section that speaks of it', async () => {
    const draft = started();
    draft.object(2, '(old)');
    draft.object(3, '(kept)');
    const first = draft.table([draft.all()], '/Size 4 /Root 1 0 R');
    draft.end(first);
    const changed = draft.object(2, '(new)');
    const next = draft.table([[2, [{ offset: changed }]]], `/Size 4 /Root 1 0 R /Prev ${first}`);
    const reader = await draft.end(next).open();
    expect(await value(reader, 2)).toBe('(new)');
    expect(await value(reader, 3)).toBe('(kept)');
    expect(await reader.entry(2)).toEqual({ kind: 'offset', offset: changed, gen: 0 });
  });

  it('that was freed is null, and of the next generation when its number is used again', async () => {
    const draft = started();
    draft.object(2, '(old)');
    const first = draft.table([draft.all()], '/Size 3 /Root 1 0 R');
    draft.end(first);
    const freed = draft.table(
      [[2, [{ free: true, gen: 1 }]]],
      `/Size 3 /Root 1 0 R /Prev ${first}`,
    );
    draft.end(freed);
    const reader = await draft.open();
    expect(await value(reader, 2)).toBeNull();
    expect(await value(reader, 2, 1)).toBeNull();

    const again = draft.object(2, '(again)', 1);
    draft.end(
      draft.table([[2, [{ offset: again, gen: 1 }]]], `/Size 3 /Root 1 0 R /Prev ${freed}`),
    );
    const reused = await draft.open();
    expect(await value(reused, 2, 1)).toBe('(again)');
    // A reference of the old generation is one to nothing (7.3.10).
    expect(await value(reused, 2, 0)).toBeNull();
  });

  it('that no section names is null', async () => {
    const reader = await started().finish().open();
    expect(await value(reader, 7)).toBeNull();
    expect(await reader.resolve(new PdfRef(7, 0))).toBeNull();
    expect(await reader.resolve(undefined)).toBeNull();
    expect(await reader.resolveDict(new PdfRef(7, 0))).toBeUndefined();
    expect(await reader.entry(7)).toBeUndefined();
  });

  it('must stand where the table says, number and generation', async () => {
    const draft = started();
    const two = draft.object(2, '(two)');
    const three = draft.object(3, '(three)', 5);
    const rows = [
      FREE,
      { offset: draft.offset(1) },
      { offset: three },
      { offset: three },
      { offset: two + 1 },
    ];
    const reader = await draft.end(draft.table([[0, rows]], '/Size 5 /Root 1 0 R')).open();
    expect(await refusal(reader.object(2, 0))).toBe('PDF_XREF_BROKEN');
    expect(await refusal(reader.object(3, 0))).toBe('PDF_XREF_BROKEN');
    expect(await refusal(reader.object(4, 0))).toBe('PDF_XREF_BROKEN');
    expect((await reader.catalog()).entries.size).toBe(1);
  });

  it('is parsed once while it is kept', async () => {
    const draft = started();
    draft.object(2, '<< /A 1 >>');
    const reader = await draft.finish().open();
    expect(await reader.object(2, 0)).toBe(await reader.object(2, 0));
  });

  it('may be referred to along a chain, but not a ring', async () => {
    const draft = started();
    draft.object(2, '3 0 R');
    draft.object(3, '(end)');
    draft.object(4, '5 0 R');
    draft.object(5, '4 0 R');
    const reader = await draft.finish().open();
    expect(plain(await reader.resolve(new PdfRef(2, 0)))).toBe('(end)');
    expect(await refusal(reader.resolve(new PdfRef(4, 0)))).toBe('PDF_LIMIT_EXCEEDED');
  });
});

describe('the catalog', () => {
  it.each(['', '/Root 9 0 R', '/Root 2 0 R', '/Root null', '/Root /Catalog'])(
    'is missing with %j',
    async (root) => {
      const draft = started();
      draft.object(2, '[1]');
      draft.end(draft.table([draft.all()], `/Size 3 ${root}`));
      expect(await refusal((await draft.open()).catalog())).toBe('PDF_OBJECT_BROKEN');
    },
  );
});

describe('a compressed object', () => {
  function compressed(entries: readonly (readonly [number, string])[], stream = 2): Draft {
    const draft = started();
    draft.objectStream(stream, entries);
    return draft;
  }
  function finish(draft: Draft, rows: readonly { stream: number; index: number }[], from = 3) {
    const at = draft.length;
    const own = from + rows.length;
    draft.xrefStream(
      own,
      [
        [0, [FREE, { offset: draft.offset(1) }, { offset: draft.offset(2) }]],
        [from, rows],
        [own, [{ offset: at }]],
      ],
      `/Size ${own + 1} /Root 1 0 R`,
    );
    return draft.end(at).open();
  }

  it('is found in its stream, also where the index is wrong', async () => {
    const reader = await finish(
      compressed([
        [3, '<< /A (a) >>'],
        [4, '[3 0 R]'],
        [5, '5'],
      ]),
      [
        { stream: 2, index: 0 },
        { stream: 2, index: 0 },
        { stream: 2, index: 77 },
      ],
    );
    expect(await value(reader, 3)).toEqual({ A: '(a)' });
    expect(await value(reader, 4)).toEqual(['3 0 R']);
    expect(await value(reader, 5)).toBe(5);
    // Compressed objects have generation 0 (7.5.7).
    expect(await value(reader, 3, 1)).toBeNull();
  });

  it('is found by several at once', async () => {
    const reader = await finish(
      compressed([
        [3, '(x)'],
        [4, '(y)'],
      ]),
      [
        { stream: 2, index: 0 },
        { stream: 2, index: 1 },
      ],
    );
    const both = await Promise.all([reader.object(3, 0), reader.object(4, 0)]);
    expect(both.map(plain)).toEqual(['(x)', '(y)']);
  });

  it('that its stream does not hold is refused', async () => {
    const reader = await finish(compressed([[9, '(x)']]), [{ stream: 2, index: 0 }]);
    expect(await refusal(reader.object(3, 0))).toBe('PDF_XREF_BROKEN');
  });

  it.each([
    ['what is no stream', 1],
    ['nothing', 8],
    ['itself', 3],
    ['a compressed object', 4],
  ])('in %s is refused', async (_, stream) => {
    const reader = await finish(compressed([[4, '(x)']]), [
      { stream, index: 0 },
      { stream: 2, index: 0 },
    ]);
    expect(await refusal(reader.object(3, 0))).toBe('PDF_XREF_BROKEN');
  });

  it.each(['Length', 'N', 'First'])(
    'whose stream has its /%s within itself is refused',
    async (key) => {
      const draft = started();
      const entries = new Map([
        ['N', '1'],
        ['First', '4'],
      ]);
      if (key !== 'Length') entries.set(key, '3 0 R');
      draft.stream(
        2,
        `/Type /ObjStm ${[...entries].map(([name, is]) => `/${name} ${is}`).join(' ')}`,
        '3 0 6',
        key === 'Length' ? '3 0 R' : undefined,
      );
      const reader = await finish(draft, [{ stream: 2, index: 0 }]);
      expect(await refusal(reader.object(3, 0))).toBe('PDF_XREF_BROKEN');
    },
  );

  it.each([
    ['/N -1 /First 4', '3 0 (x)', 'PDF_OBJECT_BROKEN'],
    ['/N 1 /First 400', '3 0 (x)', 'PDF_OBJECT_BROKEN'],
    ['/N 2 /First 4', '3 0 (x)', 'PDF_OBJECT_BROKEN'],
    ['/N 1', '3 0 (x)', 'PDF_OBJECT_BROKEN'],
    ['/N 1 /First 4', '3 a (x)', 'PDF_OBJECT_BROKEN'],
    ['/N 1 /First 4', '3 99(x)', 'PDF_OBJECT_BROKEN'],
    ['/N 1 /First 4', '3 0 (x', 'PDF_OBJECT_BROKEN'],
    ['/N 1 /First 4 /Filter /FlateDecode', '3 0 (x)', 'PDF_STREAM_BROKEN'],
    ['/N 2000000 /First 4', '3 0 (x)', 'PDF_LIMIT_EXCEEDED'],
  ])('of a stream with %s over %j is refused', async (entries, data, code) => {
    const draft = started();
    draft.stream(2, `/Type /ObjStm ${entries}`, data);
    const reader = await finish(draft, [{ stream: 2, index: 0 }]);
    expect(await refusal(reader.object(3, 0))).toBe(code);
  });

  it('has strings without a place in the file', async () => {
    const reader = await finish(compressed([[3, '<00>']]), [{ stream: 2, index: 0 }]);
    expect(await reader.object(3, 0)).toMatchObject({ hex: true, span: null });
  });
});

describe('a hybrid-reference file (7.5.8.4)', () => {
  async function hybrid(): Promise<PdfReader> {
    const draft = started();
    draft.object(2, '(in the table)');
    draft.objectStream(5, [
      [3, '(hidden)'],
      [2, '(not this one)'],
    ]);
    const stream = draft.length;
    draft.xrefStream(
      6,
      [
        [
          2,
          [
            { stream: 5, index: 1 },
            { stream: 5, index: 0 },
          ],
        ],
        [5, [{ offset: draft.offset(5) }, { offset: stream }]],
      ],
      '/Size 7',
    );
    const rows = [FREE, { offset: draft.offset(1) }, { offset: draft.offset(2) }, FREE, FREE];
    return draft.end(draft.table([[0, rows]], `/Size 7 /Root 1 0 R /XRefStm ${stream}`)).open();
  }

  it('shows by its stream what its table hides as free, and nothing else', async () => {
    const reader = await hybrid();
    expect(reader.links[0]).toMatchObject({
      section: { kind: 'table' },
      hybrid: { kind: 'stream' },
    });
    expect(await value(reader, 2)).toBe('(in the table)');
    expect(await value(reader, 3)).toBe('(hidden)');
    expect(await value(reader, 4)).toBeNull();
    expect(reader.nextObjectNumber).toBe(7);
  });
});

describe('stream data', () => {
  async function stream(entries: string, data: string, length?: string): Promise<PdfReader> {
    const draft = started();
    draft.stream(2, entries, data, length);
    draft.object(3, '3');
    return draft.finish().open();
  }
  const data = async (reader: PdfReader): Promise<string> => {
    const object = await reader.object(2, 0);
    if (!(object instanceof PdfStream)) throw new Error('no stream');
    return Buffer.from(await reader.decodedData(object)).toString('latin1');
  };

  it.each([
    ['', 'abc', undefined],
    ['', '', undefined],
    ['', 'abc', '3 0 R'],
    ['/Filter /ASCIIHexDecode', '616263>', undefined],
    ['/Filter [/ASCIIHexDecode]', '616263>', undefined],
  ])('with %j over %j', async (entries, bytes, length) => {
    const expected = bytes === '' ? '' : 'abc';
    expect(await data(await stream(entries, bytes, length))).toBe(expected);
  });

  it.each(['2', '5', '0', '-1', '1.5', '999999999', 'null', '9 0 R', '(3)', '2 0 R'])(
    'with the wrong /Length %s are refused, the rest of the file is not',
    async (length) => {
      const reader = await stream('', 'abc', length);
      expect(await refusal(data(reader))).toBe('PDF_STREAM_BROKEN');
      expect(await value(reader, 3)).toBe(3);
    },
  );

  it('with a /Length beyond the end of the file are refused', async () => {
    expect(await refusal(data(await stream('', 'abc', '100')))).toBe('PDF_STREAM_BROKEN');
  });
});

describe('the next free number', () => {
  it.each([
    ['3', 3],
    ['9', 9],
    ['1', 2],
    ['-7', 2],
    ['(x)', 2],
    // More than there can be (annex C.2): not believed.
    ['99999999999', 2],
    ['8388608', 8388608],
  ])('with /Size %s is %i', async (size, next) => {
    const draft = started();
    draft.end(draft.table([draft.all()], `/Size ${size} /Root 1 0 R`));
    expect((await draft.open()).nextObjectNumber).toBe(next);
  });

  it('is beyond what any older section names', async () => {
    const draft = started();
    const first = draft.table([draft.all(), [40, [FREE]]], '/Size 2 /Root 1 0 R');
    draft.end(first);
    draft.end(draft.table([draft.all()], `/Size 2 /Root 1 0 R /Prev ${first}`));
    expect((await draft.open()).nextObjectNumber).toBe(41);
  });
});

describe('reading little', () => {
  it('opens a table of 100,000 objects, and finds one of them, by a few blocks', async () => {
    const draft = started();
    for (let num = 2; num <= 100_000; num += 1) draft.object(num, `<< /Number ${num} >>`);
    const source = memorySource(draft.finish().bytes);
    expect(source.size).toBeGreaterThan(5_000_000);
    const reader = await PdfReader.open(source);
    await reader.catalog();
    // Blocks of 64 KiB: the header, the table's beginning, the end.
    expect(source.bytesRead).toBeLessThanOrEqual(4 * 65_536);
    expect(await value(reader, 54_321)).toEqual({ Number: 54_321 });
    expect(source.bytesRead).toBeLessThanOrEqual(6 * 65_536);
    expect(reader.nextObjectNumber).toBe(100_001);
  });
});

describe('work and memory', () => {
  it('of many sections and many objects is bounded', async () => {
    const draft = new Draft();
    let prev = draft.table([], '/Size 1');
    for (let i = 0; i < 300; i += 1) prev = draft.table([], `/Size 1 /Prev ${prev}`);
    const reader = await draft.end(prev).open();
    // All but a megabyte of what may be spent on this file is spent.
    const allowed = LIMITS.parsedBytes + LIMITS.parsedTimesSize * reader.file.size;
    reader.spend(allowed - (1 << 20));
    expect(await reader.object(7, 0)).toBeNull();
    // Sections that do not speak of a number are not asked: 5,000 numbers cost nothing here.
    for (let num = 0; num < 5000; num += 1) expect(await reader.object(num, 0)).toBeNull();
    expect(() => reader.spend(2 << 20)).toThrow(
      expect.objectContaining({ code: 'PDF_LIMIT_EXCEEDED' }),
    );
  });

  it('of a compressed bomb is bounded before it is unpacked', async () => {
    const bomb = deflateSync(Buffer.alloc(32 << 20));
    const draft = started();
    const at = draft.stream(
      2,
      '/Type /XRef /W [1 2 1] /Size 3 /Filter /FlateDecode /Root 1 0 R',
      bomb,
    );
    expect(await refusal(draft.end(at).open())).toBe('PDF_LIMIT_EXCEEDED');
  });

  it('refuses what is not a PDF', async () => {
    expect(await refusal(openBytes(new Uint8Array(0)))).toBe('PDF_NOT_A_PDF');
    expect(await refusal(openBytes(Buffer.from('PK\x03\x04')))).toBe('PDF_NOT_A_PDF');
  });
});
