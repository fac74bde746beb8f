// What stands above a letter's text: the office's letterhead with its double rule, number and matter, addressees
// (Permendagri 1/2023 on official letters; layout as in public samples).
import { colourOf } from '../../pdf/appearance/colour.ts';
import type { Paper } from '../../pdf/paper/paper.ts';
import { centred, fact, lineOf, MARGIN, paragraph, STRONG, WIDTH } from './blocks.ts';
import { filled, type LetterFields, type LetterTemplate } from './template.ts';

/** Fields of the letterhead, in their order; those that are not known are left out. */
const HEAD = [
  ['office.government', lineOf(12, 'bold')],
  ['office.unit', lineOf(14, 'bold')],
  ['office.address', lineOf(8.5)],
  ['office.contact', lineOf(8.5)],
] as const;

export async function letterhead(paper: Paper, fields: LetterFields): Promise<void> {
  const lines = HEAD.filter(([name]) => (fields[name] ?? '').trim() !== '');
  if (lines.length === 0) return;
  for (const [name, style] of lines) {
    const said = fields[name] ?? '';
    await centred(paper, style.weight === 'bold' ? said.toUpperCase() : said, style, 'P');
  }
  paper.y -= 6;
  doubleRule(paper);
  paper.y -= 18;
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
  await paragraph(paper, 'Yth.', lineOf(), { after: 0 });
  for (const [i, lines] of to.entries()) {
    const [first = '', ...rest] = lines.map((line) => filled(line, fields));
    const numbered = to.length === 1 ? first : `${String(i + 1)}. ${first}`;
    await paragraph(paper, numbered, STRONG, { after: 0 });
    for (const line of rest) await paragraph(paper, line, lineOf(), { after: 0 });
  }
  paper.y -= 12;
}
