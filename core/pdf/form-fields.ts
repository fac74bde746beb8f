// The interactive form's terminal fields (ISO 32000-2 12.7.3, 12.7.4), with what they inherit.
import { LIMITS } from './limits.ts';
import { nameOf, PdfDict, type PdfObject, PdfRef, PdfString } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import type { PdfReader } from './reader.ts';
import { textOf } from './text-string.ts';

export interface FormField {
  /** Fully qualified name (12.7.4.2). */
  readonly name: string;
  /** Null for a field written directly within /Fields or /Kids (not allowed, but met). */
  readonly ref: PdfRef | null;
  readonly dict: PdfDict;
  /** /FT, inherited or own. */
  readonly type: string | undefined;
}

/** All terminal fields in document order. Throws PDF_FORM_BROKEN, PDF_LIMIT_EXCEEDED. */
export async function formFields(reader: PdfReader): Promise<FormField[]> {
  const form = await reader.resolveDict((await reader.catalog()).get('AcroForm'));
  if (form === undefined) return [];
  const walk: Walk = { reader, seen: new Set(), found: [] };
  for (const kid of (await reader.resolveArray(form.get('Fields'))) ?? []) {
    await visit(walk, kid, { name: '', type: undefined, depth: 0 });
  }
  return walk.found;
}

interface Walk {
  readonly reader: PdfReader;
  readonly seen: Set<string>;
  readonly found: FormField[];
}
interface Inherited {
  readonly name: string;
  readonly type: string | undefined;
  readonly depth: number;
}

async function visit(walk: Walk, object: PdfObject, from: Inherited): Promise<void> {
  if (from.depth > LIMITS.treeDepth) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'fields' });
  if (walk.found.length > LIMITS.fields)
    throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'fields' });
  if (object instanceof PdfRef) {
    const key = `${String(object.num)} ${String(object.gen)}`;
    if (walk.seen.has(key)) throw new PdfError('PDF_FORM_BROKEN');
    walk.seen.add(key);
  }
  const dict = await walk.reader.resolveDict(object);
  if (dict === undefined) return;
  const title = await walk.reader.resolve(dict.get('T'));
  const own = title instanceof PdfString ? textOf(title) : null;
  const name = own === null ? from.name : from.name === '' ? own : `${from.name}.${own}`;
  const type = nameOf(await walk.reader.resolve(dict.get('FT'))) ?? from.type;
  const kids = await fieldKids(walk.reader, dict);
  if (kids === null) {
    walk.found.push({ name, ref: object instanceof PdfRef ? object : null, dict, type });
    return;
  }
  for (const kid of kids) await visit(walk, kid, { name, type, depth: from.depth + 1 });
}

/** Kids that are fields; null for a terminal field, whose kids are only its widgets (12.7.4.1). */
async function fieldKids(reader: PdfReader, dict: PdfDict): Promise<readonly PdfObject[] | null> {
  const kids = await reader.resolveArray(dict.get('Kids'));
  if (kids === undefined || kids.length === 0) return null;
  const first = await reader.resolveDict(kids[0]);
  const isWidget =
    first !== undefined && first.get('T') === undefined && first.get('Kids') === undefined;
  return isWidget ? null : kids;
}
