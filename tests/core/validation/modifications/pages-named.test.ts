// Which page is named in the sentences on later changes: the one on which they are seen.
import { describe, expect, it } from 'vitest';
import { baseDocument, PART, type BaseOptions } from '../../../vectors/support/base-document.ts';
import { signed, verify } from '../../../vectors/support/in-memory.ts';
import { update, type UpdateOptions } from '../../../vectors/support/update.ts';

const WIDE = '/Type /XObject /Subtype /Form /BBox [0 0 428 40]';
const SECOND = (entries: string): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 15 0 R /Resources << /Font << /F1 20 0 R >> >> /Annots [21 0 R] ${entries} >>`;
const NOTE = (look: number): string =>
  `<< /Type /Annot /Subtype /Stamp /Rect [72 690 500 730] /F 4 /P 14 0 R /AP << /N ${look} 0 R >> >>`;
const FIELD = (value: string, look: number): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Tx /T (lain) /Rect [72 690 500 730] /F 4 /P 14 0 R /DA (/Helv 9 Tf) /V (${value}) /AP << /N ${look} 0 R >> >>`;

const BASE: BaseOptions = {
  objects: {
    7: '<< /Fields [8 0 R 9 0 R 10 0 R 21 0 R] /SigFlags 3 /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 0 Tf 0 g) >>',
    14: SECOND(''),
    20: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    21: NOTE(22),
  },
  streams: { 22: [WIDE, ''] },
};
const ON_FIELD: BaseOptions = { ...BASE, objects: { ...BASE.objects, 21: FIELD('1', 22) } };

const CASES: readonly [string, string, BaseOptions, UpdateOptions['objects']][] = [
  ['its content', 'PAGE_CONTENT_CHANGED', BASE, { [PART.secondContent]: ['', 'BT (9) Tj ET'] }],
  ['how it is measured', 'PAGE_CONTENT_CHANGED', BASE, { [PART.second]: SECOND('/UserUnit 9') }],
  ['its font', 'FONT_CHANGED', BASE, { 20: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' }],
  [
    'a look changed in its place',
    'CONTENT_MAY_BE_COVERED',
    BASE,
    { 22: [WIDE, '1 g 0 0 9 9 re f'] },
  ],
  [
    'a field that covers',
    'CONTENT_MAY_BE_COVERED',
    ON_FIELD,
    { 21: FIELD('9', 60), 60: [WIDE, '1 g 0 0 428 40 re f'] },
  ],
];

describe('page 2 is named for', () => {
  it.each(CASES)('%s', async (_, code, base, objects = {}) => {
    const file = await signed(baseDocument(base), { field: 'pengesahan' });
    const { signatures } = await verify(update(file, { objects }));
    const found = signatures[0]?.reasons.find((reason) => reason.code === code);
    expect(found?.params).toMatchObject({ page: 2 });
  });
});
