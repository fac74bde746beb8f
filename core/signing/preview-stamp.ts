// The stamp as signing will draw it, and where: at the place asked for, in a field, or on a tag.
import { drawStamp } from '../pdf/appearance/draw-stamp.ts';
import { planField } from '../pdf/increment/field-plan.ts';
import { fromUserSpace, pageGeometry } from '../pdf/page-geometry.ts';
import { PageNumbers } from '../pdf/page-numbers.ts';
import { PdfReader } from '../pdf/reader.ts';
import { type PlannedStamp, planStamp } from './plan-stamp.ts';
import type { SigningRequest, Stamp, StampPlacement } from './request.ts';

export interface StampPreview {
  /** A PDF of one page, as large as the stamp is shown and to be read upright. */
  readonly pdf: Uint8Array;
  /** Null: on a page whose number cannot be told. */
  readonly place: (StampPlacement & { readonly page: number }) | null;
}

/**
 * @param field an empty field to fill; null: a new one
 * @throws {PenaError} PDF_*, STAMP_*, TAG_*
 */
export async function previewStamp(
  { source, password }: Pick<SigningRequest, 'source' | 'password'>,
  stamp: Stamp,
  field: string | null = null,
): Promise<StampPreview> {
  const reader = await PdfReader.open(source, { password });
  const plan = field === null ? null : await planField(reader, field);
  const planned = await planStamp(reader, source, stamp, plan);
  return {
    pdf: await drawStamp(planned.content, planned.size),
    place: await placeOf(reader, stamp, planned),
  };
}

async function placeOf(
  reader: PdfReader,
  stamp: Stamp,
  { page, rect }: PlannedStamp,
): Promise<StampPreview['place']> {
  // A field's own place comes with none of its own, 'last' and tags with no number.
  const asked =
    'rect' in stamp && stamp.page !== 'last' && stamp.rect.width > 0 ? stamp.page : null;
  const number = asked ?? (await new PageNumbers(reader).of(page.ref));
  if (number === null) return null;
  return { page: number, rect: fromUserSpace(rect, await pageGeometry(reader, page)) };
}
