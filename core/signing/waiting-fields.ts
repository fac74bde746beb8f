// The signature fields that wait for somebody (ISO 32000-2 12.7.5.5), with their places as a stamp's is given.
import { formFields } from '../pdf/form-fields.ts';
import { widgetOf, widgetRectangle } from '../pdf/increment/signature-field.ts';
import { PdfRef } from '../pdf/objects.ts';
import { pageByReference } from '../pdf/page-by-reference.ts';
import { fromUserSpace, pageGeometry } from '../pdf/page-geometry.ts';
import { PageNumbers } from '../pdf/page-numbers.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import type { PdfReader } from '../pdf/reader.ts';
import type { StampPlacement } from './request.ts';
import { whoseTurn } from './workflow/turns.ts';

export interface WaitingField {
  /** Fully qualified. */
  readonly name: string;
  /** Null: nowhere to be seen, or on no page that can be told. */
  readonly place: (StampPlacement & { readonly page: number }) | null;
  /** The document has an order of signing, and it is this field's turn. */
  readonly turn: boolean;
}

/** In the order of the form. @throws {PdfError} PDF_FORM_BROKEN, PDF_LIMIT_EXCEEDED */
export async function waitingFields(reader: PdfReader): Promise<WaitingField[]> {
  const pages = new PageNumbers(reader);
  const { turn } = await whoseTurn(reader);
  const waiting: WaitingField[] = [];
  for (const { name, ref, dict, value } of await formFields(reader, 'Sig')) {
    if (ref === null || (await reader.resolveDict(value)) !== undefined) continue;
    const widget = await widgetOf(reader, { ref, dict });
    waiting.push({
      ...{ name, place: await placeOf(reader, widget.dict, pages) },
      turn: turn.some(({ field }) => field === name),
    });
  }
  return waiting;
}

async function placeOf(
  reader: PdfReader,
  widget: Parameters<typeof widgetRectangle>[1],
  pages: PageNumbers,
): Promise<WaitingField['place']> {
  const ref = widget.get('P');
  const rect = await widgetRectangle(reader, widget);
  if (rect === null || !(ref instanceof PdfRef)) return null;
  try {
    const page = await pages.of(ref);
    if (page === null) return null;
    const geometry = await pageGeometry(reader, await pageByReference(reader, ref));
    return { page, rect: fromUserSpace(rect, geometry) };
  } catch (thrown) {
    // A field whose page cannot be read is still a field.
    if (!(thrown instanceof PdfError) || thrown.code === 'PDF_LIMIT_EXCEEDED') throw thrown;
    return null;
  }
}
