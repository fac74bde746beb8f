// Signature blocks: the writer on the right under place and date, who acknowledges on the left under
// "Mengetahui"; room between for a pen, since a lost key can sign nothing.
import type { PDFPage } from 'pdf-lib';
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
const ROOM = 58;
/** Between that room and what stands above and below it. */
const AIR = 3;
const BEFORE = 10;
const AFTER = 14;
const SMALL = lineOf(9.5);

/** A block's room, where a signature field waits. */
export interface SignatureRoom {
  readonly name: string;
  /** What a reader says of it. */
  readonly tooltip: string;
  readonly page: PDFPage;
  /** x, y, width, height in points. */
  readonly rect: readonly [number, number, number, number];
}

/** Height of the blocks and the copies: what has to stay on one page with the last words before it. */
export function closing(paper: Paper, template: LetterTemplate, fields: LetterFields): number {
  const names = template.signatures.map(
    ({ name, nip }) =>
      heightOf(paper, [filled(name, fields)], STRONG) +
      heightOf(paper, nip === null ? [] : [`NIP ${filled(nip, fields)}`]),
  );
  const heads = headsOf(template, fields).map((lines) => heightOf(paper, lines));
  const whole = BEFORE + Math.max(...heads) + ROOM + Math.max(...names);
  const known = copyLines(template.copies, fields);
  return known.length === 0 ? whole : whole + AFTER + heightOf(paper, known, SMALL, WIDTH);
}

/** @returns where the template asks for signature fields */
export async function signatures(
  paper: Paper,
  template: LetterTemplate,
  fields: LetterFields,
): Promise<SignatureRoom[]> {
  const { signatures: blocks } = template;
  paper.keep(closing(paper, template, fields));
  paper.y -= BEFORE;
  const top = paper.y;
  const heads = headsOf(template, fields);
  const heights = heads.map((lines) => heightOf(paper, lines));
  const names = top - Math.max(...heights) - ROOM;
  const ends: number[] = [];
  const rooms: SignatureRoom[] = [];
  for (const [i, block] of blocks.entries()) {
    const column = {
      x: block.side === 'left' ? MARGIN.left : MARGIN.left + COLUMN + GAP,
      width: COLUMN,
      after: 0,
    };
    // What ends higher begins lower: both blocks stand on one line with their names.
    paper.y = top - (Math.max(...heights) - (heights[i] ?? 0));
    for (const line of heads[i] ?? []) await paragraph(paper, line, TEXT, column);
    if (block.field !== undefined) {
      rooms.push({
        name: block.field,
        tooltip: [...(heads[i] ?? []), filled(block.name, fields)].join(' '),
        page: paper.page,
        rect: [column.x, names + AIR, column.width, ROOM - 2 * AIR],
      });
    }
    paper.y = names;
    await paragraph(paper, filled(block.name, fields), STRONG, column);
    if (block.nip !== null) {
      await paragraph(paper, `NIP ${filled(block.nip, fields)}`, TEXT, column);
    }
    ends.push(paper.y);
  }
  paper.y = Math.min(...ends) - AFTER;
  return rooms;
}

function headsOf({ form, signatures: blocks }: LetterTemplate, fields: LetterFields): string[][] {
  return blocks.map((block) => linesOf(block, fields, form === 'statement'));
}

function heightOf(paper: Paper, lines: readonly string[], style = TEXT, width = COLUMN): number {
  return lines
    .filter((line) => line.trim() !== '')
    .reduce((sum, line) => sum + setText(paper, line, style, width).height, 0);
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

/** Tembusan. */
export async function copies(
  paper: Paper,
  names: readonly string[],
  fields: LetterFields,
): Promise<void> {
  for (const line of copyLines(names, fields)) await paragraph(paper, line, SMALL, { after: 0 });
}

function copyLines(names: readonly string[], fields: LetterFields): string[] {
  const known = names.map((name) => filled(name, fields)).filter((name) => name !== '');
  if (known.length === 0) return [];
  return ['Tembusan:', ...known.map((name, i) => `${String(i + 1)}. ${name}`)];
}
