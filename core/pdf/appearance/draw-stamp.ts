// Draws the visible stamp as a page of its own: what is previewed is what is written.
import fontkit from '@cantoo/fontkit';
import {
  fill,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  rectangle,
  rgb,
  setFillingColor,
} from 'pdf-lib';
import { qrModules } from './qr-code.ts';
import type { StampContent } from './stamp-content.ts';
import { StampError } from './stamp-error.ts';
import {
  LEADING,
  layOut,
  type LineStyle,
  SCALE,
  type StampLine,
  stampLines,
} from './stamp-text.ts';

const INK = rgb(0.086, 0.125, 0.173);
const GREY = rgb(0.318, 0.376, 0.435);
const LINE = rgb(0.043, 0.361, 0.42);
const COLORS: Readonly<Record<LineStyle, typeof INK>> = { position: INK, note: GREY, name: INK };

/** Points between border and content, and between QR code and text. */
const PADDING = 5;

/**
 * A PDF of one page of `size` points that holds only the stamp, fonts embedded and subset.
 * @throws {StampError} STAMP_TEXT_UNSUPPORTED (a character the fonts do not have), STAMP_TOO_SMALL
 */
export async function drawStamp(
  content: StampContent,
  size: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const lines = stampLines(content);
  const fonts: Record<LineStyle, PDFFont> = await embedFonts(document, content);
  refuseUnknownCharacters(lines, fonts);
  const page = document.addPage([size.width, size.height]);
  drawBorder(page);
  const whole = { x: 0, y: 0, ...page.getSize() };
  drawLines(page, lines, fonts, content.qr === null ? whole : drawQr(page, content.qr));
  return document.save({ useObjectStreams: false });
}

async function embedFonts(
  document: PDFDocument,
  { fonts }: StampContent,
): Promise<Record<LineStyle, PDFFont>> {
  const regular = await document.embedFont(fonts.regular, { subset: true });
  const bold = await document.embedFont(fonts.bold, { subset: true });
  return { position: regular, note: regular, name: bold };
}

/** A missing glyph would be drawn as an empty box: a name must never be written so. */
function refuseUnknownCharacters(
  lines: readonly StampLine[],
  fonts: Record<LineStyle, PDFFont>,
): void {
  for (const { text, style } of lines) {
    const known = new Set(fonts[style].getCharacterSet());
    for (const character of text) {
      if (!known.has(character.codePointAt(0) ?? 0)) {
        throw new StampError('STAMP_TEXT_UNSUPPORTED', { text: character });
      }
    }
  }
}

function drawBorder(page: PDFPage): void {
  const { width, height } = page.getSize();
  page.drawRectangle({
    ...{ x: 0.5, y: 0.5, width: width - 1, height: height - 1 },
    ...{ borderColor: LINE, borderWidth: 0.75, color: rgb(1, 1, 1) },
  });
}

/**
 * Draws the code at the left, or at the top where the stamp is taller than wide, as large as that
 * allows; returns the room it leaves.
 */
function drawQr(page: PDFPage, text: string): Box {
  const { width, height } = page.getSize();
  const { side, runs } = qrModules(text);
  const wide = width > height;
  // The code's own quiet zone is its padding.
  const edge = wide ? Math.min(height - 2, width / 3) : Math.min(width - 2, height / 3);
  const module = edge / side;
  const left = wide ? 1 : (width - edge) / 2;
  const top = wide ? (height + edge) / 2 : height - 1;
  page.pushOperators(
    setFillingColor(rgb(0, 0, 0)),
    ...runs.map(({ column, row, length }) =>
      rectangle(left + column * module, top - (row + 1) * module, length * module, module),
    ),
    fill(),
  );
  return wide
    ? { x: 1 + edge, y: 0, width: width - 1 - edge, height }
    : { x: 0, y: 0, width, height: height - 1 - edge };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawLines(
  page: PDFPage,
  lines: readonly StampLine[],
  fonts: Record<LineStyle, PDFFont>,
  room: Box,
): void {
  const layout = layOut(lines, (text, style) => fonts[style].widthOfTextAtSize(text, 1), {
    width: room.width - 2 * PADDING,
    height: room.height - 2 * PADDING,
  });
  const x = room.x + PADDING;
  let y = room.y + (room.height + layout.height) / 2;
  for (const { text, style } of layout.lines) {
    const size = layout.size * SCALE[style];
    y -= size * LEADING;
    // The baseline stands a little above the line's lower edge.
    const baseline = y + size * (LEADING - 1);
    page.drawText(text, { x, y: baseline, size, font: fonts[style], color: COLORS[style] });
  }
}
