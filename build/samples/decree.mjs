// Sets the sample decree: two pages of Folio (215 x 330 mm, the paper of Indonesian decrees), the same
// bytes every time.
import fontkit from '@cantoo/fontkit';
import { PDFDocument, PDFHexString } from 'pdf-lib';
import {
  CLOSING,
  CONSIDERATIONS,
  COPIES,
  DECIDES,
  FIRST_DICTA,
  LATER_DICTA,
  LEGAL_BASIS,
  OFFICE,
  TITLE,
} from './decree-text.mjs';
import { drawFoot, drawLetterhead, drawMark } from './page-furniture.mjs';
import { STAMP_ROOM } from './stamp-room.mjs';
import { Typesetter } from './typesetter.mjs';

const SHEET = { width: 609.45, height: 935.43, left: 71, right: 609.45 - 71 };
const MIDDLE = (SHEET.left + SHEET.right) / 2;
/** Nothing of the text may stand lower. */
const FOOT = 108;
const SIZE = 11;
const LEADING = 17;
const GAP = 9;
/** Columns, from the left margin: colon behind the label, text, text behind a marker. */
const COLUMNS = { colon: 88, text: 99, marked: 120 };

/** The day of the decree; a document that is made anew must not become another one. */
const DATE = new Date('2026-01-05T01:00:00Z');
const ID = '4c415449484e2d50454e412d30303031';

/**
 * @param {{ regular: Uint8Array, bold: Uint8Array }} fonts TrueType files
 * @returns {Promise<Uint8Array>}
 */
export async function makeDecree(fonts) {
  const doc = await PDFDocument.create();
  doc.registerFontkit(fontkit);
  // Subset tags of our own (ISO 32000-2 9.9.2): six capitals and a plus sign. No ligatures: they are
  // copied from the page as one letter by some viewers.
  const embed = (/** @type {Uint8Array} */ bytes, /** @type {string} */ customName) =>
    doc.embedFont(bytes, { subset: true, customName, features: { liga: false } });
  const faces = {
    regular: await embed(fonts.regular, 'PENAAA+NotoSans-Regular'),
    bold: await embed(fonts.bold, 'PENAAB+NotoSans-Bold'),
  };
  setFirstPage(new Typesetter(doc.addPage([SHEET.width, SHEET.height])), faces);
  setLastPage(new Typesetter(doc.addPage([SHEET.width, SHEET.height])), faces);
  describe(doc);
  return doc.save({ useObjectStreams: false, addDefaultPage: false });
}

/**
 * @typedef {import('./page-furniture.mjs').Faces} Faces
 * @param {Typesetter} set
 * @param {Faces} faces
 */
function setFirstPage(set, faces) {
  drawMark(set, SHEET, faces);
  let y = drawLetterhead(set, SHEET, faces) - 28;
  const centred = (/** @type {string} */ text, /** @type {number} */ after = LEADING) => {
    set.line(text, MIDDLE, y, { font: faces.regular, size: SIZE, align: 'center' });
    y -= after;
  };
  for (const text of TITLE) {
    if (text === '') y -= 7;
    else centred(text);
  }
  y -= 8;
  centred(OFFICE, LEADING + 8);
  y = setRows(set, faces, CONSIDERATIONS, y);
  y = setRows(set, faces, LEGAL_BASIS, y - GAP);
  y -= 6;
  centred(DECIDES, LEADING + 4);
  y = setRows(set, faces, FIRST_DICTA, y);
  // The word that the next page begins with, as a guard against a lost page.
  const next = `${LATER_DICTA[0]?.label ?? ''} . . .`;
  mustFit(y, FOOT + LEADING);
  set.line(next, SHEET.right, FOOT, { font: faces.regular, size: SIZE, align: 'right' });
  drawFoot(set, SHEET, faces);
}

/**
 * @param {Typesetter} set
 * @param {Faces} faces
 */
function setLastPage(set, faces) {
  const face = { font: faces.regular, size: SIZE };
  drawMark(set, SHEET, faces);
  set.line('- 2 -', MIDDLE, SHEET.height - 62, { ...face, align: 'center' });
  const end = setRows(set, faces, LATER_DICTA, SHEET.height - 96);
  const top = STAMP_ROOM.y + STAMP_ROOM.height;
  mustFit(end, top + 3 * LEADING + 8);
  const column = STAMP_ROOM.x;
  [CLOSING.place, CLOSING.date, CLOSING.office].forEach((text, i) => {
    set.line(text, column, top + 8 + (2 - i) * LEADING + (i === 2 ? 0 : 5), face);
  });
  set.line(CLOSING.name, column, STAMP_ROOM.y - 16, face);
  [COPIES.title, ...COPIES.lines].forEach((text, i) => {
    set.line(text, SHEET.left, STAMP_ROOM.y - 84 - i * 15, { ...face, size: 10 });
  });
  drawFoot(set, SHEET, faces);
}

/**
 * @param {Typesetter} set
 * @param {Faces} faces
 * @param {readonly import('./decree-text.mjs').Row[]} rows
 * @param {number} y first base line
 * @returns {number} the next base line
 */
function setRows(set, { regular }, rows, y) {
  const face = { font: regular, size: SIZE };
  const { left, right } = SHEET;
  rows.forEach(({ label, marker, text, gap = GAP }, i) => {
    if (i > 0) y -= label === undefined ? Math.min(gap, 2) : gap;
    if (label !== undefined) {
      set.line(label, left, y, face);
      set.line(':', left + COLUMNS.colon, y, face);
    }
    if (marker !== undefined) set.line(marker, left + COLUMNS.text, y, face);
    const x = left + (marker === undefined ? COLUMNS.text : COLUMNS.marked);
    y = set.paragraph(text, { x, y, width: right - x, leading: LEADING }, face);
  });
  return y;
}

/** @param {number} y @param {number} limit */
function mustFit(y, limit) {
  if (y < limit) throw new Error(`the text ends at ${y}, below ${limit}`);
}

/** @param {PDFDocument} doc */
function describe(doc) {
  doc.setTitle(`${TITLE[0]} ${TITLE[1]} (CONTOH/LATIHAN)`, { showInWindowTitleBar: true });
  doc.setAuthor('Pemerintah Kota Latihan');
  doc.setSubject('Contoh untuk latihan; tidak mempunyai kekuatan hukum');
  doc.setLanguage('id-ID');
  doc.setProducer('pdf-lib');
  doc.setCreator('Pena: build/samples/make-sample.mjs');
  doc.setCreationDate(DATE);
  doc.setModificationDate(DATE);
  const { context } = doc;
  context.trailerInfo.ID = context.obj([PDFHexString.of(ID), PDFHexString.of(ID)]);
}
