// Whether an annotation can hide or imitate what stands on the page ("Breaking the Specification: PDF
// Certification", Mainka et al. 2021). Notes and text marks cannot, unless their appearance says otherwise.
import { APPEARANCE } from './appearance.ts';
import { nameOf, PdfDict } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { mayBeWhite } from './lightness.ts';
import { corners, isLight, lookOf } from './mark-look.ts';
import type { Corners } from './painted-patches.ts';
import { START } from './painting-state.ts';

const MARKS = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);
const NOTES = new Set(['Text', 'Caret']);
/** Lines that viewers draw as thick as the letters are high. */
const LINES = new Set(['Underline', 'Squiggly', 'StrikeOut']);
/** Letters as high as nobody marks, in points. */
const LETTER = 72;
const MAX_QUADS = 2_000;
/** A note's sign, in points. */
const NOTE_SIZE = APPEARANCE.noteSize;
/** A border's width, in points, under which nothing can be hidden. */
const BORDER = APPEARANCE.thickestBorder;

export async function mayCover(reader: PdfReader, annotation: PdfDict): Promise<boolean> {
  const kind = nameOf(annotation.get('Subtype')) ?? '';
  const appearance = await reader.resolve(annotation.get('AP'));
  // Some viewers draw a pop-up's appearance as any other's.
  if (kind === 'Popup') return appearance !== null;
  if (kind === 'Link') return appearance !== null || (await hidesByBorder(reader, annotation));
  const isNote = NOTES.has(kind);
  if (!isNote && !MARKS.has(kind)) return true;
  const drawn = appearance instanceof PdfDict && appearance.get('N') !== undefined;
  if (!drawn && !isNote && (await coversByItself(reader, annotation, kind))) return true;
  const rect = await corners(reader, annotation.get('Rect'));
  // A note's sign has a size of its own; viewers draw a caret as large as its rectangle (12.5.6.11).
  if (!drawn && kind === 'Caret' && isLargerThanNote(rect)) return true;
  if (appearance === null) return false;
  // Those for the pointer as well (12.5.5): whoever reads moves it over the line.
  const look = await lookOf(reader, appearance, rect);
  if (look.writes || look.pictures) return true;
  return isNote ? isLargerThanNote(rect) : look.covers;
}

function isLargerThanNote(rect: Corners | null): boolean {
  return rect === null || rect[2] - rect[0] > NOTE_SIZE || rect[3] - rect[1] > NOTE_SIZE;
}

/** A mark that has no look, as viewers draw it. */
async function coversByItself(
  reader: PdfReader,
  annotation: PdfDict,
  kind: string,
): Promise<boolean> {
  if (kind === 'Highlight' && !(await isLight(reader, annotation.get('C')))) return true;
  if (LINES.has(kind) && (await isHigh(reader, annotation))) return true;
  return !(await isMixed(reader, annotation)) || hasWideBorder(reader, annotation);
}

/** Whether what is marked are no letters (12.5.6.10, /QuadPoints): a line through it would be an area. */
async function isHigh(reader: PdfReader, annotation: PdfDict): Promise<boolean> {
  const points = await reader.resolveArray(annotation.get('QuadPoints'));
  if (points === undefined) return false;
  if (points.length > MAX_QUADS * 8) return true;
  for (let at = 0; at + 8 <= points.length; at += 8) {
    const numbers = points.slice(at, at + 8).map((one) => (typeof one === 'number' ? one : NaN));
    const side = (from: 0 | 1): number => {
      const all = numbers.filter((_, i) => i % 2 === from);
      return Math.max(...all) - Math.min(...all);
    };
    if (!(Math.min(side(0), side(1)) <= LETTER)) return true;
  }
  return false;
}

/** Marks are mixed with what they lie on, unless they say otherwise (PDF 2.0, table 166, /BM). */
async function isMixed(reader: PdfReader, annotation: PdfDict): Promise<boolean> {
  const mode = nameOf(await reader.resolve(annotation.get('BM')));
  return mode === undefined || mode === 'Multiply' || mode === 'Darken';
}

/** A link's frame: wide, as pale as paper, or so flat that it is a bar. Of many of them a patch can be made. */
async function hidesByBorder(reader: PdfReader, link: PdfDict): Promise<boolean> {
  if (await hasWideBorder(reader, link)) return true;
  const border = await reader.resolveArray(link.get('Border'));
  const style = await reader.resolveDict(link.get('BS'));
  const width = (await reader.resolve(style?.get('W') ?? border?.[2])) ?? 1;
  if (width === 0) return false;
  const colour = (await reader.resolveArray(link.get('C'))) ?? [];
  const parts = await Promise.all(colour.slice(0, 4).map((one) => reader.resolve(one)));
  if (parts.length > 0 && isPale(parts.map((one) => (typeof one === 'number' ? one : 1)))) {
    return true;
  }
  const rect = await corners(reader, link.get('Rect'));
  return rect === null || Math.min(rect[2] - rect[0], rect[3] - rect[1]) < 2 * BORDER;
}

function isPale(parts: readonly number[]): boolean {
  return mayBeWhite(parts.length === 1 ? 'g' : 'sc', parts, START);
}

/** /Border or /BS (12.5.4): painted in the annotation's colour, white as well. */
export async function hasWideBorder(reader: PdfReader, annotation: PdfDict): Promise<boolean> {
  const border = await reader.resolveArray(annotation.get('Border'));
  const style = await reader.resolveDict(annotation.get('BS'));
  const widths = [await reader.resolve(border?.[2]), await reader.resolve(style?.get('W'))];
  return widths.some((width) => typeof width === 'number' && Math.abs(width) > BORDER);
}
