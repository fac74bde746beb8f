// The document's catalog and its form (ISO 32000-2 7.7.2, 12.7.3) as a later revision left them.
import type { ForbiddenChange } from '../../domain/change-code.ts';
import {
  integerOf,
  PdfDict,
  PdfName,
  type PdfObject,
  PdfRef,
  PdfStream,
} from '../../pdf/objects.ts';
import { formFields } from '../../pdf/form-fields.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { type Comparison, inherited } from './comparison.ts';
import { changedKeys, sameValue } from '../../pdf/equality.ts';
import { judgeFieldList } from './judge-field.ts';
import { judgeResources } from './form-resources.ts';
import { keyOf } from './role-graph.ts';
import { namesNewLooksAlone } from './named-looks.ts';
import { judgeStructureRoot } from './judge-structure-tree.ts';

const CATALOG_ENTRIES: Readonly<Record<string, ForbiddenChange>> = {
  Pages: 'PAGES_CHANGED',
  Perms: 'PERMISSIONS_CHANGED',
  OCProperties: 'LAYERS_CHANGED',
  OpenAction: 'ACTIONS_CHANGED',
  AA: 'ACTIONS_CHANGED',
  URI: 'ACTIONS_CHANGED',
  Names: 'NAMES_CHANGED',
  Dests: 'NAVIGATION_CHANGED',
  Outlines: 'NAVIGATION_CHANGED',
  Threads: 'NAVIGATION_CHANGED',
  PageLabels: 'NAVIGATION_CHANGED',
};

/**
 * The trailer names the catalog. One that was there before, unused, is another document (the shadow attack by hiding
 * and replacing); e-Szigno writes the same one anew under another number.
 */
export async function judgeRoot(
  cx: Comparison,
  before: PdfObject | undefined,
  after: PdfObject | undefined,
): Promise<void> {
  if (sameValue(before, after)) return;
  if (!(after instanceof PdfRef) || (await cx.existed(keyOf(after)))) {
    cx.forbidden('CATALOG_REPLACED');
    return;
  }
  await judgeCatalog(cx, await cx.before.resolve(before), await cx.after.resolve(after));
}

export async function judgeCatalog(
  cx: Comparison,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  if (!(before instanceof PdfDict) || !(after instanceof PdfDict)) {
    cx.forbidden('CATALOG_REPLACED');
    return;
  }
  for (const key of changedKeys(before, after)) {
    const [a, b] = [before.get(key), after.get(key)];
    if (await cx.same(a, b)) continue;
    const [old, now] = [await cx.before.resolve(a), await cx.after.resolve(b)];
    if (key === 'AcroForm') await judgeForm(cx, old, now);
    else if (key === 'DSS') judgeValidationData(cx, now);
    else if (key === 'Metadata') judgeMetadata(cx, now);
    else if (key === 'StructTreeRoot') await judgeStructureRoot(cx, old, now);
    else if (key === 'Names' && (await namesNewLooksAlone(cx, old, now))) continue;
    else if (key === 'Version' ? now instanceof PdfName : key === 'Extensions') {
      cx.found('EXTENSIONS_CHANGED', 'LTA_UPDATES');
    } else {
      const code = CATALOG_ENTRIES[key];
      if (code === undefined) cx.forbidden('DOCUMENT_CHANGED', { part: key.slice(0, 40) });
      else cx.forbidden(code);
    }
  }
}

/** ISO 32000-2 12.8.4.3, ETSI EN 319 142-1 5.4: nothing of it is shown. */
export function judgeValidationData(cx: Comparison, after: PdfObject): void {
  if (after === null) cx.forbidden('DOCUMENT_CHANGED', { part: 'DSS' });
  else cx.found('VALIDATION_DATA_ADDED', 'LTA_UPDATES');
}

export function judgeMetadata(cx: Comparison, after: PdfObject): void {
  if (after === null || after instanceof PdfStream) cx.found('METADATA_CHANGED', 'LTA_UPDATES');
  else cx.forbidden('DOCUMENT_CHANGED', { part: 'Metadata' });
}

export async function judgeForm(
  cx: Comparison,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  if (!(after instanceof PdfDict) || !(before instanceof PdfDict || before === null)) {
    cx.forbidden('FORM_CHANGED');
    return;
  }
  const old = before ?? new PdfDict([]);
  for (const key of changedKeys(old, after)) {
    const [a, b] = [old.get(key), after.get(key)];
    if (await cx.same(a, b)) continue;
    const [was, now] = [await cx.before.resolve(a), await cx.after.resolve(b)];
    if (key === 'Fields') await judgeFieldList(cx, was, now);
    else if (key === 'DR') {
      await judgeResources(cx, was, now);
      await judgeNewFonts(cx, old, was, now);
    } else if (key === 'SigFlags') judgeSigFlags(cx, was, now);
    else if (key === 'NeedAppearances') judgeDrawing(cx, now);
    else if ((key === 'DA' || key === 'Q') && was === null) await judgeDefaultLook(cx, key);
    else cx.forbidden('FORM_CHANGED', { part: key.slice(0, 40) });
  }
}

/** Where viewers draw the fields, a font of a name that was missing changes what they draw. */
async function judgeNewFonts(
  cx: Comparison,
  form: PdfDict,
  before: PdfObject,
  after: PdfObject,
): Promise<void> {
  if ((await cx.before.resolve(form.get('NeedAppearances'))) !== true) return;
  const fonts = async (reader: PdfReader, resources: PdfObject): Promise<PdfDict | undefined> =>
    reader.resolveDict(resources instanceof PdfDict ? resources.get('Font') : undefined);
  const [old, now] = [await fonts(cx.before, before), await fonts(cx.after, after)];
  for (const name of now?.entries.keys() ?? []) {
    if (old?.get(name) === undefined) cx.found('FIELDS_DRAWN_ANEW', 'FORM_FILLING');
  }
}

/** Fields that say nothing of it themselves are drawn by it from now on (12.7.4.3, table 224). */
async function judgeDefaultLook(cx: Comparison, key: 'DA' | 'Q'): Promise<void> {
  cx.found('FORM_EXTENDED', 'LTA_UPDATES');
  for (const { dict, type } of await formFields(cx.before)) {
    if (type !== 'Tx' && type !== 'Ch') continue;
    if ((await inherited(cx.before, dict, key)) !== undefined) continue;
    cx.found('FIELDS_DRAWN_ANEW', 'FORM_FILLING');
    return;
  }
}

/** Bits may be set: signatures exist, only append (12.7.3, table 225). */
function judgeSigFlags(cx: Comparison, before: PdfObject, after: PdfObject): void {
  const [was, now] = [integerOf(before) ?? 0, integerOf(after)];
  if (now === undefined || (was & ~now) !== 0) cx.forbidden('FORM_CHANGED', { part: 'SigFlags' });
}

/** Viewers then draw every field from its value, which need not be what was seen when signing. */
function judgeDrawing(cx: Comparison, after: PdfObject): void {
  if (after === true) cx.found('FIELDS_DRAWN_ANEW', 'FORM_FILLING');
}
