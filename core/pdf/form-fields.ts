// The interactive form's terminal fields (ISO 32000-2 12.7.3, 12.7.4), with what they inherit.
import { LIMITS } from './limits.ts';
import type { PdfDict } from './objects.ts';
import { nameOf, type PdfObject, PdfRef, PdfString } from './objects.ts';
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
  /** /V, inherited or own, as written. */
  readonly value: PdfObject | undefined;
}

/**
 * All terminal fields in document order, or those of one type, each once however often the tree names it.
 * Throws PDF_FORM_BROKEN for a loop, PDF_LIMIT_EXCEEDED.
 */
export async function formFields(reader: PdfReader, type?: string): Promise<readonly FormField[]> {
  const walked = WALKED.get(reader.content) ?? walkFields(reader);
  WALKED.set(reader.content, walked);
  const fields = await walked;
  return type === undefined ? fields : fields.filter((field) => field.type === type);
}

/** A file does not change while it is open, and its fields are asked for again and again. */
const WALKED = new WeakMap<object, Promise<readonly FormField[]>>();

async function walkFields(reader: PdfReader): Promise<readonly FormField[]> {
  const form = await reader.resolveDict((await reader.catalog()).get('AcroForm'));
  if (form === undefined) return [];
  const walk: Walk = {
    reader,
    seen: new Set(),
    path: new Set(),
    found: [],
    visits: { count: 0, characters: 0 },
  };
  for (const kid of (await reader.resolveArray(form.get('Fields'))) ?? []) {
    if (!foundAtOnce(walk, kid)) await visit(walk, kid, ROOT);
  }
  return walk.found;
}

const ROOT: Inherited = { name: '', type: undefined, value: undefined, depth: 0 };

/** Fields without parents and kids, by dictionary: of hundreds hardly one is new to the next signer. */
const PLAIN = new WeakMap<PdfDict, FormField & { readonly ref: PdfRef }>();

/** Whether a field of the form was known and nothing more has to be read for it. */
function foundAtOnce({ reader, seen, found, visits }: Walk, object: PdfObject): boolean {
  const dict = object instanceof PdfRef ? reader.keptDict(object) : undefined;
  const known = dict === undefined ? undefined : PLAIN.get(dict);
  if (known === undefined || !(object instanceof PdfRef)) return false;
  if (known.ref.num !== object.num || known.ref.gen !== object.gen) return false;
  if (visits.count >= LIMITS.fields) return false;
  visits.count += 1;
  countName({ visits }, known.name);
  const key = keyOf(object);
  if (!seen.has(key)) found.push(known);
  seen.add(key);
  return true;
}

function keyOf({ num, gen }: PdfRef): number {
  return num * 0x10000 + Math.min(gen, 0xffff);
}

/** Entries of a field that a mere widget has not. */
const FIELD_ENTRIES = ['T', 'Kids', 'V'] as const;

interface Walk {
  readonly reader: PdfReader;
  readonly seen: Set<number>;
  /** What is being visited, from the root down. */
  readonly path: Set<number>;
  readonly found: FormField[];
  readonly visits: { count: number; characters: number };
}

interface Inherited {
  readonly name: string;
  readonly type: string | undefined;
  readonly value: PdfObject | undefined;
  readonly depth: number;
}

async function visit(walk: Walk, object: PdfObject, from: Inherited): Promise<void> {
  if (from.depth > LIMITS.treeDepth) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'fields' });
  // Fields written directly can be met on many ways without any loop: visits count, not fields.
  walk.visits.count += 1;
  if (walk.visits.count > LIMITS.fields)
    throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'fields' });
  const key = object instanceof PdfRef ? keyOf(object) : null;
  if (key !== null) {
    if (walk.path.has(key)) throw new PdfError('PDF_FORM_BROKEN');
    if (walk.seen.has(key)) return;
    walk.seen.add(key);
    walk.path.add(key);
  }
  const dict = await walk.reader.resolveDict(object);
  if (dict !== undefined) await visitField(walk, object, dict, from);
  if (key !== null) walk.path.delete(key);
}

async function visitField(
  walk: Walk,
  object: PdfObject,
  dict: PdfDict,
  from: Inherited,
): Promise<void> {
  const title = await direct(walk.reader, dict.get('T'));
  const own = title instanceof PdfString ? textOf(title) : null;
  const name = own === null ? from.name : from.name === '' ? own : `${from.name}.${own}`;
  countName(walk, name);
  const type = nameOf(await direct(walk.reader, dict.get('FT'))) ?? from.type;
  const value = dict.get('V') ?? from.value;
  const { fields, widgets } =
    dict.get('Kids') === undefined ? NO_KIDS : await sortKids(walk.reader, dict);
  if (fields.length === 0 || widgets > 0) {
    const field = { name, ref: object instanceof PdfRef ? object : null, dict, type, value };
    walk.found.push(field);
    if (from === ROOT && standsAlone(dict) && object instanceof PdfRef) {
      PLAIN.set(dict, { ...field, ref: object });
    }
  }
  for (const kid of fields) await visit(walk, kid, { name, type, value, depth: from.depth + 1 });
}

function countName({ visits }: Pick<Walk, 'visits'>, { length }: string): void {
  visits.characters += length;
  if (visits.characters > LIMITS.fieldNames) {
    throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'fields' });
  }
}

/** Whether the field's own entries make it what it is. */
function standsAlone(dict: PdfDict): boolean {
  const written = !(dict.get('T') instanceof PdfRef) && !(dict.get('FT') instanceof PdfRef);
  return written && dict.get('Kids') === undefined;
}

/** Most entries are written where they belong: nothing is to be waited for. */
function direct(
  reader: PdfReader,
  object: PdfObject | undefined,
): PdfObject | undefined | Promise<PdfObject> {
  return object instanceof PdfRef ? reader.resolve(object) : object;
}

const NO_KIDS = { fields: [], widgets: 0 } as const;

/**
 * The kids of a field that are fields themselves, and how many are only its widgets (12.7.4.1). Each
 * is looked at: a field must not hide behind a widget.
 */
async function sortKids(
  reader: PdfReader,
  dict: PdfDict,
): Promise<{ fields: readonly PdfObject[]; widgets: number }> {
  const fields: PdfObject[] = [];
  let widgets = 0;
  for (const kid of (await reader.resolveArray(dict.get('Kids'))) ?? []) {
    const entries = await reader.resolveDict(kid);
    if (entries === undefined) continue;
    if (FIELD_ENTRIES.some((key) => entries.get(key) !== undefined)) fields.push(kid);
    else widgets += 1;
  }
  return { fields, widgets };
}
