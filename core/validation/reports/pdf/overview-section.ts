// Many files: how many came to which verdict, and a table of all, before each has pages of its own.
import { commonName } from '../../../domain/common-name.ts';
import type { Verdict } from '../../../domain/indication.ts';
import { shownVerdictOf, verdictWords } from '../../../domain/messages/verdict.ts';
import type { FileReport } from '../../../domain/report.ts';
import type { Verification } from '../verification.ts';
import { drawText, setText } from '../../../pdf/paper/set-text.ts';
import { heading, paragraph, QUIET, rule, TEXT, TINY } from './blocks.ts';
import { aboutJudgement } from './file-section.ts';
import { drawIcon } from './icons.ts';
import { INK, MARGIN, SHADES, TONE_OF_VERDICT, toneOfReport, WIDTH } from './palette.ts';
import type { Paper } from '../../../pdf/paper/paper.ts';
import { roundedBox } from './rounded-box.ts';
import type { Speech } from './speech.ts';

const ORDER: readonly Verdict[] = ['TOTAL_PASSED', 'INDETERMINATE', 'TOTAL_FAILED', 'NO_SIGNATURE'];

export async function overviewSection(
  paper: Paper,
  { meta, files }: Verification,
  speech: Speech,
): Promise<void> {
  paper.structure.open('Sect');
  await paragraph(
    paper,
    speech.words.titleOf(files.length),
    { size: 19, weight: 'bold', colour: INK },
    { role: 'H1', after: 14 },
  );
  await tiles(paper, files, speech);
  await aboutJudgement(paper, meta, speech);
  await heading(paper, speech.words.overview, 80);
  await table(paper, files, speech);
  paper.structure.close();
}

/** A count for each verdict. */
async function tiles(paper: Paper, files: readonly FileReport[], speech: Speech): Promise<void> {
  const gap = 10;
  const width = (WIDTH - gap * (ORDER.length - 1)) / ORDER.length;
  const height = 66;
  const top = paper.y;
  for (const [i, verdict] of ORDER.entries()) {
    const x = MARGIN.left + i * (width + gap);
    const tone = TONE_OF_VERDICT[verdict];
    const { strong, soft } = SHADES[tone];
    const count = speech.number(files.filter((file) => shownVerdictOf(file) === verdict).length);
    const number = setText(paper, count, { size: 20, weight: 'bold', colour: strong }, width);
    const plain = { verdict, signatures: [], error: null };
    const words = setText(
      paper,
      verdictWords(plain, speech.language),
      { ...TINY, size: 8, colour: INK },
      width - 20,
    );
    paper.decorate((page) => {
      roundedBox(page, { x, y: top - height, width, height, radius: 8 }, soft);
      drawIcon(page, tone, { x: x + width - 24, y: top - 26, size: 13 });
    });
    await drawText(paper, 'P', number, { x: x + 11, top: top - 7 });
    await drawText(paper, 'P', words, { x: x + 11, top: top - 38 });
  }
  paper.y = top - height - 16;
}

const COLUMNS = [
  { key: 'number', x: 0, width: 24 },
  { key: 'file', x: 28, width: 194 },
  { key: 'result', x: 230, width: 112 },
  { key: 'signer', x: 354, width: WIDTH - 354 },
] as const;

async function table(paper: Paper, files: readonly FileReport[], speech: Speech): Promise<void> {
  paper.structure.open('Table');
  await tableHead(paper, speech);
  for (const [i, file] of files.entries()) await row(paper, file, i + 1, speech);
  paper.structure.close();
}

async function tableHead(paper: Paper, { words }: Speech): Promise<void> {
  const top = paper.y;
  paper.structure.open('TR');
  for (const { key, x } of COLUMNS) {
    const label = setText(paper, words.columns[key], { ...QUIET, weight: 'bold' }, 200);
    const indent = key === 'result' ? 16 : 0;
    await drawText(paper, 'TH', label, { x: MARGIN.left + x + indent, top });
  }
  paper.structure.close();
  paper.y = top - 16;
  rule(paper, 6);
}

async function row(paper: Paper, file: FileReport, number: number, speech: Speech): Promise<void> {
  const tone = toneOfReport(file);
  const style = { ...TEXT, size: 8.7 };
  const said = {
    number: { text: String(number), style: { ...style, colour: SHADES.plain.strong }, indent: 0 },
    file: { text: file.file, style, indent: 0 },
    result: {
      text: verdictWords(file, speech.language),
      style: { ...style, weight: 'bold', colour: SHADES[tone].strong },
      indent: 16,
    },
    signer: { text: signersOf(file, speech), style, indent: 0 },
  } as const;
  const cells = COLUMNS.map(({ key, x, width }) => {
    const { text, style: own, indent } = said[key];
    return { x: x + indent, set: setText(paper, text, own, width - indent) };
  });
  const height = Math.max(...cells.map(({ set }) => set.height));
  if (paper.y - height - 12 < MARGIN.bottom) {
    paper.newPage();
    await tableHead(paper, speech);
  }
  const top = paper.y;
  paper.decorate((page) => {
    drawIcon(page, tone, { x: MARGIN.left + COLUMNS[2].x, y: top - 11, size: 10.5 });
  });
  paper.structure.open('TR');
  for (const { x, set } of cells) await drawText(paper, 'TD', set, { x: MARGIN.left + x, top });
  paper.structure.close();
  paper.y = top - height - 5;
  rule(paper, 6);
}

function signersOf({ signatures }: FileReport, { words }: Speech): string {
  const names = signatures
    .filter(({ type }) => type === 'signature')
    .map(({ signer }) => (signer === null ? words.unknownSigner : commonName(signer.subject)));
  return names.length === 0 ? words.nobody : [...new Set(names)].join('; ');
}
