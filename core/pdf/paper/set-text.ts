// Texts broken into the lines they take, and drawn as an element of the document's structure.
import type { Paper, TextStyle } from './paper.ts';
import type { Role } from './structure.ts';
import { wrap } from './wrap.ts';

/** Of a line's size. */
const LEADING = 1.42;
/** From a line's top to its baseline, of its size. */
const ASCENT = 1.04;

export interface SetText {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly leading: number;
  readonly height: number;
}

/** A text broken into the lines it takes. */
export function setText(paper: Paper, text: string, style: TextStyle, width: number): SetText {
  const measure = (part: string): number => paper.type.width(part, style.weight) * style.size;
  // A time without its zone says nothing: the two stay on one line.
  const joined = text.replace(/ (WIB|WITA|WIT)\b/g, '\u00a0$1');
  const lines = wrap(paper.type.clean(joined), width, measure);
  const leading = style.size * LEADING;
  return { lines, style, leading, height: lines.length * leading };
}

/** Draws it with its top at `top`. */
export async function drawText(
  paper: Paper,
  role: Role,
  { lines, style, leading }: SetText,
  { x, top }: { readonly x: number; readonly top: number },
): Promise<void> {
  paper.structure.open(role);
  await paper.lines(lines, style, { x, y: top - style.size * ASCENT }, leading);
  paper.structure.close();
}
