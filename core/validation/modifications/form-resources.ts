// The default resources of the form (ISO 32000-2 table 224, /DR) as a later revision left them: every name leads
// where it led, new names may come.
import { isArray, PdfDict, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import { changedKeys, sameValue } from '../../pdf/equality.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { Comparison } from './comparison.ts';
import { readOrNull, type RoleGraph } from './role-graph.ts';

/** What contents can name (table 34), and what programs that draw fields look up besides. */
const CATEGORIES: ReadonlySet<string> = new Set([
  ...['ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'XObject', 'Font', 'ProcSet', 'Properties'],
  'Encoding',
]);
const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9]{0,59}$/;

export async function judgeResources(
  cx: Comparison,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  if (!(after instanceof PdfDict) || !(before instanceof PdfDict || before === null)) {
    cx.forbidden('FORM_CHANGED', { part: 'DR' });
    return;
  }
  const old = before ?? new PdfDict([]);
  for (const key of changedKeys(old, after)) {
    const was = await cx.before.resolve(old.get(key));
    const now = await cx.after.resolve(after.get(key));
    // A writer's own entry: no operator leads there.
    if (!CATEGORIES.has(key) && PLAIN_NAME.test(key)) cx.found('FORM_EXTENDED', 'LTA_UPDATES');
    else await judgeResourceCategory(cx, was, now, key);
  }
}

/** @param category where it is known */
export async function judgeResourceCategory(
  cx: Comparison,
  before: PdfObject,
  after: PdfObject,
  category?: string,
): Promise<void> {
  // /ProcSet is obsolete and has no effect (14.2).
  if (isArray(after) && (isArray(before) || before === null)) return;
  if (!(after instanceof PdfDict) || !(before instanceof PdfDict || before === null)) {
    cx.forbidden('FORM_CHANGED', { part: 'DR' });
    return;
  }
  for (const [name, value] of before?.entries ?? []) {
    const now = after.get(name);
    if (sameValue(value, now) || (await cx.same(value, now))) continue;
    // PDFBox names the look of each visible signature here, always by the same name.
    if (category === 'XObject' && now !== undefined && !(await someLookDrawsByForm(cx))) {
      cx.found('FORM_EXTENDED', 'FORM_FILLING');
    } else cx.forbidden('FORM_CHANGED', { part: `DR/${name.slice(0, 40)}` });
  }
  cx.found('FORM_EXTENDED', 'LTA_UPDATES');
}

/** Objects passed over for it in one document, in all its revisions; reading one takes as long as passing over many. */
const MOST_EFFORT = 3_000_000;
const READING = 25;
const EFFORT = new WeakMap<RoleGraph, number>();

/**
 * Whether a look may draw a form or picture that it has no resources of its own for: some viewers then take those of
 * the form. Fields that viewers draw themselves take fonts from there, nothing else (12.7.4.3).
 */
async function someLookDrawsByForm(cx: Comparison): Promise<boolean> {
  let effort = EFFORT.get(cx.graph) ?? 0;
  for (const key of cx.graph.keys()) {
    const isLook = cx.graph.has(key, 'appearance');
    effort += isLook ? READING : 1;
    EFFORT.set(cx.graph, effort);
    if (effort > MOST_EFFORT) return true;
    if (!isLook) continue;
    const look = await readOrNull(cx.after, key);
    if (look instanceof PdfStream && (await drawsWithout(cx, look))) return true;
  }
  return false;
}

async function drawsWithout({ after }: Comparison, look: PdfStream): Promise<boolean> {
  if ((await after.resolveDict(look.dict.get('Resources'))) !== undefined) return false;
  try {
    return Buffer.from(await after.decodedData(look)).includes('Do');
  } catch (error) {
    if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
    return true;
  }
}
