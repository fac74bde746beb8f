// Whether another object begins within a signature dictionary, in a comment or a string of it. Its data would
// reach into /Contents, which no signature covers (ISO 32000-2 12.8.1): with other unsigned attributes or
// certificates there, a page would show other things and the signature stay whole.
import { latin1 } from './lexer.ts';
import { type PdfObject, PdfRef, type PdfString } from './objects.ts';
import type { PdfReader } from './reader.ts';

/** Before its contents a signature dictionary is hardly ever longer than a few kilobytes. */
const LONGEST = 1 << 20;
const HEAD = /\d[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj(?![a-z])/g;

/** @param value of the field, as written; a dictionary within another object is not looked into */
export async function holdsOthers(
  reader: PdfReader,
  value: PdfObject | undefined,
  { span }: PdfString,
): Promise<boolean> {
  const place = value instanceof PdfRef ? await reader.entry(value.num) : undefined;
  if (span === null || place?.kind !== 'offset') return false;
  const length = span.start - place.offset;
  if (length > LONGEST) return true;
  const { file } = reader;
  const text = latin1(file.peek(place.offset, length) ?? (await file.read(place.offset, length)));
  return (text.match(HEAD) ?? []).length > 1;
}
