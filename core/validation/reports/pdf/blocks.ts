// The parts a report is built of: headings, paragraphs, facts, the verdict's panel, reasons.
import { colourOf } from '../../../pdf/appearance/colour.ts';
import { drawIcon } from './icons.ts';
import { INK, INK_2, LINE, MARGIN, SHADES, type Tone, VALUES, WIDTH } from './palette.ts';
import type { Paper, TextStyle } from '../../../pdf/paper/paper.ts';
import { roundedBox } from './rounded-box.ts';
import type { Role } from '../../../pdf/paper/structure.ts';
import { drawText, setText } from '../../../pdf/paper/set-text.ts';

export const TEXT: TextStyle = { size: 9.5, weight: 'regular', colour: INK };
export const STRONG: TextStyle = { ...TEXT, weight: 'bold' };
export const QUIET: TextStyle = { size: 8.5, weight: 'regular', colour: INK_2 };
export const TINY: TextStyle = { size: 7.5, weight: 'regular', colour: INK_2 };

export interface Column {
  readonly x: number;
  readonly width: number;
}

const WHOLE: Column = { x: MARGIN.left, width: WIDTH };

export async function paragraph(
  paper: Paper,
  text: string,
  style: TextStyle = TEXT,
  {
    role = 'P',
    column = WHOLE,
    after = 6,
  }: { readonly role?: Role; readonly column?: Column; readonly after?: number } = {},
): Promise<void> {
  const set = setText(paper, text, style, column.width);
  paper.keep(set.height);
  await drawText(paper, role, set, { x: column.x, top: paper.y });
  paper.y -= set.height + after;
}

/** @param room that must follow on the same page */
export async function heading(paper: Paper, text: string, room = 60): Promise<void> {
  if (!paper.fresh) paper.y -= 10;
  paper.keep(20 + room);
  await paragraph(
    paper,
    text,
    { size: 11.5, weight: 'bold', colour: INK },
    { role: 'H2', after: 5 },
  );
}

/** A name and what there is to say; nothing where there is nothing. */
export async function fact(
  paper: Paper,
  name: string,
  values: readonly string[],
  style: TextStyle = TEXT,
): Promise<void> {
  if (values.length === 0) return;
  const label = setText(paper, name, QUIET, VALUES - 12);
  const said = values.map((value) => setText(paper, value, style, WIDTH - VALUES));
  const height = Math.max(
    label.height,
    said.reduce((sum, set) => sum + set.height + 1, 0),
  );
  paper.keep(height);
  const top = paper.y;
  await drawText(paper, 'P', label, { x: MARGIN.left, top: top - (style.size - QUIET.size) });
  let y = top;
  for (const set of said) {
    await drawText(paper, 'P', set, { x: MARGIN.left + VALUES, top: y });
    y -= set.height + 1;
  }
  paper.y = top - height - 3;
}

/** A thin line across. */
export function rule(paper: Paper, after = 8): void {
  const { y } = paper;
  paper.decorate((page) => {
    page.drawLine({
      start: { x: MARGIN.left, y },
      end: { x: MARGIN.left + WIDTH, y },
      thickness: 0.6,
      color: colourOf(LINE),
    });
  });
  paper.y -= after;
}

export interface PanelText {
  readonly tone: Tone;
  readonly sentence: string;
  readonly more: readonly string[];
  readonly code: string;
}

/** The verdict: the first thing that is read. */
export async function verdictPanel(paper: Paper, panel: PanelText): Promise<void> {
  const [pad, icon] = [16, 26];
  const x = MARGIN.left + pad + icon + 14;
  const width = WIDTH - pad * 2 - icon - 14;
  const { strong, soft } = SHADES[panel.tone];
  const sentence = setText(
    paper,
    panel.sentence,
    { size: 14, weight: 'bold', colour: strong },
    width,
  );
  const more = panel.more.map((text) => setText(paper, text, { ...TEXT, size: 10 }, width));
  const code = setText(paper, panel.code, TINY, width);
  const sets = [sentence, ...more, code];
  const height = sets.reduce((sum, set) => sum + set.height + 4, pad * 2 - 4);
  paper.keep(height);
  const top = paper.y;
  paper.decorate((page) => {
    roundedBox(page, { x: MARGIN.left, y: top - height, width: WIDTH, height, radius: 9 }, soft);
    drawIcon(page, panel.tone, { x: MARGIN.left + pad, y: top - pad - icon + 3, size: icon });
  });
  let y = top - pad;
  for (const [i, set] of sets.entries()) {
    await drawText(paper, i === 0 ? 'H1' : 'P', set, { x, top: y });
    y -= set.height + 4;
  }
  paper.y = top - height - 16;
}

export interface ReasonText {
  readonly tone: Tone;
  readonly sentence: string;
  /** What to do; null where there is nothing to do. */
  readonly help: string | null;
  readonly code: string;
}

/** A reason with its sign, what to do, and its code. */
export async function reasonItem(paper: Paper, { tone, ...text }: ReasonText): Promise<void> {
  const icon = 11;
  const column = { x: MARGIN.left + icon + 9, width: WIDTH - icon - 9 };
  const sets = [
    setText(paper, text.sentence, tone === 'ok' || tone === 'plain' ? TEXT : STRONG, column.width),
    ...(text.help === null ? [] : [setText(paper, text.help, TEXT, column.width)]),
    setText(paper, text.code, TINY, column.width),
  ];
  const height = sets.reduce((sum, set) => sum + set.height, 0);
  paper.keep(height);
  const top = paper.y;
  paper.decorate((page) => {
    drawIcon(page, tone, { x: MARGIN.left, y: top - icon - 0.5, size: icon });
  });
  let y = top;
  paper.structure.open('LI');
  paper.structure.open('LBody');
  for (const set of sets) {
    await drawText(paper, 'P', set, { x: column.x, top: y });
    y -= set.height;
  }
  paper.structure.close();
  paper.structure.close();
  paper.y = top - height - 6;
}
