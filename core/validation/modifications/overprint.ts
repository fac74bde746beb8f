// Whether a later signer's stamp writes or draws upon letters that were signed, or runs on from them, so that they
// may be read as others: an amount that gets a digit, a word struck out (the "sneaky signature" attack, read
// further). What a stamp hides is seen before (text-cover.ts). A pen stroke or a frame that crosses a letter here
// and there changes none.
import type { PdfDict, PdfStream, PdfRef } from '../../pdf/objects.ts';
import type { Matrix } from '../../pdf/text/matrix.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import { TextLook } from '../../pdf/text/page-text.ts';
import type { PlacedGlyph } from '../../pdf/text/placed-glyph.ts';
import { APPEARANCE } from './appearance.ts';
import type { Comparison } from './comparison.ts';
import { FineInk } from './fine-ink.ts';
import { boxOfPart, runsOn, standsOn } from './glyph-places.ts';
import { changesWord } from './ink-on-word.ts';
import { spend } from './look-budget.ts';
import { eachStream, fitting } from './mark-look.ts';
import type { Word } from './page-writing.ts';
import type { Corners } from './painted-patches.ts';
import { Painter } from './painter.ts';
import { START } from './painting-state.ts';
import type { Key } from './role-graph.ts';

/** More of them under one stamp may be text that is made to look like them. */
const PLACEHOLDERS = APPEARANCE.placeholders;
/** Over all looks of one stamp. */
const MOST = { operations: 200_000, glyphs: 50_000, forms: 1_000 };

/** A stamp whose letters and lines are read when they are first asked for. */
export class Overprint {
  readonly #cx: Comparison;
  readonly #widget: PdfDict;
  readonly #rect: Corners;
  #letters: Promise<readonly PlacedGlyph[] | null> | null = null;

  constructor(cx: Comparison, widget: PdfDict, rect: Corners) {
    this.#cx = cx;
    this.#widget = widget;
    this.#rect = rect;
  }

  /** @param own what the widget is known under: what it showed before is its own */
  async alters(page: PdfRef, own: ReadonlySet<Key>): Promise<boolean> {
    const { writing, before, after } = this.#cx;
    let left = PLACEHOLDERS;
    const altered = async (words: readonly Word[] | null): Promise<boolean> => {
      if (words === null) return true;
      if (!spend(after, words.length / 64)) return true;
      const told: Word[] = [];
      for (const word of words) {
        if (!this.#isNear(word)) continue;
        if (!word.placeholder) told.push(word);
        else if (left > 0) left -= 1;
        else told.push(word);
      }
      return told.length > 0 && ((await this.#writes(told)) || (await this.#draws(told)));
    };
    if (await altered(await writing.words(page))) return true;
    const annotations = await writing.annotations(before, page);
    if (annotations === null) return true;
    for (const one of annotations) {
      if (own.has(one.key) || !meets(around(this.#rect, BESIDE), one.rect)) continue;
      if (await altered(await writing.shown(before, one))) return true;
    }
    return false;
  }

  #isNear({ glyphs, box }: Word): boolean {
    return meets(around(this.#rect, (glyphs[0]?.size ?? 0) * JOINED), box);
  }

  async #writes(words: readonly Word[]): Promise<boolean> {
    const { after } = this.#cx;
    const letters = await (this.#letters ??= this.#read());
    if (letters === null) return true;
    for (const { glyphs } of words) {
      if (!spend(after, (glyphs.length * letters.length) / 16)) return true;
      if (glyphs.some((signed) => letters.some((one) => changes(one, signed)))) return true;
    }
    return false;
  }

  /** The letters of every look; null where they cannot all be told. */
  async #read(): Promise<readonly PlacedGlyph[] | null> {
    const look = new TextLook(this.#cx.after, MOST);
    const letters: PlacedGlyph[] = [];
    try {
      const all = await this.#eachLook(async (stream, fit) => {
        for (const glyph of await look.glyphsOfForm(stream, fit)) {
          if (!/^\s+$/u.test(glyph.text)) letters.push(glyph);
        }
      });
      return all && !look.unplaced ? letters : null;
    } catch (error) {
      if (!(error instanceof PdfError)) throw error;
      return null;
    }
  }

  async #draws(words: readonly Word[]): Promise<boolean> {
    const { after } = this.#cx;
    const place = common(this.#rect, words);
    if (place === null) return false;
    const ink = new FineInk(after, place);
    const painter = new Painter(after, ink);
    const all = await this.#eachLook((stream, fit) => painter.form(stream, { ...START, ctm: fit }));
    return !all || (ink.hides && words.some((word) => changesWord(after, ink, word)));
  }

  async #eachLook(found: (stream: PdfStream, fit: Matrix) => Promise<void>): Promise<boolean> {
    const { after } = this.#cx;
    return eachStream(after, this.#widget.get('AP'), 0, async (stream) => {
      const fit = await fitting(after, stream, this.#rect);
      if (fit !== null) await found(stream, fit);
    });
  }
}

/** How far off a word may stand that the stamp runs on from, in shares of its letters' size. */
const JOINED = 0.4;
/** The same of annotations, in points. */
const BESIDE = 12;
/** What digits and words are written with, and what nobody knows; a bracket or a colon is followed by anything. */
const READ_ON = /^(?:[\p{L}\p{N}]|$)/u;

function changes(one: PlacedGlyph, signed: PlacedGlyph): boolean {
  return standsOn(one, signed) || (READ_ON.test(signed.text) && runsOn(one, signed));
}

function around([left, bottom, right, top]: Corners, by: number): Corners {
  return [left - by, bottom - by, right + by, top + by];
}

function meets(a: Corners, b: Corners): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

/** The part of the stamp that words and what is around them take. */
function common(rect: Corners, words: readonly Word[]): Corners | null {
  let box: Corners = [Infinity, Infinity, -Infinity, -Infinity];
  for (const glyph of words.flatMap(({ glyphs }) => glyphs)) {
    const own = boxOfPart(glyph);
    if (own === null) continue;
    const [a, b, c, d] = around(own, glyph.size);
    box = [Math.min(box[0], a), Math.min(box[1], b), Math.max(box[2], c), Math.max(box[3], d)];
  }
  const place: Corners = [
    Math.max(rect[0], box[0]),
    Math.max(rect[1], box[1]),
    Math.min(rect[2], box[2]),
    Math.min(rect[3], box[3]),
  ];
  return place[2] > place[0] && place[3] > place[1] ? place : null;
}
