// What a page is drawn with, exchanged part by part in its place while the page itself stays ("Shadow
// Attacks", Mainka et al., NDSS 2021, replacing): fonts down to their outlines, patterns, shades, spaces of
// colour, states, masks, layers, pictures.
import type { BaseOptions } from '../support/base-document.ts';
import { PART } from '../support/base-document.ts';
import { changedLater } from '../support/changed-later.ts';
import { bodyOf, type Body } from '../support/update.ts';
import type { Attack } from './attack.ts';

const SIMPLE: BaseOptions = {
  objects: {
    5: '<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+A /FirstChar 32 /LastChar 34 /Widths 20 0 R /Encoding 21 0 R /ToUnicode 22 0 R /FontDescriptor 23 0 R >>',
    20: '[500 500 500]',
    21: '<< /Type /Encoding /Differences [49 /one] >>',
    23: '<< /Type /FontDescriptor /FontName /AAAAAA+A /Flags 32 /FontFile2 24 0 R >>',
  },
  streams: { 22: ['', 'begincmap endcmap'], 24: ['/Length1 4', 'true'] },
};

const COMPOSITE: BaseOptions = {
  objects: {
    5: '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+A /Encoding 20 0 R /DescendantFonts [21 0 R] >>',
    21: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W 22 0 R /CIDToGIDMap 23 0 R /FontDescriptor 24 0 R >>',
    22: '[1 [500 500]]',
    24: '<< /Type /FontDescriptor /FontName /AAAAAA+A /Flags 4 /FontFile3 25 0 R >>',
  },
  streams: {
    20: ['/Type /CMap /CMapName /A', 'begincmap endcmap'],
    23: ['', '\0\x01\0\x02'],
    25: ['/Subtype /CIDFontType0C', 'cff'],
  },
};

const DRAWN: BaseOptions = {
  objects: {
    5: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 20 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] >>',
  },
  streams: { 20: ['', '1 0 d0 0 0 1 1 re f'] },
};

/** One thing that the first page's resources name, as object 20. */
function resource(
  name: string,
  category: string,
  before: Pick<BaseOptions, 'objects' | 'streams'>,
  num: number,
  after: Body,
  named: Attack['named'] = 'PAGE_CONTENT_CHANGED',
): Attack {
  const base = { resources: `/${category} << /R 20 0 R >>`, ...before };
  return changedLater(`content: ${name}`, named, base, { objects: { [num]: after } });
}

const font = (name: string, base: BaseOptions, num: number, after: Body): Attack =>
  changedLater(`font: ${name}`, 'FONT_CHANGED', base, { objects: { [num]: after } });

const FORM = '/Type /XObject /Subtype /Form /BBox [0 0 100 100]';
const IMAGE =
  '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray';

