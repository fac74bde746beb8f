// Where the stamp goes: the place asked for, or that of the empty field it fills.
import type { StampContent } from '../pdf/appearance/stamp-content.ts';
import type { FieldPlan } from '../pdf/increment/field-plan.ts';
import { widgetOf, widgetRectangle } from '../pdf/increment/signature-field.ts';
import { PdfRef } from '../pdf/objects.ts';
import { pageByReference } from '../pdf/page-by-reference.ts';
import {
  pageGeometry,
  type PageGeometry,
  type Rectangle,
  toUserSpace,
} from '../pdf/page-geometry.ts';
import { findPage, type Page } from '../pdf/pages.ts';
import type { PdfReader } from '../pdf/reader.ts';
import type { Stamp } from './request.ts';

export interface PlannedStamp {
  readonly content: StampContent;
  readonly page: Page;
  /** In the page's user space. */
  readonly rect: Rectangle;
  readonly rotate: PageGeometry['rotate'];
  /** As it is shown, in points: turned with the page. */
  readonly size: { readonly width: number; readonly height: number };
}

/** @throws {PdfError} PDF_PAGE_NOT_FOUND, PDF_PAGE_TREE_BROKEN, PDF_RECT_* */
export async function planStamp(
  reader: PdfReader,
  stamp: Stamp | null,
  field: FieldPlan,
): Promise<PlannedStamp | null> {
  if (stamp === null) return null;
  const own = field.kind === 'existing' ? await placeOfField(reader, field) : null;
  const page = own?.page ?? (await findPage(reader, stamp.page));
  const geometry = await pageGeometry(reader, page);
  const rect = own?.rect ?? toUserSpace(stamp.rect, geometry);
  return {
    content: stamp.content,
    page,
    rect,
    rotate: geometry.rotate,
    size: shown(rect, geometry),
  };
}

async function placeOfField(
  reader: PdfReader,
  { field }: Extract<FieldPlan, { kind: 'existing' }>,
): Promise<{ page: Page; rect: Rectangle } | null> {
  const { dict } = await widgetOf(reader, field);
  const rect = await widgetRectangle(reader, dict);
  const page = dict.get('P');
  if (rect === null || !(page instanceof PdfRef)) return null;
  return { page: await pageByReference(reader, page), rect };
}

/** The size in points at which a viewer shows a rectangle of user space. */
function shown(
  { width, height }: Rectangle,
  { rotate, userUnit }: PageGeometry,
): { width: number; height: number } {
  const [across, up] = rotate % 180 === 0 ? [width, height] : [height, width];
  return { width: across * userUnit, height: up * userUnit };
}
