// The parts of a letter's text: paragraphs, facts with aligned colons, numbered items.
import type { Paper, TextStyle } from '../../pdf/paper/paper.ts';
import { drawText, setText } from '../../pdf/paper/set-text.ts';
import { type Margin, PAGE } from '../../pdf/paper/sheet.ts';
import type { Role } from '../../pdf/paper/structure.ts';
import { flow } from './flow.ts';
import { filled, type LetterBlock, type LetterFields } from './template.ts';

/** 3 cm for the binding on the left, 2 cm elsewhere. */
export const MARGIN: Margin = { left: 85, right: 57, top: 42, bottom: 42 };
export const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

const BLACK = '#000000';
const SIZE = 10;

export function lineOf(size = SIZE, weight: TextStyle['weight'] = 'regular'): TextStyle {
  return { size, weight, colour: BLACK };
}

export const TEXT = lineOf();
export const STRONG = lineOf(SIZE, 'bold');

/** Of a facts' block: where the colons stand, and where the values begin. */
const COLON = 138;
const VALUE = 148;
const NUMBER = 20;

export async function block(paper: Paper, part: LetterBlock, fields: LetterFields): Promise<void> {
  switch (part.kind) {
    case 'paragraph':
      await paragraph(paper, filled(part.text, fields));
      break;
    case 'facts':
      for (const [name, value] of part.rows) {
        const said = filled(value, fields);
        if (said !== '') await fact(paper, name, said);
      }
      paper.y -= 6;
      break;
    case 'list':
      paper.structure.open('L');
      for (const [i, text] of part.items.entries()) await item(paper, i + 1, filled(text, fields));
      paper.structure.close();
      paper.y -= 4;
      break;
  }
}

/** @param where its column; the whole width unless told; nothing is written for nothing */
export async function paragraph(
  paper: Paper,
  text: string,
  style: TextStyle = TEXT,
  {
    role = 'P',
    x = MARGIN.left,
    width = WIDTH,
    after = 6,
  }: {
    readonly role?: Role;
    readonly x?: number;
    readonly width?: number;
    readonly after?: number;
  } = {},
): Promise<void> {
  if (text.trim() === '') return;
  const set = setText(paper, text, style, width);
  await flow(paper, role, set, x);
  paper.y -= after;
}

export async function centred(
  paper: Paper,
  text: string,
  style: TextStyle,
  role: Role,
  column: { readonly x: number; readonly width: number } = { x: MARGIN.left, width: WIDTH },
): Promise<void> {
  for (const line of setText(paper, text, style, column.width).lines) {
    const width = paper.type.width(line, style.weight) * style.size;
    const x = column.x + (column.width - width) / 2;
    // A point more, or rounding would break the line that was just measured.
    await paragraph(paper, line, style, { role, x, width: width + 1, after: 0 });
  }
}

export async function fact(
  paper: Paper,
  name: string,
  value: string,
  [colon, start]: readonly [number, number] = [COLON, VALUE],
): Promise<void> {
  const label = setText(paper, name, TEXT, colon - 6);
  const said = setText(paper, value, TEXT, WIDTH - start);
  const mark = setText(paper, ':', TEXT, 10);
  paper.keep(label.height);
  const { page, y } = paper;
  await flow(paper, 'P', said, MARGIN.left + start, async (top) => {
    await drawText(paper, 'P', label, { x: MARGIN.left, top });
    await drawText(paper, 'P', mark, { x: MARGIN.left + colon, top });
  });
  if (paper.page === page) paper.y = Math.min(paper.y, y - label.height);
  paper.y -= 0.5;
}

async function item(paper: Paper, number: number, text: string): Promise<void> {
  if (text === '') return;
  const set = setText(paper, text, TEXT, WIDTH - NUMBER);
  paper.structure.open('LI');
  paper.structure.open('LBody');
  const label = setText(paper, `${String(number)}.`, TEXT, NUMBER);
  await flow(paper, 'P', set, MARGIN.left + NUMBER, (top) =>
    drawText(paper, 'P', label, { x: MARGIN.left, top }),
  );
  paper.structure.close();
  paper.structure.close();
  paper.y -= 3;
}
