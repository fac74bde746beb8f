// Where a signature is put: form, page and field, each extended where it stands and never doubled.
import { describe, expect, it } from 'vitest';
import { planField } from '../../../../core/pdf/increment/field-plan.ts';
import { Increment } from '../../../../core/pdf/increment/increment.ts';
import { writeSignatureField } from '../../../../core/pdf/increment/signature-field.ts';
import { formFields } from '../../../../core/pdf/form-fields.ts';
import { nameOf, PdfDict, PdfName, PdfRef } from '../../../../core/pdf/objects.ts';
import { findPage } from '../../../../core/pdf/pages.ts';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import { rejection } from '../../../support/rejection.ts';
import { memorySource } from '../../support/memory-source.ts';
import { classicFile, type SmallFileOptions } from '../../support/small-files.ts';

const open = (options: SmallFileOptions): Promise<PdfReader> =>
  PdfReader.open(memorySource(classicFile(options)));

async function withField(options: SmallFileOptions, wanted: string | null = null) {
  const before = await open(options);
  const increment = new Increment(before);
  const plan = await planField(before, wanted);
  const value = increment.add(new PdfDict([['Type', new PdfName('Sig')]]));
  const appearance = increment.add(new PdfDict([['Look', true]]));
  await writeSignatureField(before, increment, plan, {
    ...{ value, appearance, lock: null, page: await findPage(before, 1) },
    rect: { x: 10, y: 20, width: 100, height: 50 },
  });
  const { bytes } = await increment.build();
  const reader = await PdfReader.open(memorySource(Buffer.concat([classicFile(options), bytes])));
  const page = await findPage(reader, 1);
  const catalog = await reader.catalog();
  const form = (await reader.resolveDict(catalog.get('AcroForm')))!;
  return {
    ...{ reader, catalog, form, value, appended: bytes.toString('latin1') },
    annots: (await reader.resolveArray(page.dict.get('Annots'))) ?? [],
    annotsEntry: page.dict.get('Annots'),
    fields: await formFields(reader),
  };
}

const NUMBERED = '<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] >>';
const TEXT_FIELD = '<< /FT /Tx /T (nama) /Rect [0 0 1 1] /Subtype /Widget >>';

describe('a new signature field', () => {
  it('makes form and annotations where there are none', async () => {
    const { form, fields, annots, value, reader } = await withField({});
    expect(form.get('SigFlags')).toBe(3);
    expect(fields.map(({ name, type }) => [name, type])).toEqual([['TTE1', 'Sig']]);
    expect(annots).toHaveLength(1);
    const widget = (await reader.resolveDict(annots[0]))!;
    expect(widget.get('V')).toEqual(value);
    expect(widget.get('Rect')).toEqual([10, 20, 110, 70]);
    expect(widget.get('F')).toBe(132);
    expect(widget.get('P')).toEqual(new PdfRef(3, 0));
    expect(nameOf(widget.get('FT'))).toBe('Sig');
  });

  it('extends a form and arrays that are written in place', async () => {
    const { form, catalog, annots, fields } = await withField({
      catalog: '/AcroForm << /Fields [4 0 R] /SigFlags 1 /DA (/F 1 Tf) >>',
      page: '/Annots [4 0 R]',
      objects: [TEXT_FIELD],
    });
    expect(catalog.get('AcroForm')).toBeInstanceOf(PdfDict);
    expect(form.get('SigFlags')).toBe(3);
    expect(form.get('DA')).toBeDefined();
    expect(fields.map(({ name }) => name)).toEqual(['nama', 'TTE1']);
    expect(annots).toHaveLength(2);
  });

  it('extends a form and arrays that are objects of their own, and nothing else', async () => {
    const { form, catalog, annots, annotsEntry, fields, appended } = await withField({
      catalog: '/AcroForm 5 0 R',
      page: '/Annots 6 0 R',
      objects: [
        TEXT_FIELD,
        '<< /Fields 7 0 R /SigFlags 3 >>',
        '[4 0 R 8 0 R]',
        '[4 0 R]',
        NUMBERED,
      ],
    });
    expect(catalog.get('AcroForm')).toEqual(new PdfRef(5, 0));
    expect(form.get('Fields')).toEqual(new PdfRef(7, 0));
    expect(annotsEntry).toEqual(new PdfRef(6, 0));
    expect(annots).toHaveLength(3);
    expect(fields.map(({ name }) => name)).toEqual(['nama', 'TTE1']);
    // Catalog, pages, page and form stay as they were.
    for (const num of [1, 2, 3, 5]) expect(appended).not.toContain(`\n${String(num)} 0 obj`);
  });

  it('gets a name that no other field has', async () => {
    const { fields } = await withField({
      catalog: '/AcroForm << /Fields [4 0 R 5 0 R] >>',
      objects: ['<< /FT /Tx /T (TTE2) >>', '<< /FT /Sig /T (lain) >>'],
    });
    expect(fields.at(-1)?.name).toBe('TTE3');
  });
});

describe('an existing field', () => {
  const form = '/AcroForm << /Fields [4 0 R] /SigFlags 3 >>';

  it('is filled in place', async () => {
    const objects = ['<< /FT /Sig /T (ttd) /Subtype /Widget /Rect [0 0 9 9] /MK << >> >>'];
    const { fields, value, annots } = await withField({ catalog: form, objects }, 'ttd');
    expect(fields).toHaveLength(1);
    expect(fields[0]!.dict.get('V')).toEqual(value);
    expect(fields[0]!.dict.get('MK')).toBeInstanceOf(PdfDict);
    expect(fields[0]!.dict.get('AP')).toBeInstanceOf(PdfDict);
    // Its widget is on the page already, or nowhere: nothing is added.
    expect(annots).toHaveLength(0);
  });

  it('carries the value itself and its appearance on its widget', async () => {
    const objects = [
      '<< /FT /Sig /T (ttd) /Kids [5 0 R] >>',
      '<< /Subtype /Widget /Parent 4 0 R >>',
    ];
    const { fields, reader, value } = await withField({ catalog: form, objects }, 'ttd');
    expect(fields[0]!.dict.get('V')).toEqual(value);
    const widget = await reader.resolveDict(new PdfRef(5, 0));
    expect(widget?.get('AP')).toBeInstanceOf(PdfDict);
    expect(widget?.get('V')).toBeUndefined();
  });

  it.each([
    ['signed already', '<< /FT /Sig /T (ttd) /V << /Type /Sig >> >>', 'ttd', 'PDF_FIELD_TAKEN'],
    ['not for signatures', '<< /FT /Tx /T (ttd) >>', 'ttd', 'PDF_FIELD_NOT_SIGNATURE'],
    ['a child that is not there', '<< /FT /Sig /T (ttd) >>', 'ttd.satu', 'PDF_FIELD_NOT_FOUND'],
    ['without a name', '<< /FT /Sig /T (ttd) >>', '', 'PDF_FIELD_NOT_FOUND'],
  ])('is refused: %s', async (_name, field, wanted, code) => {
    const reader = await open({ catalog: form, objects: [field] });
    expect((await rejection(planField(reader, wanted))).code).toBe(code);
  });
});
