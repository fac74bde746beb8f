// Entries of pages and of their tree that the standard does not define (ISO 32000-2 tables 30 and 31, annex E): those of
// the program that wrote them, which other programs pass over.
import { PdfName, type PdfObject, PdfString } from '../../pdf/objects.ts';

const DEFINED: ReadonlySet<string> = new Set([
  ...['Type', 'Parent', 'Kids', 'Count', 'Resources', 'MediaBox', 'CropBox', 'Rotate', 'Contents'],
  ...['LastModified', 'BleedBox', 'TrimBox', 'ArtBox', 'BoxColorInfo', 'Group', 'Thumb', 'B', 'ID'],
  ...['Dur', 'Trans', 'Annots', 'AA', 'Metadata', 'PieceInfo', 'StructParents', 'PZ', 'UserUnit'],
  ...['SeparationInfo', 'Tabs', 'TemplateInstantiated', 'PresSteps', 'VP', 'AF', 'OutputIntents'],
  ...['DPart', 'Hid'],
]);
/** What no program could take for another name. */
const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9_.:-]{0,59}$/;

/** Whether such an entry came, went or changed, and leads nowhere. */
export function isForeignEntry(
  key: string,
  before: PdfObject | undefined,
  after: PdfObject | undefined,
): boolean {
  return !DEFINED.has(key) && PLAIN_NAME.test(key) && isPlain(before) && isPlain(after);
}

function isPlain(value: PdfObject | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'number' || typeof value === 'boolean') return true;
  return value instanceof PdfName || value instanceof PdfString;
}
