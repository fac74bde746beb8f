// The interactive form's terminal fields (ISO 32000-2 12.7.3, 12.7.4).
import { describe, expect, it } from 'vitest';
import { formFields } from '../../../core/pdf/form-fields.ts';
import { LIMITS } from '../../../core/pdf/limits.ts';
import { refusal } from './support/code-of.ts';
import { Draft } from './support/draft.ts';
import { plain } from './support/plain.ts';

/** A file whose form has these /Fields, with objects from number 2 on. */
function form(fields: string, ...objects: readonly string[]) {
  const draft = new Draft();
  draft.object(1, `<< /Type /Catalog /AcroForm << /Fields ${fields} >> >>`);
  objects.forEach((body, i) => draft.object(i + 2, body));
  return draft.finish().open();
}
async function found(fields: string, ...objects: readonly string[]) {
  const list = await formFields(await form(fields, ...objects));
  return list.map(({ name, ref, type, value }) => [
    name,
    ref?.num ?? null,
    type ?? null,
    value === undefined ? null : plain(value),
  ]);
}

describe('fields', () => {
  it('of the standard: names joined by periods, type and value inherited', async () => {
    // 12.7.4.2: PersonalData.Address.ZipCode.
    const fields = await found(
      '[2 0 R 6 0 R]',
      '<< /T (PersonalData) /FT /Tx /Kids [3 0 R] >>',
      '<< /T (Address) /V (x) /Kids [4 0 R 5 0 R] >>',
      '<< /T (ZipCode) >>',
      '<< /T (City) /FT /Ch /V (y) >>',
      '<< /T (Sig) /FT /Sig /V 9 0 R >>',
    );
    expect(fields).toEqual(
      [
        ['PersonalData.Address.ZipCode', 4, '/Tx', '(x)'],
        ['PersonalData.Address.City', 5, '/Ch', '(y)'],
        ['Sig', 6, '/Sig', '9 0 R'],
      ].map(([name, ref, type, value]) => [name, ref, String(type).slice(1), value]),
    );
  });

  it('have widgets that are no fields', async () => {
    expect(
      await found(
        '[2 0 R]',
        '<< /T (a) /FT /Sig /Kids [3 0 R 4 0 R] >>',
        '<< /Subtype /Widget /Parent 2 0 R >>',
        '<< /Subtype /Widget /Parent 2 0 R >>',
      ),
    ).toEqual([['a', 2, 'Sig', null]]);
  });

  it('do not hide behind a widget', async () => {
    expect(
      await found(
        '[2 0 R]',
        '<< /T (a) /FT /Sig /Kids [3 0 R 4 0 R 5 0 R 6 0 R] >>',
        '<< /Subtype /Widget >>',
        '<< /T (b) /V 9 0 R >>',
        '<< /V 8 0 R >>',
        '<< /Kids [7 0 R] >>',
        '<< /T (c) >>',
      ),
    ).toEqual([
      ['a', 2, 'Sig', null],
      ['a.b', 4, 'Sig', '9 0 R'],
      ['a', 5, 'Sig', '8 0 R'],
      ['a.c', 7, 'Sig', null],
    ]);
  });

  it.each([
    ['no kids that exist', '[2 0 R]', ['<< /T (a) /Kids [8 0 R 9 0 R] >>'], [['a', 2, null, null]]],
    ['an empty list of kids', '[2 0 R]', ['<< /T (a) /Kids [] >>'], [['a', 2, null, null]]],
    ['no title', '[2 0 R]', ['<< /FT /Tx >>'], [['', 2, 'Tx', null]]],
    [
      'an empty title',
      '[2 0 R]',
      ['<< /T () /Kids [3 0 R] >>', '<< /T (a) >>'],
      [['a', 3, null, null]],
    ],
    ['a title in UTF-16', '[2 0 R]', ['<< /T <feff0442> >>'], [['т', 2, null, null]]],
    ['what is written directly', '[<< /T (a) >>]', [], [['a', null, null, null]]],
    [
      'what is no dictionary',
      '[(a) 2 0 R null 3 0 R]',
      ['[1]', '<< /T (b) >>'],
      [['b', 3, null, null]],
    ],
    ['a list by reference', '2 0 R', ['[3 0 R]', '<< /T 4 0 R >>', '(b)'], [['b', 3, null, null]]],
    ['a list that is none', '5', [], []],
  ])('with %s', async (_, fields, objects, expected) => {
    expect(await found(fields, ...objects)).toEqual(expected);
  });

  it('are listed once, however often the tree names them', async () => {
    expect(
      await found(
        '[2 0 R 2 0 R 3 0 R]',
        '<< /T (a) >>',
        '<< /T (b) /Kids [2 0 R 4 0 R] >>',
        '<< /T (c) >>',
      ),
    ).toEqual([
      ['a', 2, null, null],
      ['b.c', 4, null, null],
    ]);
  });

  it('of one type are listed alone', async () => {
    const reader = await form('[2 0 R 3 0 R]', '<< /T (a) /FT /Tx >>', '<< /T (b) /FT /Sig >>');
    expect((await formFields(reader, 'Sig')).map(({ name }) => name)).toEqual(['b']);
  });

  it('are none without a form', async () => {
    const draft = new Draft();
    draft.object(1, '<< /Type /Catalog >>');
    expect(await formFields(await draft.finish().open())).toEqual([]);
  });
});

const kidsFrom = (first: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `${first + i} 0 R`).join(' ');

describe('a form is refused', () => {
  it.each([
    ['with a field within itself', '[2 0 R]', ['<< /T (a) /Kids [2 0 R] >>']],
    [
      'with a ring of fields',
      '[2 0 R]',
      ['<< /T (a) /Kids [3 0 R] >>', '<< /T (b) /Kids [2 0 R] >>'],
    ],
  ])('%s', async (_, fields, objects) => {
    expect(await refusal(formFields(await form(fields, ...objects)))).toBe('PDF_FORM_BROKEN');
  });

  const chain = Array.from(
    { length: LIMITS.treeDepth + 5 },
    (_, i) => `<< /T (a) /Kids [${i + 3} 0 R] >>`,
  );
  // Each list names the next twice, by fields written directly: 2^60 ways to the end.
  const doubled = Array.from(
    { length: 60 },
    (_, i) => `[<< /T (a) /Kids ${i + 3} 0 R >> << /T (b) /Kids ${i + 3} 0 R >>]`,
  );
  it.each([
    ['deeper than any real one', '[2 0 R]', chain],
    ['with a list within itself', '2 0 R', ['[<< /T (a) /Kids 2 0 R >>]']],
    [
      'with more in its names than memory has room for',
      '[2 0 R]',
      [
        `<< /T (${'x'.repeat(1 << 20)}) /Kids [${kidsFrom(3, 20)}] >>`,
        ...Array.from({ length: 20 }, (_, i) => `<< /T (${i}) >>`),
      ],
    ],
    [
      'whose fields share a title that takes long to read',
      `[${kidsFrom(3, 20)}]`,
      [`(${'x'.repeat(1 << 20)})`, ...Array.from({ length: 20 }, () => '<< /T 2 0 R >>')],
    ],
    ['that doubles at every level', '2 0 R', doubled],
  ])(
    '%s',
    async (_, fields, objects) => {
      expect(await refusal(formFields(await form(fields, ...objects)))).toBe('PDF_LIMIT_EXCEEDED');
    },
    30_000,
  );
});
