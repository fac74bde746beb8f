// Signature blocks: the writer on the right under place and date, who acknowledges on the left under
// "Mengetahui"; room between for a pen, since a lost key can sign nothing.
import type { Paper } from '../../pdf/paper/paper.ts';
import { setText } from '../../pdf/paper/set-text.ts';
import { lineOf, MARGIN, paragraph, STRONG, TEXT, WIDTH } from './blocks.ts';
import {
  filled,
  type LetterFields,
  type LetterSignature,
  type LetterTemplate,
} from './template.ts';

const GAP = 24;
const COLUMN = (WIDTH - GAP) / 2;
/** For a pen's stroke, or a stamp. */
const ROOM = 50;
/** Of a block with its head, room and name, which stay on one page with the last words before them. */
export const WHOLE = 134;

export async function signatures(
  paper: Paper,
  { form, signatures: blocks }: LetterTemplate,
  fields: LetterFields,
): Promise<void> {
  paper.y -= 10;
  paper.keep(WHOLE);
  const top = paper.y;
  const heads = blocks.map((block) => linesOf(block, fields, form === 'statement'));
  const heights = heads.map((lines) =>
    lines.reduce((sum, line) => sum + setText(paper, line, TEXT, COLUMN).height, 0),
  );
  const names = top - Math.max(...heights) - ROOM;
  const ends: number[] = [];
  for (const [i, block] of blocks.entries()) {
    const column = {
      x: block.side === 'left' ? MARGIN.left : MARGIN.left + COLUMN + GAP,
      width: COLUMN,
      after: 0,
    };
    // What ends higher begins lower: both blocks stand on one line with their names.
    paper.y = top - (Math.max(...heights) - (heights[i] ?? 0));
    for (const line of heads[i] ?? []) await paragraph(paper, line, TEXT, column);
    paper.y = names;
    await paragraph(paper, filled(block.name, fields), STRONG, column);
    if (block.nip !== null) {
      await paragraph(paper, `NIP ${filled(block.nip, fields)}`, TEXT, column);
    }
    ends.push(paper.y);
  }
  paper.y = Math.min(...ends) - 14;
}

/** A letter has place and date at its head already. */
function linesOf(
  { side, lines }: LetterSignature,
  fields: LetterFields,
  atFoot: boolean,
): string[] {
  const dated = atFoot && side === 'right' ? ['{letter.place}, {letter.date}'] : [];
  return [...dated, ...lines].map((line) => filled(line, fields)).filter((line) => line !== '');
}

export async function copies(
  paper: Paper,
  names: readonly string[],
  fields: LetterFields,
): Promise<void> {
  const known = names.map((name) => filled(name, fields)).filter((name) => name !== '');
  if (known.length === 0) return;
  paper.keep(16 * (known.length + 1));
  const small = lineOf(9.5);
  await paragraph(paper, 'Tembusan:', small, { after: 0 });
  for (const [i, name] of known.entries()) {
    await paragraph(paper, `${String(i + 1)}. ${name}`, small, { after: 0 });
  }
}
