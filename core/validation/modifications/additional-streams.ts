// The documents that LibreOffice puts into a PDF ("hybrid" files) and opens instead of its pages: the trailer names them by
// an entry that ISO 32000 does not have. PDFBox keeps that entry and writes its references anew, to numbers that are not used.
import { isArray, type PdfDict, type PdfObject, PdfRef, PdfStream } from '../../pdf/objects.ts';
import { sameValue } from '../../pdf/equality.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { Comparison } from './comparison.ts';
import { keyOf, readOrNull } from './role-graph.ts';

const KEY = 'AdditionalStreams';

/** The trailer without an entry that leads to no document: what has or gets that number plays no part by it. */
export async function trailerToFollow(reader: PdfReader): Promise<PdfDict> {
  const { trailer } = reader;
  const named = trailer.get(KEY);
  if (named === undefined || (await leadsToDocument(reader, named))) return trailer;
  return trailer.with({ [KEY]: null });
}

/** Another document, or one where there was none, is what LibreOffice would show from now on. */
export async function judgeAdditionalStreams(cx: Comparison): Promise<void> {
  const [old, now] = [cx.before.trailer.get(KEY), cx.after.trailer.get(KEY)];
  if (now === undefined || !(await leadsToDocument(cx.after, now))) return;
  const changed = referencesIn(now).some((ref) => cx.changed.has(keyOf(ref)));
  if (changed || !sameValue(old, now)) cx.forbidden('DOCUMENT_CHANGED', { part: KEY });
}

async function leadsToDocument(reader: PdfReader, named: PdfObject): Promise<boolean> {
  for (const ref of referencesIn(named)) {
    const value = await readOrNull(reader, keyOf(ref));
    if (value === undefined || value instanceof PdfStream || value instanceof PdfRef) return true;
  }
  // What is not a list is not understood, and stays as it is.
  return !isArray(named);
}

function referencesIn(named: PdfObject): readonly PdfRef[] {
  const items: readonly PdfObject[] = isArray(named) ? named : [named];
  return items.filter((item) => item instanceof PdfRef);
}
