// An official letter as PDF/A-2b (ISO 19005-2): letterhead, number, matter, text, place and date, signature blocks
// with room for a pen, NIP, "Mengetahui", copies. The same letter makes the same bytes.
import { PDFDocument } from 'pdf-lib';
import type { StampFonts } from '../../pdf/appearance/stamp-content.ts';
import { describe } from '../../pdf/paper/archive.ts';
import { Paper } from '../../pdf/paper/paper.ts';
import { practiceMark } from '../../pdf/paper/practice-mark.ts';
import { setText } from '../../pdf/paper/set-text.ts';
import { Structure } from '../../pdf/paper/structure.ts';
import { Typeface } from '../../pdf/paper/typeface.ts';
import { block, lineOf, MARGIN, TEXT, WIDTH } from './blocks.ts';
import { embedEmblem } from './emblem.ts';
import { addressees, letterhead, opening } from './head.ts';
import { type Letterhead, withLetterhead } from './letterhead.ts';
import { closing, copies, signatures } from './signatures.ts';
import { writeFields } from './signature-fields.ts';
import { filled, type LetterBlock, type LetterFields, type LetterTemplate } from './template.ts';

export interface LetterMeta {
  /** When it is written; also the document's date. */
  readonly time: Date;
  /** "Pena 1.0.0" */
  readonly tool: string;
  /** Whether it is an exercise: every page says LATIHAN. */
  readonly practice: boolean;
}

/** What an office's letters have in common. */
export interface LetterMaterial {
  readonly fonts: StampFonts;
  readonly letterhead: Letterhead;
}

/** @throws {PenaError} LETTER_EMBLEM_INVALID */
export async function letterPdf(
  template: LetterTemplate,
  told: LetterFields,
  meta: LetterMeta,
  { fonts, letterhead: head }: LetterMaterial,
): Promise<Uint8Array> {
  const fields = withLetterhead(head, told);
  const document = await PDFDocument.create({ updateMetadata: false });
  const said = JSON.stringify([template, fields, meta]);
  const type = new Typeface(document, fonts, said);
  const structure = new Structure();
  const paper = new Paper(document, type, structure, MARGIN);
  const emblem = head.emblem === null ? null : await embedEmblem(document, head.emblem);
  await letterhead(paper, fields, emblem);
  await opening(paper, template, fields);
  await addressees(paper, template, fields);
  for (const [i, part] of template.body.entries()) {
    // A signature alone on a page would stand under nothing.
    if (i === template.body.length - 1) {
      paper.keep(lastWords(paper, part, fields) + closing(paper, template, fields));
    }
    await block(paper, part, fields);
  }
  const rooms = await signatures(paper, template, fields);
  await copies(paper, template.copies, fields);
  await pageNumbers(paper);
  if (meta.practice) await markPages(paper);
  writeFields(document, rooms);
  structure.write(document);
  const title = type.clean(filled(template.title, fields));
  describe(document, { title, language: 'id', time: meta.time, tool: meta.tool, said });
  return document.save({ useObjectStreams: false, objectsPerTick: Infinity });
}

const EXERCISE = 'LATIHAN: surat ini dibuat untuk berlatih dan tidak berlaku';

async function markPages(paper: Paper): Promise<void> {
  const mark = await practiceMark(paper.type, EXERCISE);
  for (const page of paper.document.getPages()) paper.decorate(mark, page);
}

/** Height of the body's last part, or of its beginning where it is a long one. */
function lastWords(paper: Paper, part: LetterBlock, fields: LetterFields): number {
  if (part.kind !== 'paragraph') return 32;
  return Math.min(200, setText(paper, filled(part.text, fields), TEXT, WIDTH).height + 6);
}

/** Only where there are several pages: a letter of one page carries no number. */
async function pageNumbers(paper: Paper): Promise<void> {
  const pages = paper.document.getPages();
  if (pages.length === 1) return;
  for (const [i, page] of pages.entries()) {
    const text = `${String(i + 1)} / ${String(pages.length)}`;
    const style = lineOf(8.5);
    const width = paper.type.width(text, style.weight) * style.size;
    await paper.artifact(page, text, style, { x: (page.getWidth() - width) / 2, y: 26 });
  }
}
