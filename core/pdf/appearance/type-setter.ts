// Sets lines of text in the stamp's fonts: which font has a character, how wide a line is, and the glyphs
// themselves, placed one by one where the script asks for it. Fonts are embedded when first used.
import { createHash } from 'node:crypto';
import fontkit, { type Font, type GlyphRun } from '@cantoo/fontkit';
import {
  beginText,
  endText,
  type PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFName,
  type PDFOperator,
  type PDFPage,
  setFillingColor,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib';
import { isArabic, visualRuns, type VisualRun } from './bidi.ts';
import { colourOf } from './colour.ts';
import type { StampFonts } from './stamp-content.ts';
import { StampError } from './stamp-error.ts';
import type { LineStyle } from './stamp-text.ts';

/** Reading a font takes longer than setting a stamp in it: each file is read once. */
const parsed = new WeakMap<Uint8Array, Font>();

function parse(bytes: Uint8Array): Font {
  const known = parsed.get(bytes);
  if (known !== undefined) return known;
  const font = fontkit.create(bytes);
  if (!('layout' in font)) throw new StampError('STAMP_TEXT_UNSUPPORTED', { text: 'font' });
  parsed.set(bytes, font);
  return font;
}

/**
 * Scripts that are right when each character is drawn after the other. Marks that no letter composes
 * with need the font's layout tables, which are not shipped.
 */
const PLAIN =
  /^(?:(?!\p{M})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}])$/u;

interface Face {
  readonly bytes: Uint8Array;
  readonly font: Font;
}

export class TypeSetter {
  readonly #fonts: StampFonts;
  readonly #widths = new Map<string, number>();

  constructor(fonts: StampFonts) {
    this.#fonts = fonts;
  }

  /** Width at size 1. @throws {StampError} STAMP_TEXT_UNSUPPORTED */
  width(text: string, { bold }: Pick<LineStyle, 'bold'>): number {
    const key = `${bold ? 'b' : 'r'}${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    const width = visualRuns(text).reduce((sum, run) => sum + this.#runWidth(run, bold), 0);
    this.#widths.set(key, width);
    return width;
  }

  /** A missing glyph would be drawn as an empty box: a name must never be written so. */
  refuseUnknown(text: string, { bold }: Pick<LineStyle, 'bold'>): void {
    for (const run of visualRuns(text)) {
      const { font } = this.#faceOf(run, bold);
      for (const character of run.text) {
        const shaped = run.rightToLeft || PLAIN.test(character);
        if (!shaped || !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) {
          throw new StampError('STAMP_TEXT_UNSUPPORTED', { text: character });
        }
      }
    }
  }

  /**
   * A page's own pen: fonts belong to one document.
   * @param said all that will be drawn: other characters make other subsets
   */
  on(document: PDFDocument, page: PDFPage, said: string): Pen {
    return new Pen(this, document, page, subsetTag(said));
  }

  /** See Pen. */
  faceOf(run: VisualRun, bold: boolean): Face {
    return this.#faceOf(run, bold);
  }

  #runWidth(run: VisualRun, bold: boolean): number {
    const { font } = this.#faceOf(run, bold);
    return font.layout(run.text).advanceWidth / font.unitsPerEm;
  }

  #faceOf({ rightToLeft, text }: VisualRun, bold: boolean): Face {
    const family = rightToLeft || isArabic(text) ? this.#fonts.arabic : this.#fonts;
    if (family === undefined) {
      const first = Array.from(text).find(isArabic) ?? text;
      throw new StampError('STAMP_TEXT_UNSUPPORTED', { text: first });
    }
    const bytes = bold ? family.bold : family.regular;
    return { bytes, font: parse(bytes) };
  }
}

interface Embedded {
  readonly font: PDFFont;
  /** Its name among the page's resources. */
  readonly key: PDFName;
}

/** @param codes four hexadecimal digits a glyph */
function glyphsAt(
  { glyphs, positions }: GlyphRun,
  codes: string,
  { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number },
): PDFOperator[] {
  const asWide = glyphs.every((glyph, index) => {
    const { xAdvance, xOffset, yOffset } = positions?.[index] ?? NOWHERE;
    return xAdvance === glyph.advanceWidth && xOffset === 0 && yOffset === 0;
  });
  if (asWide) return [setTextMatrix(1, 0, 0, 1, x, y), showText(PDFHexString.of(codes))];
  let along = x;
  return glyphs.flatMap((_, index) => {
    const code = PDFHexString.of(codes.slice(index * 4, index * 4 + 4));
    const { xAdvance, xOffset, yOffset } = positions?.[index] ?? NOWHERE;
    const at = setTextMatrix(1, 0, 0, 1, along + xOffset * scale, y + yOffset * scale);
    along += xAdvance * scale;
    return [at, showText(code)];
  });
}

/** Six letters that tell subsets of one font apart (ISO 32000-2 9.9.2). */
function subsetTag(said: string): string {
  const digest = createHash('sha256').update(said).digest().subarray(0, 6);
  return Array.from(digest, (byte) => String.fromCharCode(0x41 + (byte % 26))).join('');
}

const NOWHERE = { xAdvance: 0, xOffset: 0, yOffset: 0 };

class Pen {
  readonly #setter: TypeSetter;
  readonly #document: PDFDocument;
  readonly #page: PDFPage;
  readonly #tag: string;
  readonly #embedded = new Map<Uint8Array, Embedded>();

  constructor(setter: TypeSetter, document: PDFDocument, page: PDFPage, tag: string) {
    this.#tag = tag;
    this.#setter = setter;
    this.#document = document;
    this.#page = page;
    document.registerFontkit({ create: parse });
  }

  /** Draws a line from (x, y), the baseline's left end. */
  async draw(
    text: string,
    { bold, colour }: Pick<LineStyle, 'bold' | 'colour'>,
    place: { readonly x: number; readonly y: number; readonly size: number },
  ): Promise<void> {
    const { y, size } = place;
    let { x } = place;
    for (const run of visualRuns(text)) {
      const { bytes, font } = this.#setter.faceOf(run, bold);
      const embedded = await this.#embed(bytes);
      const codes = embedded.font.encodeText(run.text).asString();
      const laidOut = font.layout(run.text);
      const scale = size / font.unitsPerEm;
      this.#page.pushOperators(
        ...[setFillingColor(colourOf(colour)), beginText(), setFontAndSize(embedded.key, size)],
        ...glyphsAt(laidOut, codes, { x, y, scale }),
        endText(),
      );
      x += laidOut.advanceWidth * scale;
    }
  }

  async #embed(bytes: Uint8Array): Promise<Embedded> {
    const known = this.#embedded.get(bytes);
    if (known !== undefined) return known;
    const customName = `${this.#tag}+${parse(bytes).postscriptName ?? 'Font'}`;
    const font = await this.#document.embedFont(bytes, { subset: true, customName });
    const embedded = { font, key: this.#page.node.newFontDictionary(font.name, font.ref) };
    this.#embedded.set(bytes, embedded);
    return embedded;
  }
}
