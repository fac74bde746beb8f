// The report as a PDF: one file or many, in the reader's language. The same judgement makes the same bytes.
import { PDFDocument } from 'pdf-lib';
import { PAGE } from '../../../pdf/paper/sheet.ts';
import { colourOf } from '../../../pdf/appearance/colour.ts';
import type { StampFonts } from '../../../pdf/appearance/stamp-content.ts';
import type { Reader, ReportMeta, Verification } from '../verification.ts';
import { describe } from '../../../pdf/paper/archive.ts';
import { heading, paragraph, TINY } from './blocks.ts';
import { certificatesSection } from './certificates-section.ts';
import { fileSection } from './file-section.ts';
import { overviewSection } from './overview-section.ts';
import { BRAND, INK_2, LINE, MARGIN, WIDTH } from './palette.ts';
import { Paper } from '../../../pdf/paper/paper.ts';
import { type Speech, speechOf } from './speech.ts';
import { Structure } from '../../../pdf/paper/structure.ts';
import { Typeface } from '../../../pdf/paper/typeface.ts';

export async function pdfReport(
  verification: Verification,
  reader: Reader,
  fonts: StampFonts,
): Promise<Uint8Array> {
  const speech = speechOf(reader);
  const { meta, files } = verification;
  const document = await PDFDocument.create({ updateMetadata: false });
  const said = JSON.stringify([verification, reader]);
  const type = new Typeface(document, fonts, said);
  const structure = new Structure();
  const paper = new Paper(document, type, structure, MARGIN);
  if (files.length !== 1) await overviewSection(paper, verification, speech);
  for (const file of files) {
    paper.newPage();
    await fileSection(paper, file, meta, speech);
  }
  await certificatesSection(paper, files, speech);
  await explanation(paper, speech);
  await margins(paper, meta, speech);
  structure.write(document);
  const [only] = files;
  const about = files.length === 1 && only !== undefined ? `: ${type.clean(only.file)}` : '';
  describe(document, {
    title: `${speech.words.title}${about}`,
    language: reader.language,
    time: new Date(meta.checkedAt),
    tool: `${meta.tool} ${meta.version}`,
    said,
  });
  // Without pauses: nobody waits for this process meanwhile.
  return document.save({ useObjectStreams: false, objectsPerTick: Infinity });
}

async function explanation(paper: Paper, { words }: Speech): Promise<void> {
  paper.structure.open('Sect');
  await heading(paper, words.how, 130);
  for (const text of words.explained) await paragraph(paper, text, { ...TINY, size: 8.5 });
  paper.structure.close();
}

/** What stands on each page, once it is known how many there are. */
async function margins(
  paper: Paper,
  meta: ReportMeta,
  { words, dateTime, date }: Speech,
): Promise<void> {
  const pages = paper.document.getPages();
  const right = MARGIN.left + WIDTH;
  const list = meta.trustDate === null ? words.noTrustList : words.trustList(date(meta.trustDate));
  const origin = [`${meta.tool} ${meta.version}`, ...(meta.policy === null ? [] : [meta.policy])];
  const brand = { ...TINY, size: 8, weight: 'bold', colour: BRAND } as const;
  const quiet = { ...TINY, colour: INK_2 };
  const width = (text: string): number => paper.type.width(text, 'regular') * quiet.size;
  for (const [i, page] of pages.entries()) {
    const [head, foot] = [PAGE.height - 44, 38];
    paper.decorate((canvas) => {
      for (const y of [head - 9, foot + 14]) {
        const ends = { start: { x: MARGIN.left, y }, end: { x: right, y } };
        canvas.drawLine({ ...ends, thickness: 0.6, color: colourOf(LINE) });
      }
    }, page);
    const time = dateTime(meta.checkedAt);
    const number = words.page(i + 1, pages.length);
    const below = paper.type.clean([...origin, list].join(' · '));
    await paper.artifact(page, words.title, brand, { x: MARGIN.left, y: head });
    await paper.artifact(page, time, quiet, { x: right - width(time), y: head });
    await paper.artifact(page, below, quiet, { x: MARGIN.left, y: foot });
    await paper.artifact(page, number, quiet, { x: right - width(number), y: foot });
  }
}
