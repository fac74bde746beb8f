// Looks that the document knows by name (ISO 32000-2 table 32, /AP).
import {
  nameOf,
  PdfDict,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '../../pdf/objects.ts';
import { changedKeys } from '../../pdf/equality.ts';
import type { Comparison } from './comparison.ts';
import { keyOf } from './role-graph.ts';

const MAX_LOOKS = 1000;

/**
 * Acrobat names the looks of the icons that it has for comments with the first comment. A name shows
 * nothing by itself, and scripts that were signed know none that is new.
 */
export async function namesNewLooksAlone(
  cx: Comparison,
  before: PdfObject,
  after: PdfObject,
): Promise<boolean> {
  if (!(after instanceof PdfDict) || !(before instanceof PdfDict || before === null)) return false;
  const keys = changedKeys(before ?? new PdfDict([]), after);
  if (keys.length !== 1 || keys[0] !== 'AP' || before?.get('AP') !== undefined) return false;
  const looks = await cx.after.resolveDict(after.get('AP'));
  const list = await cx.after.resolveArray(looks?.get('Names'));
  if (list === undefined || looks?.entries.size !== 1) return false;
  if (list.length > MAX_LOOKS || list.length % 2 !== 0) return false;
  for (const [i, item] of list.entries()) {
    if (i % 2 === 0 ? !(item instanceof PdfString) : !(await isNewLook(cx, item))) return false;
  }
  return true;
}

async function isNewLook(cx: Comparison, item: PdfObject): Promise<boolean> {
  if (!(item instanceof PdfRef) || (await cx.existed(keyOf(item)))) return false;
  const look = await cx.after.resolve(item);
  return look instanceof PdfStream && nameOf(look.dict.get('Subtype')) === 'Form';
}
