// Where a picture bears ink: what stands out from the paper around it, be it white, grey, yellowish, in the shadow
// of a hand or full of grain. A rule or the frame of a table is none, as among drawings.
import type { Shades } from '../../ports/picture-decoder.ts';
import { APPEARANCE } from './appearance.ts';

/** By so much darker than its paper, from 0 to 1. */
const CONTRAST = APPEARANCE.inkContrast;
/** Where anything stands out, all that is darker than this is ink as well: white letters on black. */
const DARK = APPEARANCE.darkestPaper;
/** Of a part of the picture, in points: over so little, paper is of one shade. */
const TILE = 24;
/** Of the samples of a part, so many are darker than what is taken for its paper. */
const PAPER = 0.9;
/** In points: a rule is longer than the first and no thicker than the second. */
const RULE = { long: 24, thick: APPEARANCE.thickestBorder };

export class InkMap {
  readonly #width: number;
  readonly #height: number;
  /** 1 is ink, 2 is part of a rule. */
  readonly #ink: Uint8Array;

  /** @param across samples in a point; @param down likewise */
  constructor({ width, height, light }: Shades, across: number, down: number) {
    this.#width = width;
    this.#height = height;
    this.#ink = new Uint8Array(width * height);
    const [wide, high] = [tile(across), tile(down)];
    for (let top = 0; top < height; top += high) {
      for (let left = 0; left < width; left += wide) this.#mark(light, left, top, wide, high);
    }
    this.#rules(width, height, 1, width, RULE.long * across, RULE.thick * down);
    this.#rules(height, width, width, 1, RULE.long * down, RULE.thick * across);
  }

  /** From the left and from the top, both from 0 up to 1. */
  isInk(u: number, v: number): boolean {
    const [x, y] = [Math.floor(u * this.#width), Math.floor(v * this.#height)];
    return this.#ink[y * this.#width + x] === 1;
  }

  /** One part, and a little around it: so that no edge falls between two. */
  #mark(light: Uint8Array, left: number, top: number, wide: number, high: number): void {
    const bounds = (from: number, by: number, most: number): [number, number] => [
      Math.max(from - (by >> 2), 0),
      Math.min(from + by + (by >> 2), most),
    ];
    const [x0, x1] = bounds(left, wide, this.#width);
    const [y0, y1] = bounds(top, high, this.#height);
    const counts = new Uint32Array(256);
    for (let y = y0; y < y1; y += 1) {
      for (let x = x0; x < x1; x += 1) {
        const shade = light[y * this.#width + x] ?? 0;
        counts[shade] = (counts[shade] ?? 0) + 1;
      }
    }
    const all = (x1 - x0) * (y1 - y0);
    const paper = shadeAt(counts, all * PAPER);
    const least = CONTRAST * 255;
    if (shadeAt(counts, all) - shadeAt(counts, 1) < least) return;
    const limit = Math.max(paper - least, DARK * 255);
    for (let y = top; y < Math.min(top + high, this.#height); y += 1) {
      for (let x = left; x < Math.min(left + wide, this.#width); x += 1) {
        const at = y * this.#width + x;
        if ((light[at] ?? 0) <= limit) this.#ink[at] = 1;
      }
    }
  }

  /** Long straight runs along one direction that are thin across it. */
  #rules(
    along: number,
    across: number,
    step: number,
    side: number,
    long: number,
    thick: number,
  ): void {
    const ink = this.#ink;
    const most = Math.max(Math.ceil(thick), 1);
    const shortest = Math.max(long, 6);
    for (let line = 0; line < across; line += 1) {
      let from = -1;
      for (let at = 0; at <= along; at += 1) {
        const inked = at < along && ink[line * side + at * step] !== 0;
        if (inked && from < 0) from = at;
        if (inked || from < 0) continue;
        if (at - from >= shortest) this.#rule(line, from, at, { step, side, across, most });
        from = -1;
      }
    }
  }

  #rule(
    line: number,
    from: number,
    to: number,
    { step, side, across, most }: Record<'step' | 'side' | 'across' | 'most', number>,
  ): void {
    const ink = this.#ink;
    const isInk = (row: number, at: number): boolean =>
      row >= 0 && row < across && ink[row * side + at * step] !== 0;
    for (let at = from; at < to; at += 1) {
      let [first, last] = [line, line];
      while (last - first <= most && isInk(first - 1, at)) first -= 1;
      while (last - first <= most && isInk(last + 1, at)) last += 1;
      if (last - first >= most) continue;
      for (let row = first; row <= last; row += 1) ink[row * side + at * step] = 2;
    }
  }
}

const tile = (perPoint: number): number => Math.max(Math.round(TILE * perPoint), 4);

/** Of samples in the order of their shades, that of the so manieth. */
function shadeAt(counts: Uint32Array, place: number): number {
  let sum = 0;
  for (let shade = 0; shade < 256; shade += 1) {
    sum += counts[shade] ?? 0;
    if (sum >= place) return shade;
  }
  return 255;
}
