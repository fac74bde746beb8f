// The place of a stamp on a tag in the text of a page.
import { formFields } from '../pdf/form-fields.ts';
import { widgetOf, widgetRectangle } from '../pdf/increment/signature-field.ts';
import { PdfRef } from '../pdf/objects.ts';
import { type PageGeometry, type Rectangle, toUserSpace } from '../pdf/page-geometry.ts';
import type { Page } from '../pdf/pages.ts';
import type { PdfReader } from '../pdf/reader.ts';
import { findTags, type FoundTag } from '../pdf/text/find-tags.ts';
import { TagError } from '../pdf/text/tag-error.ts';
import type { TagPlacement } from './request.ts';

export interface TagPlace {
  readonly page: Page;
  readonly geometry: PageGeometry;
  /** In the page's user space. */
  readonly rect: Rectangle;
}

/**
 * @throws {TagError} TAG_NOT_FOUND, TAG_AMBIGUOUS, TAG_INVALID
 * @throws {PdfError} PDF_RECT_INVALID, PDF_RECT_OUTSIDE_PAGE (larger than the page)
 */
export async function placeByTag(reader: PdfReader, placement: TagPlacement): Promise<TagPlace> {
  const tags = await findTags(reader, placement.tag);
  const tag = await choose(reader, tags, placement);
  return {
    page: tag.page,
    geometry: tag.geometry,
    rect: toUserSpace(placeOn(tag, placement), tag.geometry),
  };
}

async function choose(
  reader: PdfReader,
  tags: readonly FoundTag[],
  { tag, occurrence }: TagPlacement,
): Promise<FoundTag> {
  if (occurrence === undefined && tags.length > 1) {
    throw new TagError('TAG_AMBIGUOUS', { tag, found: tags.length });
  }
  const chosen =
    occurrence === 'all-in-order'
      ? (await withoutSignature(reader, tags))[0]
      : tags[(occurrence ?? 1) - 1];
  if (chosen === undefined) throw new TagError('TAG_NOT_FOUND', { tag, found: tags.length });
  return chosen;
}

/** A tag is taken once the widget of a signed field stands over its middle. */
async function withoutSignature(
  reader: PdfReader,
  tags: readonly FoundTag[],
): Promise<readonly FoundTag[]> {
  if (tags.length === 0) return tags;
  const signed: { page: number; rect: Rectangle }[] = [];
  for (const field of await formFields(reader, 'Sig')) {
    if (field.ref === null || (await reader.resolveDict(field.value)) === undefined) continue;
    const { dict } = await widgetOf(reader, { ref: field.ref, dict: field.dict });
    const rect = await widgetRectangle(reader, dict);
    const page = dict.get('P');
    if (rect !== null && page instanceof PdfRef) signed.push({ page: page.num, rect });
  }
  return tags.filter(
    ({ page, box }) =>
      !signed.some(
        ({ page: number, rect }) =>
          number === page.ref.num &&
          within(rect.x, box.x + box.width / 2, rect.width) &&
          within(rect.y, box.y + box.height / 2, rect.height),
      ),
  );
}

function within(from: number, at: number, length: number): boolean {
  return at >= from && at <= from + length;
}

/** In points from the lower left of the unrotated visible page, upright as the page is shown. */
function placeOn({ box, geometry }: FoundTag, { width, height, anchor }: TagPlacement): Rectangle {
  const { visible, rotate, userUnit } = geometry;
  const tag = {
    x: (box.x - visible.x) * userUnit,
    y: (box.y - visible.y) * userUnit,
    width: box.width * userUnit,
    height: box.height * userUnit,
  };
  const [across, up] = rotate % 180 === 0 ? [width, height] : [height, width];
  const middle = anchor === 'center';
  // The lower left corner as shown is another corner of the unrotated page.
  const atRight = !middle && (rotate === 90 || rotate === 180);
  const atTop = !middle && (rotate === 180 || rotate === 270);
  const x = middle
    ? tag.x + (tag.width - across) / 2
    : atRight
      ? tag.x + tag.width - across
      : tag.x;
  const y = middle ? tag.y + (tag.height - up) / 2 : atTop ? tag.y + tag.height - up : tag.y;
  return {
    x: clamp(x, visible.width * userUnit - across),
    y: clamp(y, visible.height * userUnit - up),
    width: across,
    height: up,
  };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
