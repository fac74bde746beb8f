// Finds a tag ("#", "${ttd1}") in the text of a document's pages, in reading order.
import { allPages } from '../all-pages.ts';
import { pageGeometry, type PageGeometry, type Rectangle } from '../page-geometry.ts';
import type { Page } from '../pages.ts';
import type { PdfReader } from '../reader.ts';
import { TextLook } from './page-text.ts';
import { boxAround, type PlacedGlyph } from './placed-glyph.ts';
import { runsOf } from './runs.ts';
import { TagError } from './tag-error.ts';

export interface FoundTag {
  readonly page: Page;
  /** From 1. */
  readonly number: number;
  readonly geometry: PageGeometry;
  /** Around the tag, in the page's user space. */
  readonly box: Rectangle;
  /** Of its letters, in user space. */
  readonly size: number;
}

/** More are not listed: such a character is no tag. */
const MAX_FOUND = 1000;

/**
 * Every place of the tag within the visible part of a page: by page, then from top to bottom and left to
 * right as the page is shown. A tag's characters stand side by side on one line, however the file cuts
 * them up.
 * @throws {PdfError} PDF_*
 * @throws {TagError} TAG_INVALID
 */
export async function findTags(reader: PdfReader, tag: string): Promise<FoundTag[]> {
  if (!/^\S{1,16}$/u.test(tag)) throw new TagError('TAG_INVALID');
  const look = new TextLook(reader);
  const found: FoundTag[] = [];
  let number = 0;
  for await (const page of allPages(reader)) {
    number += 1;
    const boxes = boxesOf(await look.glyphsOf(page), tag);
    if (boxes.length === 0) continue;
    const geometry = await pageGeometry(reader, page);
    const seen = boxes.filter(({ box }) => centreWithin(box, geometry.visible));
    for (const { box, size } of inReadingOrder(seen, geometry)) {
      found.push({ page, number, geometry, box, size });
    }
    if (found.length >= MAX_FOUND) break;
  }
  return found;
}

interface TagBox {
  readonly box: Rectangle;
  readonly size: number;
}

function boxesOf(glyphs: readonly PlacedGlyph[], tag: string): TagBox[] {
  const boxes: TagBox[] = [];
  for (const line of runsOf(glyphs)) {
    // Glyph by character of the line's text: one glyph may stand for several.
    const owners = line.flatMap((glyph) => Array.from({ length: glyph.text.length }, () => glyph));
    const text = line.map((glyph) => glyph.text).join('');
    for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + tag.length)) {
      const own = owners.slice(at, at + tag.length);
      boxes.push({ box: boxAround(own), size: own[0]?.size ?? 0 });
    }
  }
  return boxes;
}

function centreWithin(box: Rectangle, outer: Rectangle): boolean {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return x >= outer.x && x <= outer.x + outer.width && y >= outer.y && y <= outer.y + outer.height;
}

/** Tags whose middles are nearer than half a letter's height stand on one line. */
function inReadingOrder(boxes: readonly TagBox[], { rotate }: PageGeometry): TagBox[] {
  const placed = boxes.map((tag) => {
    const [x, y] = [tag.box.x + tag.box.width / 2, tag.box.y + tag.box.height / 2];
    // Down and to the right, as shown.
    const [across, down] = ({ 0: [x, -y], 90: [y, x], 180: [-x, y], 270: [-y, -x] } as const)[
      rotate
    ];
    return { tag, across, down };
  });
  placed.sort((a, b) => a.down - b.down);
  const lines: (typeof placed)[] = [];
  for (const item of placed) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line !== undefined && first !== undefined && item.down - first.down < first.tag.size / 2) {
      line.push(item);
    } else lines.push([item]);
  }
  return lines.flatMap((line) => line.sort((a, b) => a.across - b.across).map(({ tag }) => tag));
}
