// Whether an annotation can hide or imitate what stands on the page ("Breaking the Specification: PDF
// Certification", Mainka et al. 2021). Notes and text marks cannot, unless their appearance says otherwise.
import { nameOf, PdfDict } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { corners, isLight, lookOf } from './mark-look.ts';

const MARKS = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);
const NOTES = new Set(['Text', 'Caret']);
/** A note's sign, in points. */
const NOTE_SIZE = 36;
/** A border's width, in points, under which nothing can be hidden. */
const BORDER = 3;

export async function mayCover(reader: PdfReader, annotation: PdfDict): Promise<boolean> {
  const kind = nameOf(annotation.get('Subtype')) ?? '';
  const appearance = await reader.resolve(annotation.get('AP'));
  // Some viewers draw a pop-up's appearance as any other's.
  if (kind === 'Popup') return appearance !== null;
  if (kind === 'Link') return appearance !== null || (await hasWideBorder(reader, annotation));
  const isNote = NOTES.has(kind);
  if (!isNote && !MARKS.has(kind)) return true;
  if (appearance === null) {
    if (isNote) return false;
    const dark = kind === 'Highlight' && !(await isLight(reader, annotation.get('C')));
    return (
      dark || !(await isMixed(reader, annotation)) || (await hasWideBorder(reader, annotation))
    );
  }
  const normal = appearance instanceof PdfDict ? appearance.get('N') : appearance;
  const rect = await corners(reader, annotation.get('Rect'));
  const look = await lookOf(reader, normal, rect);
  if (look.writes || look.pictures) return true;
  if (!isNote) return look.covers;
  if (rect === null) return true;
  return rect[2] - rect[0] > NOTE_SIZE || rect[3] - rect[1] > NOTE_SIZE;
}

/** Marks are mixed with what they lie on, unless they say otherwise (PDF 2.0, table 166, /BM). */
async function isMixed(reader: PdfReader, annotation: PdfDict): Promise<boolean> {
  const mode = nameOf(await reader.resolve(annotation.get('BM')));
  return mode === undefined || mode === 'Multiply' || mode === 'Darken';
}

/** /Border or /BS (12.5.4): painted in the annotation's colour, white as well. */
export async function hasWideBorder(reader: PdfReader, annotation: PdfDict): Promise<boolean> {
  const border = await reader.resolveArray(annotation.get('Border'));
  const style = await reader.resolveDict(annotation.get('BS'));
  const widths = [await reader.resolve(border?.[2]), await reader.resolve(style?.get('W'))];
  return widths.some((width) => typeof width === 'number' && Math.abs(width) > BORDER);
}