export const CONTENT_ATTACKS: readonly Attack[] = [
  font('what its codes mean (ToUnicode)', SIMPLE, 22, ['', 'begincmap 1 beginbfchar endcmap']),
  font('which glyphs its codes show (Encoding)', SIMPLE, 21, '<< /Differences [49 /nine] >>'),
  font('widths', SIMPLE, 20, '[500 0 500]'),
  font('outlines of its glyphs (FontFile2)', SIMPLE, 24, ['/Length1 4', 'TRUE']),
  font('description', SIMPLE, 23, '<< /Type /FontDescriptor /FontName /Symbol /Flags 4 >>'),
  font('codes to characters (CMap)', COMPOSITE, 20, ['/Type /CMap /CMapName /A', 'other']),
  font('characters to glyphs (CIDToGIDMap)', COMPOSITE, 23, ['', '\0\x02\0\x01']),
  font('widths of characters (W)', COMPOSITE, 22, '[1 [0 0]]'),
  font('outlines within a font of many characters', COMPOSITE, 25, [
    '/Subtype /CIDFontType0C',
    'CFF',
  ]),
  font('the descendant itself', COMPOSITE, 21, '<< /Type /Font /Subtype /CIDFontType0 >>'),
  font('what a drawn glyph draws (Type 3)', DRAWN, 20, ['', '1 0 d0 0 0 9 9 re f']),
  resource(
    'pattern',
    'Pattern',
    { streams: { 20: ['/PatternType 1 /PaintType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9', ''] } },
    20,
    ['/PatternType 1 /PaintType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9', '0 0 9 9 re f'],
  ),
  resource(
    'function of a shade',
    'Shading',
    {
      objects: {
        20: '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 9] /Function 21 0 R >>',
        21: '<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >>',
      },
    },
    21,
    '<< /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0] /N 1 >>',
  ),
  resource(
    'state that lets paint through',
    'ExtGState',
    { objects: { 20: '<< /Type /ExtGState /ca 0 >>' } },
    20,
    '<< /Type /ExtGState /ca 1 >>',
  ),
  resource(
    'mask of a state',
    'ExtGState',
    {
      objects: { 20: '<< /Type /ExtGState /SMask << /S /Luminosity /G 21 0 R >> >>' },
      streams: { 21: [`${FORM} /Group << /S /Transparency /CS /DeviceGray >>`, ''] },
    },
    21,
    [`${FORM} /Group << /S /Transparency /CS /DeviceGray >>`, '1 g 0 0 100 100 re f'],
    'GRAPHIC_CHANGED',
  ),
  resource(
    'tint of a colour',
    'ColorSpace',
    {
      objects: {
        20: '[/Separation /Merah /DeviceGray 21 0 R]',
        21: '<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >>',
      },
    },
    21,
    '<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>',
  ),
  resource(
    'profile of a colour space',
    'ColorSpace',
    { objects: { 20: '[/ICCBased 21 0 R]' }, streams: { 21: ['/N 1', 'acsp'] } },
    21,
    ['/N 1', 'ACSP'],
  ),
  resource(
    'when a marked part is seen (OCMD)',
    'Properties',
    { objects: { 20: '<< /Type /OCMD /OCGs 17 0 R /P /AnyOff >>' } },
    20,
    '<< /Type /OCMD /OCGs 17 0 R /P /AnyOn >>',
    'PAGE_CONTENT_CHANGED',
  ),
  resource(
    'words behind a marked part (ActualText)',
    'Properties',
    { objects: { 20: '<< /ActualText (1) >>' } },
    20,
    '<< /ActualText (9) >>',
  ),
  resource(
    'soft mask of a picture',
    'XObject',
    { streams: { 20: [`${IMAGE} /SMask 21 0 R`, '\0'], 21: [IMAGE, '\0'] } },
    21,
    [IMAGE, '\xff'],
    'GRAPHIC_CHANGED',
  ),
  resource(
    'alternate of a picture',
    'XObject',
    {
      streams: { 20: [`${IMAGE} /Alternates [<< /Image 21 0 R >>]`, '\0'], 21: [IMAGE, '\0'] },
    },
    21,
    [IMAGE, '\xff'],
    'GRAPHIC_CHANGED',
  ),
  resource(
    'form within a form',
    'XObject',
    {
      streams: {
        20: [`${FORM} /Resources << /XObject << /I 21 0 R >> >>`, '/I Do'],
        21: [FORM, ''],
      },
    },
    21,
    [FORM, '0 0 9 9 re f'],
    'GRAPHIC_CHANGED',
  ),
  changedLater(
    'content: one of several streams',
    'PAGE_CONTENT_CHANGED',
    { objects: { 4: '[20 0 R 21 0 R]' }, streams: { 20: ['', 'q'], 21: ['', 'Q'] } },
    { objects: { 21: ['', 'Q BT (9) Tj ET'] } },
  ),
  changedLater('content: resources by name', 'PAGE_CONTENT_CHANGED', {}, (file) => ({
    objects: { [PART.page]: bodyOf(file, PART.page).replace('/Im1 6 0 R', '/Im1 16 0 R') },
  })),
  // Readers take what a page does not say from where /Parent leads, listed there or not (7.7.3.4).
  changedLater(
    'content: resources of a parent that lists the page not',
    'PAGES_CHANGED',
    {
      objects: {
        14: '<< /Type /Page /Parent 20 0 R /MediaBox [0 0 595 842] /Contents 15 0 R >>',
        20: '<< /Type /Pages /Kids [] /Count 0 /Parent 2 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      },
    },
    {
      objects: {
        20: '<< /Type /Pages /Kids [] /Count 0 /Parent 2 0 R /Resources << /Font << /F1 60 0 R >> >> >>',
        60: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
      },
    },
  ),
  changedLater(
    'content: a key written twice, the other one changed',
    'PAGE_CONTENT_CHANGED',
    {
      objects: {
        14: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 20 0 R /Contents 15 0 R >>',
      },
      streams: { 20: ['', 'BT (1) Tj ET'] },
    },
    { objects: { 20: ['', 'BT (9) Tj ET'] } },
  ),
  changedLater(
    'content: a key written twice, the other one changed (first wins)',
    'PAGE_CONTENT_CHANGED',
    {
      objects: {
        14: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 15 0 R /Contents 20 0 R >>',
      },
      streams: { 20: ['', 'BT (1) Tj ET'] },
    },
    { objects: { 20: ['', 'BT (9) Tj ET'] } },
  ),
];
