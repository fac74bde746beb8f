// Where the stamp goes: the place asked for, a free one, that of the empty field it fills, or a tag in the text.
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
import type { ByteSource } from '../ports/byte-source.ts';
import { knowingDocument } from './document-identity.ts';
import { placeByTag } from './place-by-tag.ts';
import { placeFreely } from './place-freely.ts';
import type { DrawnPlaces, Stamp } from './request.ts';

export interface PlannedStamp {
  readonly content: StampContent;
  readonly page: Page;
  /** In the page's user space. */
  readonly rect: Rectangle;
  readonly rotate: PageGeometry['rotate'];
  /** As it is shown, in points: turned with the page. */
  readonly size: { readonly width: number; readonly height: number };
}

/**
 * @param field null: not chosen yet
 * @throws {PenaError} PDF_PAGE_NOT_FOUND, PDF_PAGE_TREE_BROKEN, PDF_RECT_*, TAG_*
 */
export async function planStamp(
  reader: PdfReader,
  source: ByteSource,
  stamp: Stamp,
  field: FieldPlan | null,
  drawnPlaces?: DrawnPlaces,
): Promise<PlannedStamp> {
  const { page, rect, geometry } = await placeOf(reader, stamp, field, drawnPlaces);
  const byTag = 'tag' in stamp;
  const content = await knowingDocument(reader, source, stamp.content);
  return {
    // The tag must not show through.
    content: byTag ? { ...content, opaque: true } : content,
    page,
    rect,
    rotate: geometry.rotate,
    size: shown(rect, geometry),
  };
}

interface Place {
  readonly page: Page;
  readonly geometry: PageGeometry;
  readonly rect: Rectangle;
}

async function placeOf(
  reader: PdfReader,
  stamp: Stamp,
  field: FieldPlan | null,
  drawnPlaces?: DrawnPlaces,
): Promise<Place> {
  const own = field?.kind === 'existing' ? await placeOfField(reader, field) : null;
  if (own !== null) return { ...own, geometry: await pageGeometry(reader, own.page) };
  if ('tag' in stamp) return placeByTag(reader, stamp);
  if ('size' in stamp) return placeFreely(reader, stamp, drawnPlaces);
  const page = await findPage(reader, stamp.page);
  const geometry = await pageGeometry(reader, page);
  return { page, geometry, rect: toUserSpace(stamp.rect, geometry) };
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
