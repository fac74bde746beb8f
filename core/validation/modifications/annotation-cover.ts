// Whether an annotation can hide or imitate what stands on the page ("Breaking the Specification: PDF
// Certification", Mainka et al. 2021). Notes and text marks cannot, unless their appearance says otherwise.
import { isArray, nameOf, PdfDict, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import { latin1 } from '../../pdf/lexer.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';

const MARKS = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);
const NOTES = new Set(['Text', 'Caret']);
/** A note's sign, in points. */
const NOTE_SIZE = 48;
const MAX_DEPTH = 4;
/** Text, pictures, shadings: what only paints lines and areas uses none of them (annex A). */
const WRITES = /(?:^|[\s\])>])(?:Tj|TJ|'|"|BI|sh)(?=[\s(<[/]|$)/;

export async function mayCover(reader: PdfReader, annotation: PdfDict): Promise<boolean> {
  const kind = nameOf(annotation.get('Subtype')) ?? '';
  if (kind === 'Popup') return false;
  const appearance = await reader.resolve(annotation.get('AP'));
  if (kind === 'Link') return appearance !== null;
  if (NOTES.has(kind)) return appearance !== null && !(await isSmall(reader, annotation));
  if (!MARKS.has(kind)) return true;
  if (appearance === null) return false;
  const normal =
    appearance instanceof PdfDict ? await reader.resolve(appearance.get('N')) : appearance;
  const look: Look = { opaque: kind === 'Highlight', writes: false };
  await inspect(reader, normal, look, 0);
  return look.opaque || look.writes;
}

async function isSmall(reader: PdfReader, annotation: PdfDict): Promise<boolean> {
  const rect = (await reader.resolveArray(annotation.get('Rect'))) ?? [];
  const [x0, y0, x1, y1] = rect;
  if (typeof x0 !== 'number' || typeof y0 !== 'number') return false;
  if (typeof x1 !== 'number' || typeof y1 !== 'number') return false;
  return Math.abs(x1 - x0) <= NOTE_SIZE && Math.abs(y1 - y0) <= NOTE_SIZE;
}

interface Look {
  /** A mark over text leaves it legible when it is multiplied with it (11.3.5). */
  opaque: boolean;
  writes: boolean;
}

async function inspect(
  reader: PdfReader,
  object: PdfObject,
  look: Look,
  depth: number,
): Promise<void> {
  if (!(object instanceof PdfStream) || depth > MAX_DEPTH) {
    look.writes = true;
    return;
  }
  try {
    if (WRITES.test(latin1(await reader.decodedData(object)))) look.writes = true;
  } catch (error) {
    if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
    look.writes = true;
  }
  const resources = await reader.resolveDict(object.dict.get('Resources'));
  const states = await reader.resolveDict(resources?.get('ExtGState'));
  for (const entry of states?.entries.values() ?? []) {
    const mode = await reader.resolve((await reader.resolveDict(entry))?.get('BM'));
    const name = nameOf(isArray(mode) ? mode[0] : mode);
    if (name === 'Multiply' || name === 'Darken') look.opaque = false;
  }
  const forms = await reader.resolveDict(resources?.get('XObject'));
  for (const entry of [...(forms?.entries.values() ?? [])].slice(0, 16)) {
    const inner = await reader.resolve(entry);
    const isForm = inner instanceof PdfStream && nameOf(inner.dict.get('Subtype')) === 'Form';
    await inspect(reader, isForm ? inner : null, look, depth + 1);
  }
}
