// Signatures as the file carries them (ISO 32000-2 12.7.5.5, 12.8.1), read and not judged.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../core/pdf/limits.ts';
import { inventory, readSignatures } from '../../../core/pdf/signature-inventory.ts';
import { corpusDir, NO_CORPUS } from '../../support/corpus.ts';
import { memorySource } from '../support/memory-source.ts';
import { refusal } from './support/code-of.ts';
import { Draft } from './support/draft.ts';

/** A file with these objects from number 2 on, all of them fields. */
function signed(...objects: readonly string[]): Draft {
  const draft = new Draft();
  const fields = objects.map((_, i) => `${i + 2} 0 R`).join(' ');
  draft.object(1, `<< /Type /Catalog /AcroForm << /Fields [${fields}] /SigFlags 3 >> >>`);
  objects.forEach((body, i) => draft.object(i + 2, body));
  return draft;
}
const read = async (draft: Draft) => inventory(await draft.finish().open());
const field = (value: string, name = 'a'): string => `<< /FT /Sig /T (${name}) /V ${value} >>`;

describe('a signature', () => {
  it('has what its dictionary says', async () => {
    const draft = signed(
      field(
        `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 10 30 40]
         /Contents <30000000> /M (D:20261124101500+08'00') /Reason (Menyetujui) /Location <feff0442> >>`,
      ),
    );
    const { signatures, revisionEnds } = await read(draft);
    const start = draft.bytes.indexOf('<30000000>');
    expect(signatures).toEqual([
      {
        fieldName: 'a',
        type: 'signature',
        filter: 'Adobe.PPKLite',
        subFilter: 'ETSI.CAdES.detached',
        byteRange: [0, 10, 30, 40],
        contents: Uint8Array.of(0x30, 0, 0, 0),
        contentsSpan: { start, end: start + 10 },
        claimedTime: '2026-11-24T02:15:00.000Z',
        reason: 'Menyetujui',
        location: 'т',
        docMdp: null,
      },
    ]);
    expect(revisionEnds).toEqual([draft.length]);
  });

  it.each([
    ['<< /Type /Sig /SubFilter /adbe.pkcs7.detached >>', 'signature'],
    ['<< >>', 'signature'],
    ['<< /Type /DocTimeStamp >>', 'docTimeStamp'],
    ['<< /SubFilter /ETSI.RFC3161 >>', 'docTimeStamp'],
  ])('of %s is a %s', async (value, type) => {
    expect((await read(signed(field(value)))).signatures).toMatchObject([{ type }]);
  });

  it.each([
    ['without entries', '<< >>', [], null],
    ['with a literal string', '<< /Contents (x) /ByteRange [0 1 2 3] >>', [0, 1, 2, 3], null],
    ['with contents by reference', '<< /Contents 3 0 R >>', [], null],
    ['with a range by reference', '<< /ByteRange 4 0 R >>', [0, 9, 9, 9], null],
    [
      'with a range of no integers',
      '<< /ByteRange [0 (1) -2 3.5 /x] >>',
      [0, -1, -2, -1, -1],
      null,
    ],
    ['with a range that is none', '<< /ByteRange 5 >>', [], null],
  ])('%s is reported as it is', async (_, value, byteRange, contentsSpan) => {
    const draft = signed(field(value));
    draft.object(3, '<0011>');
    draft.object(4, '[0 9 9 9]');
    expect((await read(draft)).signatures).toMatchObject([{ byteRange, contentsSpan }]);
  });

  it('with a range of thousands of numbers keeps enough of them to be seen as wrong', async () => {
    const { signatures } = await read(signed(field(`<< /ByteRange [${'0 '.repeat(5000)}] >>`)));
    expect(signatures[0]?.byteRange).toHaveLength(64);
  });

  it('in an object stream has contents without a place in the file', async () => {
    const draft = new Draft();
    draft.object(1, '<< /AcroForm << /Fields [3 0 R] >> >>');
    draft.objectStream(2, [
      [3, field('4 0 R')],
      [4, '<< /Contents <00> /ByteRange [0 1 2 3] >>'],
    ]);
    const at = draft.length;
    const rows = [1, 2].map((num) => ({ offset: draft.offset(num) }));
    const inside = [0, 1].map((index) => ({ stream: 2, index }));
    draft.xrefStream(5, [[1, [...rows, ...inside, { offset: at }]]], '/Size 6 /Root 1 0 R');
    const { signatures } = await inventory(await draft.end(at).open());
    expect(signatures).toMatchObject([{ contents: Uint8Array.of(0), contentsSpan: null }]);
  });

  // Other readers may take the first: whoever judges must find no gap that is sure.
  it('with an entry twice has the last one, and no place for its contents', async () => {
    const draft = signed(
      field('<< /Contents <00> /Contents <11> /ByteRange [1] /ByteRange [2] >>'),
    );
    const { signatures } = await read(draft);
    expect(signatures).toMatchObject([
      { contents: Uint8Array.of(0x11), contentsSpan: null, byteRange: [2] },
    ]);
  });

  it.each(['/Reason (4 0 obj << /Length 9 >> stream) ', '% 4 0 obj << /Length 9 >> stream\n'])(
    'within which another object begins has no place for its contents: %s',
    async (held) => {
      const draft = signed(field('3 0 R'), `<< ${held} /Contents <00> /ByteRange [0 1 2 3] >>`);
      const { signatures } = await read(draft);
      expect(signatures).toMatchObject([{ contents: Uint8Array.of(0), contentsSpan: null }]);
    },
  );

  it.each([
    ['/P 1', 1],
    ['/P 2', 2],
    ['/P 3', 3],
    // The default is 2 (table 257).
    ['', 2],
    ['/P 9', 2],
  ])('certifies with %j', async (parameters, level) => {
    const reference = (method: string): string =>
      `<< /Type /SigRef /TransformMethod /${method} /TransformParams << ${parameters} >> >>`;
    const value = `<< /Reference [${reference('FieldMDP')} ${reference('DocMDP')}] >>`;
    expect((await read(signed(field(value)))).signatures).toMatchObject([{ docMdp: level }]);
  });
});

