// The trailer (ISO 32000-2 7.5.5) as a later revision left it.
import { isArray, PdfDict, type PdfObject } from '../../pdf/objects.ts';
import { sameValue } from '../../pdf/equality.ts';
import { judgeAdditionalStreams } from './additional-streams.ts';
import type { Comparison } from './comparison.ts';
import { judgeRoot } from './judge-catalog.ts';

export async function judgeTrailer(cx: Comparison): Promise<void> {
  const [old, now] = [cx.before.trailer, cx.after.trailer];
  await judgeRoot(cx, old.get('Root'), now.get('Root'));
  await judgeAdditionalStreams(cx);
  if (!sameValue(old.get('Encrypt'), now.get('Encrypt'))) {
    cx.forbidden('DOCUMENT_CHANGED', { part: 'Encrypt' });
  }
  // Another first identifier gives another key (7.6.4.3.3): what was legible is not, or reads otherwise.
  if (now.get('Encrypt') !== undefined && !sameValue(firstId(old), firstId(now))) {
    cx.forbidden('DOCUMENT_CHANGED', { part: 'ID' });
  }
  const [before, after] = [old.get('Info'), now.get('Info')];
  if (sameValue(before, after)) return;
  const value = await cx.after.resolve(after);
  if (value === null || value instanceof PdfDict) cx.found('METADATA_CHANGED', 'LTA_UPDATES');
  else cx.forbidden('DOCUMENT_CHANGED', { part: 'Info' });
}

function firstId(trailer: PdfDict): PdfObject | undefined {
  const id = trailer.get('ID');
  return isArray(id) ? id[0] : undefined;
}
