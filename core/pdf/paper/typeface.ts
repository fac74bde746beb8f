// A document's letters: how wide a text is, which characters can be shown, and the glyphs. A report must be
// made whatever a file is called, so what has no glyph is written as its number.
import { createHash } from 'node:crypto';
import fontkit, { type Font } from '@cantoo/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import { isArabic, visualRuns, type VisualRun } from '../appearance/bidi.ts';
import type { StampFonts } from '../appearance/stamp-content.ts';

export type Weight = 'regular' | 'bold';

interface Face {
  readonly bytes: Uint8Array;
  readonly font: Font;
  readonly widths: Map<string, number>;
}

/** Glyphs to show with an embedded font. */
export interface GlyphRun {
  readonly font: PDFFont;
  readonly codes: string;
  /** At size 1. */
  readonly width: number;
}

/** What is right when each character is drawn after the other; marks would need more. */
const SHOWN = /^(?!\p{M})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]$/u;
/** Invisible, or turning what follows around: shown as numbers, since names are where tricks are played. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

export class Typeface {
  readonly #latin: Readonly<Record<Weight, Face>>;
  readonly #arabic: Readonly<Record<Weight, Face>> | null;
  readonly #embedded = new Map<Face, PDFFont>();
  readonly #codes = new Map<PDFFont, Map<string, string>>();
  readonly #document: PDFDocument;
  readonly #tag: string;

  /** @param said what makes this report another one than the next: subsets of a font are told apart by it */
  constructor(document: PDFDocument, { regular, bold, arabic }: StampFonts, said: string) {
    this.#latin = { regular: faceOf(regular), bold: faceOf(bold) };
    this.#arabic =
      arabic === undefined ? null : { regular: faceOf(arabic.regular), bold: faceOf(arabic.bold) };
    this.#document = document;
    this.#tag = subsetTag(said);
    document.registerFontkit({ create: (bytes: Uint8Array) => this.#parsed(bytes) });
  }

  /** The text as it can be shown: one line, composed, without what hides. */
  clean(text: string): string {
    const normal = text
      .normalize('NFC')
      .replace(/[\t\n\r ]+/g, ' ')
      .trim();
    return Array.from(normal, (character) => this.#shown(character)).join('');
  }

  /** At size 1, of a text that was cleaned. */
  width(text: string, weight: Weight): number {
    return visualRuns(text).reduce((sum, run) => sum + this.#runWidth(run, weight), 0);
  }

  /** From left to right. */
  async glyphs(text: string, weight: Weight): Promise<GlyphRun[]> {
    const runs: GlyphRun[] = [];
    for (const run of visualRuns(text)) {
      const font = await this.#embed(this.#faceOf(run, weight));
      const codes = this.#codesOf(run, font);
      runs.push({ font, codes, width: this.#runWidth(run, weight) });
    }
    return runs;
  }

  /** Where glyphs are not shaped, each character has one code: laying out line after line would take long. */
  #codesOf({ text, rightToLeft }: VisualRun, font: PDFFont): string {
    if (rightToLeft) return font.encodeText(text).asString();
    const known = this.#codes.get(font) ?? new Map<string, string>();
    this.#codes.set(font, known);
    return Array.from(text, (character) => {
      const code = known.get(character) ?? font.encodeText(character).asString();
      known.set(character, code);
      return code;
    }).join('');
  }

  #shown(character: string): string {
    const code = character.codePointAt(0) ?? 0;
    const arabic = isArabic(character);
    const faces = arabic ? this.#arabic : this.#latin;
    const known =
      faces !== null &&
      !HIDDEN.test(character) &&
      (arabic || SHOWN.test(character)) &&
      Object.values(faces).every(({ font }) => font.hasGlyphForCodePoint(code));
    return known ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }

  #runWidth(run: VisualRun, weight: Weight): number {
    const { font, widths } = this.#faceOf(run, weight);
    if (run.rightToLeft) return font.layout(run.text).advanceWidth / font.unitsPerEm;
    let width = 0;
    for (const character of run.text) {
      const known = widths.get(character) ?? font.layout(character).advanceWidth / font.unitsPerEm;
      widths.set(character, known);
      width += known;
    }
    return width;
  }

  #faceOf({ rightToLeft, text }: VisualRun, weight: Weight): Face {
    return (rightToLeft || isArabic(text) ? (this.#arabic ?? this.#latin) : this.#latin)[weight];
  }

  async #embed(face: Face): Promise<PDFFont> {
    const known = this.#embedded.get(face);
    if (known !== undefined) return known;
    const customName = `${this.#tag}+${face.font.postscriptName ?? 'Font'}`;
    const font = await this.#document.embedFont(face.bytes, { subset: true, customName });
    this.#embedded.set(face, font);
    return font;
  }

  #parsed(bytes: Uint8Array): Font {
    const faces = [...Object.values(this.#latin), ...Object.values(this.#arabic ?? {})];
    return faces.find((face) => face.bytes === bytes)?.font ?? parse(bytes);
  }
}

function faceOf(bytes: Uint8Array): Face {
  return { bytes, font: parse(bytes), widths: new Map() };
}

function parse(bytes: Uint8Array): Font {
  const font = fontkit.create(bytes);
  if (!('layout' in font)) throw new Error('A font collection where a font is wanted');
  return font;
}

/** Six letters (ISO 32000-2 9.9.2). */
function subsetTag(said: string): string {
  const digest = createHash('sha256').update(said).digest().subarray(0, 6);
  return Array.from(digest, (byte) => String.fromCharCode(0x41 + (byte % 26))).join('');
}
