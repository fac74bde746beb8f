// Each finding by a file that has just that, written by hand from ISO 32000-2; and the corpus's own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PREFLIGHT_EN } from '../../../../core/domain/messages/preflight.en.ts';
import { PREFLIGHT_ID } from '../../../../core/domain/messages/preflight.id.ts';
import {
  mayBeSigned,
  PREFLIGHT_CODES,
  type PreflightPolicy,
} from '../../../../core/domain/preflight.ts';
import { collapse } from '../../../../core/pdf/preflight/collapse.ts';
import { inspectDocument } from '../../../../core/pdf/preflight/inspect.ts';
import { PdfReader } from '../../../../core/pdf/reader.ts';
import { preflightPolicy } from '../../../../native/files/preflight-policy.ts';
import { corpusDir, NO_CORPUS } from '../../../support/corpus.ts';
import { memorySource } from '../../support/memory-source.ts';
import { classicFile, type SmallFileOptions } from '../../support/small-files.ts';

const policy: PreflightPolicy = await preflightPolicy();

const inspect = async (bytes: Uint8Array) =>
  inspectDocument(await PdfReader.open(memorySource(bytes)), policy);

const FONT = '<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Arial /FontDescriptor 5 0 R >>';
const sig = (value: string): string => `<< /FT /Sig /T (satu) ${value} >>`;
const withForm = '/AcroForm << /Fields [4 0 R] >>';

describe('inspectDocument', () => {
  it.each<[string, SmallFileOptions, unknown]>([
    ['nothing', {}, []],
    [
      'a signature',
      { catalog: withForm, objects: [sig('/V << /Type /Sig >>')] },
      [['SIGNED', { count: 1 }]],
    ],
    [
      'an empty field',
      { catalog: withForm, objects: [sig('')] },
      [['FIELDS_WAITING', { count: 1, names: 'satu' }]],
    ],
    [
      'a certification',
      {
        catalog:
          '/Perms << /DocMDP << /Reference [<< /TransformMethod /DocMDP /TransformParams << /P 3 >> >>] >> >>',
      },
      [['CERTIFIED', { level: 3 }]],
    ],
    ['XFA', { catalog: '/AcroForm << /XFA (x) >>' }, [['XFA', {}]]],
    [
      'appearances left to the viewer',
      { catalog: '/AcroForm << /NeedAppearances true >>' },
      [['APPEARANCES_MADE_BY_VIEWER', {}]],
    ],
    [
      'JavaScript',
      { catalog: '/OpenAction << /S /JavaScript /JS (app.alert) >>' },
      [['JAVASCRIPT', { count: 1 }]],
    ],
    [
      'a program to start',
      { page: '/AA << /O << /S /Launch /F (x.exe) >> >>' },
      [['LAUNCHES_PROGRAMS', { count: 1 }]],
    ],
    [
      'a file inside',
      { catalog: '/AF [<< /Type /Filespec /F (a) /EF << /F 4 0 R >> >>]' },
      [['EMBEDDED_FILES', { count: 1 }]],
    ],
    [
      'content elsewhere',
      { page: '/Contents 4 0 R', objects: ['<< /Length 0 /F (x) >>\nstream\n\nendstream'] },
      [['EXTERNAL_CONTENT', { count: 1 }]],
    ],
    ['layers', { catalog: '/OCProperties << /OCGs [] >>' }, [['LAYERS', {}]]],
    [
      'an alternate image',
      { page: '/X << /Subtype /Image /Alternates [] >>' },
      [['ALTERNATE_IMAGES', { count: 1 }]],
    ],
    [
      'a standard font and one without its file',
      {
        page: '/Resources << /Font << /A << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /B 4 0 R >> >>',
        objects: [FONT, '<< /Type /FontDescriptor >>'],
      },
      [['FONTS_NOT_EMBEDDED', { count: 2, names: 'Arial, Helvetica' }]],
    ],
    [
      'an embedded font',
      {
        page: '/Resources << /Font << /B 4 0 R >> >>',
        objects: [FONT, '<< /Type /FontDescriptor /FontFile2 6 0 R >>'],
      },
      [],
    ],
    ['a key twice', { page: '/Rotate 0 /Tabs /R /Tabs /S' }, [['KEY_REPEATED', { key: 'Tabs' }]]],
    ['a turned page', { page: '/Rotate 90' }, [['PAGES_ROTATED', { pages: '1' }]]],
    ['a cropped page', { page: '/CropBox [0 0 9 9]' }, [['PAGES_CROPPED', { pages: '1' }]]],
  ])('finds %s', async (_name, options, expected) => {
    const { findings } = await inspect(classicFile(options));
    expect(findings.map(({ code, params }) => [code, params])).toEqual(expected);
  });

  it('says version and pages, and whether the policy lets it be signed', async () => {
    const plain = await inspect(classicFile({ catalog: '/Version /2.0' }));
    expect(plain).toMatchObject({ version: '2.0', pages: 1, signatures: 0 });
    expect(mayBeSigned(plain)).toBe(true);
    const harmful = await inspect(classicFile({ page: '/AA << /S /Launch >>' }));
    expect(mayBeSigned(harmful)).toBe(false);
  });

  it('goes on where an object is broken', async () => {
    const bytes = Buffer.from(classicFile({ page: '/X 4 0 R', objects: ['<< /A [ >>'] }));
    const { findings } = await inspect(bytes);
    expect(findings.map(({ code, params }) => [code, params])).toEqual([['DAMAGED', { count: 1 }]]);
  });
});

const corpus = corpusDir();
describe.skipIf(corpus === null)(`the corpus${corpus === null ? ` (${NO_CORPUS})` : ''}`, () => {
  it('has a signed document of a ministry', async () => {
    const bytes = readFileSync(join(corpus ?? '', 'bsre/permenkominfo-2024-004.pdf'));
    const report = await inspect(bytes);
    expect(report.signatures).toBe(4);
    expect(mayBeSigned(report)).toBe(true);
  });
});

describe('collapse', () => {
  it('counts what it does not name', () => {
    expect(collapse(['a'])).toBe('a');
    expect(collapse(Array.from({ length: 11 }, (_, i) => String(i)))).toBe(
      '0, 1, 2, 3, 4, 5, 6, 7 +3',
    );
  });
});

describe.each(PREFLIGHT_CODES)('%s', (code) => {
  it('has a sentence in both languages with the same holes', () => {
    const holes = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const text of [PREFLIGHT_ID[code], PREFLIGHT_EN[code]]) {
      expect(text).toMatch(/^[A-Z{].*\.$/s);
    }
    expect(holes(PREFLIGHT_ID[code])).toEqual(holes(PREFLIGHT_EN[code]));
  });
});
