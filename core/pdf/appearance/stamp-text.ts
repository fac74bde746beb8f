// The lines of a text block and the size at which they fit their place.
import type { TextElement } from '../../domain/stamp-design.ts';
import { StampError } from './stamp-error.ts';
import { fillTemplate, type FieldValues } from './stamp-fields.ts';

export interface LineStyle {
  readonly bold: boolean;
  /** Of the block's size. */
  readonly scale: number;
  readonly colour: string;
  readonly wrap: boolean;
}

export interface StampLine {
  readonly text: string;
  readonly style: LineStyle;
}

/** Text width in points at size 1. */
export type Measure = (text: string, style: LineStyle) => number;

export interface StampLayout {
  /** Points; a line's own size is this by its scale. */
  readonly size: number;
  readonly lines: readonly StampLine[];
  /** Points. */
  readonly height: number;
}

export const LEADING = 1.26;

/** Below this, print is no longer read. */
const SMALLEST = 4.5;
const STEP = 0.25;

/** What a block says, top to bottom, not yet wrapped. Empty lines are left out. */
export function stampLines({ lines }: TextElement, values: FieldValues): StampLine[] {
  return lines
    .flatMap(({ text, ...style }) =>
      fillTemplate(text, values)
        .split('\n')
        .map((line) => ({ text: line.trim(), style })),
    )
    .filter(({ text }) => text !== '');
}

/**
 * The largest size at which all lines fit, wrapped at words.
 * @param width @param height points
 * @throws {StampError} STAMP_TOO_SMALL
 */
export function layOut(
  lines: readonly StampLine[],
  measure: Measure,
  room: { readonly width: number; readonly height: number; readonly largest: number },
): StampLayout {
  const { width, height, largest } = room;
  for (let size = largest; size >= SMALLEST; size -= STEP) {
    const wrapped = wrapAll(lines, measure, width / size);
    if (wrapped === null) continue;
    const used = wrapped.reduce((sum, { style }) => sum + style.scale * LEADING * size, 0);
    if (used <= height) return { size, lines: wrapped, height: used };
  }
  throw new StampError('STAMP_TOO_SMALL');
}

function wrapAll(lines: readonly StampLine[], measure: Measure, width: number): StampLine[] | null {
  const wrapped: StampLine[] = [];
  for (const { text, style } of lines) {
    let current = '';
    for (const word of style.wrap ? text.split(' ') : [text]) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (measure(longer, style) * style.scale <= width) {
        current = longer;
        continue;
      }
      if (current === '' || measure(word, style) * style.scale > width) return null;
      wrapped.push({ text: current, style });
      current = word;
    }
    wrapped.push({ text: current, style });
  }
  return wrapped;
}
