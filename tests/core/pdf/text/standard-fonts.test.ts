// Encodings and widths of the standard fonts against Adobe's own metrics, which pdf-lib brings along.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PdfDict, PdfName } from '../../../../core/pdf/objects.ts';
import { characterOfGlyph } from '../../../../core/pdf/text/glyph-names.ts';
import { simpleEncoding } from '../../../../core/pdf/text/simple-encoding.ts';
import { standardWidths } from '../../../../core/pdf/text/standard-widths.ts';
import { openBytes } from '../support/draft.ts';
import { classicFile } from '../../support/small-files.ts';

const FOLDER = 'node_modules/pdf-lib/src/packages/standard-fonts/font_metrics';

function metrics(font: string): { code: number; width: number; name: string }[] {
  const rows = readFileSync(`${FOLDER}/${font}.afm`, 'latin1').matchAll(
    /^C (-?\d+) ; WX (\d+) ; N (\w+)/gm,
  );
  return [...rows].map(([, code, width, name = '']) => ({
    ...{ code: Number(code), width: Number(width), name },
  }));
}

describe.skipIf(!existsSync(FOLDER))('the standard fonts', () => {
  it.each([
    ['Helvetica', 'Helvetica'],
    ['Helvetica-Bold', 'ABCDEF+Helvetica-Bold'],
    ['Helvetica-BoldOblique', 'Arial,BoldItalic'],
    ['Helvetica-Oblique', 'Arial-ItalicMT'],
    ['Times-Roman', 'TimesNewRomanPSMT'],
    ['Times-Bold', 'Times New Roman,Bold'],
    ['Times-Italic', 'Times-Italic'],
    ['Times-BoldItalic', 'Times-BoldItalic'],
    ['Courier-Bold', 'CourierNew'],
  ])('%s is as wide as its metrics say', (metric, name) => {
    const width = standardWidths(name)!;
    const known = metrics(metric).filter(
      ({ name: glyph }) => characterOfGlyph(glyph) !== undefined,
    );
    expect(known.length).toBeGreaterThan(200);
    for (const row of known) {
      const character = characterOfGlyph(row.name) ?? '';
      expect([row.name, width(character)]).toEqual([row.name, row.width]);
    }
  });

  it('has StandardEncoding by code', async () => {
    const reader = await openBytes(classicFile());
    const font = new PdfDict([['Subtype', new PdfName('Type1')]]);
    const encoding = await simpleEncoding(reader, font, undefined);
    const rows = metrics('Helvetica').filter(({ code }) => code >= 0);
    expect(rows.length).toBe(149);
    for (const { code, name } of rows) {
      expect([code, encoding[code]]).toEqual([code, characterOfGlyph(name)]);
    }
  });
});

describe('characterOfGlyph', () => {
  it.each([
    ['numbersign', '#'],
    ['dollar.alt', '$'],
    ['uni0023', '#'],
    ['uni00660069', 'fi'],
    ['u1F600', '\u{1f600}'],
    ['space', ' '],
    ['g123', undefined],
    ['.notdef', undefined],
  ])('%s', (name, character) => {
    expect(characterOfGlyph(name)).toBe(character);
  });
});

describe('standardWidths', () => {
  it('knows no other font', () => {
    expect(standardWidths('Calibri')).toBeUndefined();
  });
});
