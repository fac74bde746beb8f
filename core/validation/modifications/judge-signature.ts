// A signature that a later revision added (ISO 32000-2 12.7.5.5, 12.8.1): its field and widget, and that
// its value was made for this very revision.
import { latin1 } from '../../pdf/lexer.ts';
import {
  integerOf,
  isArray,
  nameOf,
  PdfDict,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '../../pdf/objects.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { hasWideBorder } from './annotation-cover.ts';
import { type Comparison, fieldInfo, inherited } from './comparison.ts';
import { withField } from './kid-widgets.ts';
import { corners } from './mark-look.ts';
import { isElsewhere } from './painter.ts';
import { type Key, keyOf, readOrNull } from './role-graph.ts';
import { kindOf } from './roles.ts';
import { isLarge, isOffPage, pageOfField } from './stamp-area.ts';
import { underStamp } from './text-cover.ts';

/** Entries that a new signature field or its widget may have; none of them acts or refers elsewhere. */
const FIELD_ENTRIES = new Set([
  ...['Type', 'Subtype', 'FT', 'T', 'TU', 'TM', 'F', 'Ff', 'Rect', 'P', 'Parent', 'Kids', 'V'],
  ...['AP', 'AS', 'MK', 'DA', 'Q', 'Lock', 'SV', 'Border', 'BS', 'C', 'H', 'M', 'NM', 'DR'],
  ...['StructParent', 'Contents', 'DV', 'CreationDate', 'Lang'],
]);

const MAX_DEPTH = 16;

/** A field that appears in /Fields or /Kids and was not there before. */
export async function judgeAddedField(cx: Comparison, item: PdfObject, depth = 0): Promise<void> {
  const found = await cx.after.resolve(item);
  // What leads nowhere is no field; should it lead somewhere later, it is judged then.
  if (found === null) return;
  if (!(found instanceof PdfDict) || !(item instanceof PdfRef) || depth > MAX_DEPTH) {
    cx.forbidden('FORM_CHANGED');
    return;
  }
  const dict = withField(cx, keyOf(item), found);
  // A field belongs to one parent (12.7.4.1): that it stands in two places shows nothing new.
  if (cx.addedFields.has(keyOf(item))) return;
  cx.addedFields.add(keyOf(item));
  const info = await fieldInfo(cx.after, dict);
  const params = { field: info.name };
  const kids = (await cx.after.resolveArray(dict.get('Kids'))) ?? [];
  const isGroup = info.type === undefined && kids.length > 0;
  const plain = [...dict.entries.keys()].every((key) => FIELD_ENTRIES.has(key));
  if ((info.type !== 'Sig' && !isGroup) || !plain) {
    cx.forbidden('FIELD_ADDED', params);
    return;
  }
  if (await wasSigned(cx, keyOf(item))) {
    cx.forbidden('SIGNED_FIELD_CHANGED', params);
    return;
  }
  for (const kid of kids) await judgeAddedField(cx, kid, depth + 1);
  if (isGroup) return;
  // A widget without a name of its own belongs to the field above it.
  const isField = dict.get('T') !== undefined && kids.length === 0;
  if (isField && !(await cx.existed(keyOf(item))) && !(await cx.names.take(info.name))) {
    cx.forbidden('FIELD_CHANGED', params);
    return;
  }
  const value = await inherited(cx.after, dict, 'V');
  await judgeSigning(cx, dict, value, { name: info.name, added: true, keys: [keyOf(item)] });
}

async function wasSigned(cx: Comparison, key: Key): Promise<boolean> {
  const before = await readOrNull(cx.before, key);
  if (!(before instanceof PdfDict)) return false;
  return (await fieldInfo(cx.before, withField(cx, key, before))).signed;
}

export interface SignedField {
  readonly name: string;
  /** Whether the field itself is new, or new to its page. */
  readonly added: boolean;
  /** Under which it is known. */
  readonly keys: Iterable<Key>;
}

/** A signature field that was empty or not there, as it is now. */
export async function judgeSigning(
  cx: Comparison,
  dict: PdfDict,
  value: PdfObject | undefined,
  { name, added, keys }: SignedField,
): Promise<void> {
  const params = { field: name };
  const seen = (await isSeen(cx, dict)) && !(await isOffPage(cx, dict, keys));
  const signature = await cx.after.resolve(value);
  if (signature === null) {
    // A stamp that nobody signed.
    if (seen) cx.forbidden('STAMP_WITHOUT_SIGNATURE', params);
    else cx.found('SIGNATURE_FIELD_ADDED', 'FORM_FILLING', { params });
    return;
  }
  if (!(await isOwnSignature(cx, value, signature))) {
    cx.forbidden('SIGNATURE_FORGED', params);
    return;
  }
  if (value instanceof PdfRef && valueOwners(cx, keyOf(value)) > 1) {
    cx.forbidden('SIGNATURE_VALUE_SHARED', params);
    return;
  }
  if (seen && ((await isLarge(cx, dict, keys)) || (await isAnywhere(cx, dict)))) {
    cx.found('CONTENT_MAY_BE_COVERED', 'FORM_FILLING', {
      params: await pageOfField(cx, dict, keys),
    });
  }
  if (seen) {
    const { text, drawing, unread, altered } = await underStamp(cx, dict, keys);
    if (text !== null) {
      const where = { ...params, ...pageOf(text) };
      cx.found('STAMP_COVERS_TEXT', 'FORM_FILLING', { params: where });
    }
    // What is hidden is not read at all.
    else if (altered !== null) {
      const where = { ...params, ...pageOf(altered) };
      cx.found('STAMP_ALTERS_TEXT', 'FORM_FILLING', { params: where });
    }
    if (drawing !== null) {
      cx.found('CONTENT_MAY_BE_COVERED', 'FORM_FILLING', { params: pageOf(drawing) });
    }
    if (unread !== null) {
      const where = { ...params, ...pageOf(unread) };
      cx.found('STAMP_ON_UNREAD_PICTURE', 'FORM_FILLING', { params: where });
    }
  }
  const stamp = signature instanceof PdfDict && (await isTimestamp(cx, signature));
  if (stamp && !seen) {
    cx.found('DOCUMENT_TIMESTAMP_ADDED', 'LTA_UPDATES', { params });
    return;
  }
  cx.found('SIGNATURE_ADDED', 'FORM_FILLING', {
    params,
    ...(added ? {} : { field: name }),
    ...(added && seen ? { seen: true as const } : {}),
  });
}

function pageOf(page: number): Readonly<Record<string, number>> {
  return page === 0 ? {} : { page };
}

/** Fields whose value an object is. */
export function valueOwners(cx: Comparison, key: Key): number {
  return cx.graph.rolesOf(key).filter((role) => kindOf(role) === 'value').length;
}

async function isTimestamp(cx: Comparison, signature: PdfDict): Promise<boolean> {
  return nameOf(await cx.after.resolve(signature.get('SubFilter'))) === 'ETSI.RFC3161';
}

/** Its /Contents stand in this revision's bytes, and its /ByteRange leaves them out and covers the rest. */
async function isOwnSignature(
  cx: Comparison,
  value: PdfObject | undefined,
  signature: PdfObject,
): Promise<boolean> {
  if (!(signature instanceof PdfDict)) return false;
  if (value instanceof PdfRef && (await cx.existed(keyOf(value)))) return false;
  const contents = signature.get('Contents');
  const range = await cx.after.resolve(signature.get('ByteRange'));
  if (!(contents instanceof PdfString) || contents.span === null || !isArray(range)) return false;
  const [from, first, second, rest] = range.map(integerOf);
  if (from !== 0 || first === undefined || second === undefined || rest === undefined) return false;
  const end = second + rest;
  const { size } = cx.after.file;
  return (
    range.length === 4 &&
    contents.span.start >= cx.start &&
    contents.span.start === first &&
    contents.span.end === second &&
    end <= size &&
    // The last end of line may be left to the next revision.
    size - end <= 2
  );
}

/** Flags of an annotation (12.5.3). */
const HIDDEN = 2;
const PRINT = 4;
const NO_VIEW = 32;
const TOGGLE_NO_VIEW = 256;

/** On the screen, on paper, or under the pointer. */
function isVisible(flags: number): boolean {
  if ((flags & HIDDEN) !== 0) return false;
  return (flags & NO_VIEW) === 0 || (flags & (PRINT | TOGGLE_NO_VIEW)) !== 0;
}

/** Whether the widget, or one of the field's widgets, shows anything on a page. */
async function isSeen(
  cx: Comparison,
  dict: PdfDict,
  depth = 0,
  seen = new Set<Key>(),
): Promise<boolean> {
  for (const kid of (await cx.after.resolveArray(dict.get('Kids'))) ?? []) {
    if (depth >= MAX_DEPTH || (kid instanceof PdfRef && seen.has(keyOf(kid)))) continue;
    if (kid instanceof PdfRef) seen.add(keyOf(kid));
    const widget = await cx.after.resolveDict(kid);
    if (widget !== undefined && (await isSeen(cx, widget, depth + 1, seen))) return true;
  }
  const flags = integerOf(await cx.after.resolve(dict.get('F'))) ?? 0;
  if (!isVisible(flags)) return false;
  if (!(await paints(cx.after, dict.get('AP'), 0)) && !(await hasBackground(cx, dict)))
    return false;
  const rect = await corners(cx.after, dict.get('Rect'));
  // A rectangle that is none may be drawn in any way.
  if (rect === null) return dict.get('Rect') !== undefined;
  const [x0, y0, x1, y1] = rect;
  return x0 !== x1 && y0 !== y1;
}

/** Whether the widget's rectangle is none: nobody knows where it is shown. */
async function isAnywhere(cx: Comparison, dict: PdfDict): Promise<boolean> {
  const rect = await cx.after.resolve(dict.get('Rect'));
  if (rect === null) return false;
  return !isArray(rect) || rect.length !== 4 || (await corners(cx.after, rect)) === null;
}

/** Whether any stream of an appearance holds more than white space. */
async function paints(
  reader: PdfReader,
  look: PdfObject | undefined,
  depth: number,
): Promise<boolean> {
  const value = await reader.resolve(look);
  if (value === null) return false;
  if (value instanceof PdfStream) {
    if (isElsewhere(value.dict)) return true;
    try {
      return /\S/.test(latin1(await reader.decodedData(value)));
    } catch (error) {
      if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
      return true;
    }
  }
  if (!(value instanceof PdfDict) || depth > 2) return true;
  for (const entry of value.entries.values()) {
    if (await paints(reader, entry, depth + 1)) return true;
  }
  return false;
}

/** Viewers paint a field's background, picture and border without any appearance (table 192). */
async function hasBackground(cx: Comparison, dict: PdfDict): Promise<boolean> {
  const look = await cx.after.resolveDict(dict.get('MK'));
  if (['BG', 'CA', 'I'].some((key) => look?.get(key) !== undefined)) return true;
  return look?.get('BC') !== undefined && (await hasWideBorder(cx.after, dict));
}
