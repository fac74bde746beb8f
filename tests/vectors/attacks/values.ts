// Fields whose value was changed and whose look was not: programs that draw the look show the old value, those that
// draw the value, and those that read the fields out, the new one. And pop-ups that no page lists.
import { PART, type BaseOptions } from '../support/base-document.ts';
import { changedLater } from '../support/changed-later.ts';
import { withEntry } from '../support/update.ts';
import type { Attack } from './attack.ts';

type Objects = Readonly<Record<number, string>>;

const value = (name: string, base: BaseOptions, objects: (file: Buffer) => Objects): Attack =>
  changedLater(`field: ${name}`, 'VALUE_NOT_SHOWN', base, (file) => ({ objects: objects(file) }));

const LIST: BaseOptions = {
  objects: {
    8: '<< /Type /Annot /Subtype /Widget /FT /Ch /T (nama) /Rect [72 600 300 620] /P 3 0 R /F 4 /DA (/Helv 10 Tf 0 g) /Opt [(1) (2) (9)] /V (1) /I [0] /AP << /N 16 0 R >> >>',
  },
};
const FORM = '<< /Fields [8 0 R 9 0 R 10 0 R 22 0 R] /DR << /Font << /Helv 5 0 R >> >> >>';
const LOOKS = '/AP << /N << /Ya 18 0 R /Off 19 0 R >> >>';
const OTHER_LOOKS = '/AP << /N << /Tidak 18 0 R /Off 19 0 R >> >>';
const WIDGET = '/Type /Annot /Subtype /Widget /P 3 0 R /F 4 /Parent 22 0 R';

/** Two buttons of which one is pressed. */
const CHOICE: BaseOptions = {
  annotations: '20 0 R 21 0 R',
  objects: {
    7: FORM,
    22: '<< /FT /Btn /Ff 49152 /T (tombol) /V /Ya /Kids [20 0 R 21 0 R] >>',
    20: `<< ${WIDGET} /Rect [72 600 84 612] /AS /Ya ${LOOKS} >>`,
    21: `<< ${WIDGET} /Rect [90 600 102 612] /AS /Off ${OTHER_LOOKS} >>`,
  },
};

/** A text field above its two widgets. */
const TWICE: BaseOptions = {
  annotations: '20 0 R 21 0 R',
  objects: {
    7: FORM,
    22: '<< /FT /Tx /T (dua) /V (Budi) /DA (/Helv 10 Tf 0 g) /Kids [20 0 R 21 0 R] >>',
    20: `<< ${WIDGET} /Rect [72 600 300 620] /AP << /N 16 0 R >> >>`,
    21: `<< ${WIDGET} /Rect [72 570 300 590] /AP << /N 16 0 R >> >>`,
  },
};

const NOTE: BaseOptions = {
  annotations: '20 0 R',
  objects: {
    20: '<< /Type /Annot /Subtype /Text /Rect [500 700 520 720] /P 3 0 R /Contents (a) /Popup 21 0 R >>',
    21: '<< /Type /Annot /Subtype /Popup /Rect [300 600 500 700] /P 3 0 R /Parent 20 0 R /Open false >>',
  },
};
const OPENED: Objects = {
  21: '<< /Type /Annot /Subtype /Popup /Rect [0 0 595 842] /P 3 0 R /Parent 20 0 R /Open true >>',
};

export const VALUE_ATTACKS: readonly Attack[] = [
  value('another value behind the same look', {}, (file) => ({
    [PART.text]: withEntry(file, PART.text, 'V', '(Ani)'),
  })),
  value('no value behind a look', {}, (file) => ({
    [PART.text]: withEntry(file, PART.text, 'V', 'null'),
  })),
  value('formatted text behind the same look', {}, (file) => ({
    [PART.text]: withEntry(file, PART.text, 'RV', '(<p>Ani</p>)'),
  })),
  value('another choice of a list behind the same look', LIST, (file) => ({
    [PART.text]: withEntry(file, PART.text, 'I', '[2]'),
  })),
  value('a value above the looks of two widgets', TWICE, (file) => ({
    22: withEntry(file, 22, 'V', '(Ani)'),
  })),
  value('a box ticked in its value alone', {}, (file) => ({
    [PART.box]: withEntry(file, PART.box, 'V', '/Ya'),
  })),
  value('a box ticked in its look alone', {}, (file) => ({
    [PART.box]: withEntry(file, PART.box, 'AS', '/Ya'),
  })),
  value('a box with a value that is none of its looks', {}, (file) => ({
    [PART.box]: withEntry(file, PART.box, 'V', '/Lain'),
  })),
  value('one button pressed and another one shown', CHOICE, (file) => ({
    22: withEntry(file, 22, 'V', '/Tidak'),
  })),
  value('two buttons shown as pressed', CHOICE, (file) => ({
    21: withEntry(file, 21, 'AS', '/Tidak'),
  })),
  changedLater('pop-up that no page lists, opened over the page', 'COMMENTS_UNFORESEEN', NOTE, {
    objects: OPENED,
  }),
  changedLater(
    'pop-up that no page lists, opened',
    'CERTIFICATION_BROKEN',
    NOTE,
    { objects: OPENED },
    2,
  ),
];