describe('the signatures of a file', () => {
  it('come in the order of what they cover', async () => {
    const { signatures } = await read(
      signed(
        field('<< /ByteRange [0 10 20 90] >>', 'third'),
        field('<< /ByteRange [0 10 20 30] >>', 'first'),
        field('<< /ByteRange [0 10 20 60] >>', 'second'),
        '<< /FT /Sig /T (empty) >>',
        '<< /FT /Tx /T (text) /V << /ByteRange [0 1 2 3] >> >>',
        field('(text)', 'no dictionary'),
        field('null', 'null'),
      ),
    );
    expect(signatures.map(({ fieldName }) => fieldName)).toEqual(['first', 'second', 'third']);
  });

  it('are found where their field inherits type and value, and behind a widget', async () => {
    const draft = signed('<< /T (a) /FT /Sig /V << /Reason (one) >> /Kids [5 0 R 6 0 R] >>');
    draft.object(5, '<< /Subtype /Widget >>');
    draft.object(6, '<< /T (b) /V << /Reason (two) >> >>');
    expect((await read(draft)).signatures).toMatchObject([
      { fieldName: 'a', reason: 'one' },
      { fieldName: 'a.b', reason: 'two' },
    ]);
  });

  it('are bounded in number: each costs a digest', async () => {
    const many = (count: number): Draft =>
      signed(...Array.from({ length: count }, (_, i) => field('<< >>', `f${i}`)));
    expect((await read(many(LIMITS.signatures))).signatures).toHaveLength(LIMITS.signatures);
    expect(await refusal(read(many(LIMITS.signatures + 1)))).toBe('PDF_LIMIT_EXCEEDED');
  });
});

const corpus = corpusDir();

describe.skipIf(corpus === null)(`of BSrE${corpus === null ? ` (${NO_CORPUS})` : ''}`, () => {
  interface Expected {
    readonly documents: Readonly<
      Record<string, { readonly signatures: readonly { readonly field: string }[] }>
    >;
  }
  const dir = join(corpus ?? '', 'bsre');
  const { documents } =
    corpus === null
      ? { documents: {} }
      : (JSON.parse(readFileSync(join(dir, 'expected.json'), 'utf8')) as Expected);

  it.each(Object.entries(documents))(
    '%s has the signatures that others see',
    async (name, expected) => {
      const bytes = readFileSync(join(dir, name));
      const { signatures, revisionEnds } = await readSignatures(memorySource(bytes));
      expect(signatures.map(({ fieldName }) => fieldName)).toEqual(
        expected.signatures.map(({ field: name }) => name),
      );
      for (const { byteRange, contentsSpan } of signatures) {
        const [start, length, from, rest] = byteRange;
        expect(contentsSpan).toEqual({ start: start! + length!, end: from });
        expect(revisionEnds).toContain(from! + rest!);
      }
      expect(revisionEnds.at(-1)).toBe(bytes.length);
    },
  );
});
