// What stands above a letter's text: the office's letterhead with its double rule, number and matter, addressees
// (Permendagri 1/2023 on official letters; layout as in public samples).
import type { PDFImage } from 'pdf-lib';
import { colourOf } from '../../pdf/appearance/colour.ts';
import type { Paper } from '../../pdf/paper/paper.ts';
import { setText } from '../../pdf/paper/set-text.ts';
import { centred, fact, lineOf, MARGIN, paragraph, STRONG, WIDTH } from './blocks.ts';
import { filled, type LetterFields, type LetterTemplate } from './template.ts';

/** Fields of the letterhead, in their order; those that are not known are left out. */
const HEAD = [
  ['office.government', lineOf(12, 'bold')],
  ['office.unit', lineOf(14, 'bold')],
  ['office.address', lineOf(8.5)],
  ['office.contact', lineOf(8.5)],
] as const;

/** Widths of "Yth." and of an addressee's number, in points. */
const YTH = 26;
const NUMBER = 16;

/** The emblem's room at the left, in points; the lines stand in the middle of what is beside it. */
const EMBLEM = { width: 62, height: 68, gap: 10 };

export async function letterhead(
  paper: Paper,
  fields: LetterFields,
  emblem: PDFImage | null,
): Promise<void> {
  const lines = HEAD.filter(([name]) => (fields[name] ?? '').trim() !== '');
  if (lines.length === 0 && emblem === null) return;
  const beside = emblem === null ? 0 : EMBLEM.width + EMBLEM.gap;
  const column = { x: MARGIN.left + beside, width: WIDTH - beside };
  const said = lines.map(([name, style]) => {
    const text = fields[name] ?? '';
    return { text: style.weight === 'bold' ? text.toUpperCase() : text, style };
  });
  const { y: top } = paper;
  const height = said.reduce(
    (sum, { text, style }) => sum + setText(paper, text, style, column.width).height,
    0,
  );
  if (emblem !== null) {
    const room = Math.max(height, EMBLEM.height);
    drawEmblem(paper, emblem, top - room / 2);
    paper.y = top - (room - height) / 2;
  }
  for (const { text, style } of said) await centred(paper, text, style, 'P', column);
  if (emblem !== null) paper.y = top - Math.max(height, EMBLEM.height);
  paper.y -= 6;
  doubleRule(paper);
  paper.y -= 18;
}

/** @param middle of its height */
function drawEmblem(paper: Paper, emblem: PDFImage, middle: number): void {
  const { width, height } = emblem.scaleToFit(EMBLEM.width, EMBLEM.height);
  const place = { x: MARGIN.left + (EMBLEM.width - width) / 2, y: middle - height / 2 };
  paper.decorate((page) => {
    page.drawImage(emblem, { ...place, width, height });
  });
}

function doubleRule(paper: Paper): void {
  const { y } = paper;
  paper.decorate((page) => {
    for (const [below, thickness] of [
      [0, 2],
      [2.8, 0.6],
    ] as const) {
      const ends = {
        start: { x: MARGIN.left, y: y - below },
        end: { x: MARGIN.left + WIDTH, y: y - below },
      };
      page.drawLine({ ...ends, thickness, color: colourOf('#000000') });
    }
  });
}

export async function opening(
  paper: Paper,
  { form, title, attachments }: LetterTemplate,
  fields: LetterFields,
): Promise<void> {
  const number = filled('{letter.number}', fields);
  if (form === 'statement') {
    await underlined(paper, filled(title, fields).toUpperCase());
    await centred(paper, `Nomor : ${number}`, lineOf(), 'P');
    paper.y -= 16;
    return;
  }
  const { x, width } = { x: MARGIN.left + WIDTH / 2 + 20, width: WIDTH / 2 - 20 };
  await paragraph(paper, filled('{letter.place}, {letter.date}', fields), lineOf(), { x, width });
  const columns = [62, 72] as const;
  const count = attachments.length;
  await fact(paper, 'Nomor', number, columns);
  await fact(paper, 'Sifat', fields['letter.nature']?.trim() || 'Segera', columns);
  await fact(paper, 'Lampiran', count === 0 ? '-' : `${String(count)} berkas`, columns);
  await fact(paper, 'Hal', filled(title, fields), columns);
  paper.y -= 12;
}

async function underlined(paper: Paper, text: string): Promise<void> {
  const style = lineOf(12.5, 'bold');
  await centred(paper, text, style, 'H1');
  const width = Math.min(paper.type.width(paper.type.clean(text), 'bold') * style.size, WIDTH);
  const x = MARGIN.left + (WIDTH - width) / 2;
  const y = paper.y + 1.5;
  paper.decorate((page) => {
    const ends = { start: { x, y }, end: { x: x + width, y } };
    page.drawLine({ ...ends, thickness: 0.8, color: colourOf('#000000') });
  });
  paper.y -= 3;
}

export async function addressees(
  paper: Paper,
  { to }: LetterTemplate,
  fields: LetterFields,
): Promise<void> {
  if (to.length === 0) return;
  const inset = to.length === 1 ? YTH : YTH + NUMBER;
  const column = { x: MARGIN.left + inset, width: WIDTH - inset, after: 0 };
  for (const [i, lines] of to.entries()) {
    const [first = '', ...rest] = lines.map((line) => filled(line, fields));
    paper.keep(setText(paper, first, STRONG, column.width).height);
    const top = paper.y;
    const label = async (text: string, x: number): Promise<void> => {
      await paragraph(paper, text, lineOf(), { x, width: YTH, after: 0 });
      paper.y = top;
    };
    if (i === 0) await label('Yth.', MARGIN.left);
    if (to.length > 1) await label(`${String(i + 1)}.`, MARGIN.left + YTH);
    await paragraph(paper, first, STRONG, column);
    for (const line of rest) await paragraph(paper, line, lineOf(), column);
  }
  paper.y -= 12;
}
