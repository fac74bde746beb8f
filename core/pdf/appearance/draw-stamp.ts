// Draws the visible stamp as a page of its own: what is previewed is what is written.
import { PDFDocument, type PDFPage } from 'pdf-lib';
import { STANDARD_STAMP } from '../../domain/standard-stamp.ts';
import {
  type LoadedStampDesign,
  showsSpecimen,
  type StampDesign,
  type StampElement,
  type TextElement,
} from '../../domain/stamp-design.ts';
import { colourOf } from './colour.ts';
import { drawQr } from './draw-qr.ts';
import { fitIn, placeIn, type Room } from './room.ts';
import type { StampContent } from './stamp-content.ts';
import { fieldValues, type FieldValues, fillFirst } from './stamp-fields.ts';
import { StampError } from './stamp-error.ts';
import { embedImage } from './stamp-image.ts';
import { KeptStamps } from './kept-stamps.ts';
import { LEADING, layOut, stampLines } from './stamp-text.ts';
import { TypeSetter } from './type-setter.ts';

type Size = Pick<Room, 'width' | 'height'>;

const kept = new KeptStamps();

/**
 * A PDF of one page of `size` points that holds only the stamp, fonts embedded and subset.
 * @throws {StampError} STAMP_TEXT_UNSUPPORTED (a character the fonts do not have), STAMP_TOO_SMALL,
 *   STAMP_IMAGE_INVALID, STAMP_SPECIMEN_MISSING
 */
export async function drawStamp(content: StampContent, size: Size): Promise<Uint8Array> {
  const loaded = content.design ?? STANDARD_STAMP;
  const values = fieldValues(content);
  return kept.get({ loaded, values, size, content }, () => draw(loaded, values, size, content));
}

async function draw(
  loaded: LoadedStampDesign,
  values: FieldValues,
  size: Size,
  { fonts, specimen, opaque }: StampContent,
): Promise<Uint8Array> {
  const { design, images } = loaded;
  // Left out, its room would stand empty in a document that cannot be mended any more.
  if (specimen === undefined && showsSpecimen(design)) {
    throw new StampError('STAMP_SPECIMEN_MISSING');
  }
  const setter = new TypeSetter(fonts);
  refuseUnknown(design.elements, values, setter);
  const document = await PDFDocument.create();
  const page = document.addPage([size.width, size.height]);
  drawGround(page, design, opaque === true);
  const drawer = {
    document,
    page,
    values,
    setter,
    pen: setter.on(document, page, JSON.stringify(values)),
  };
  let room: Room = { x: 0, y: 0, ...size };
  for (const element of design.elements) {
    const source = element.kind === 'image' ? element.source : '';
    const image = source === 'specimen' ? specimen : images.get(source);
    room = await drawElement(drawer, element, room, image ?? null);
  }
  return document.save({ useObjectStreams: false });
}

interface Drawer {
  readonly document: PDFDocument;
  readonly page: PDFPage;
  readonly values: FieldValues;
  readonly setter: TypeSetter;
  readonly pen: ReturnType<TypeSetter['on']>;
}

/** Before anything is drawn, and for text that would not fit too. */
function refuseUnknown(
  elements: readonly StampElement[],
  values: FieldValues,
  setter: TypeSetter,
): void {
  for (const element of elements) {
    if (element.kind !== 'text') continue;
    for (const { text, style } of stampLines(element, values)) setter.refuseUnknown(text, style);
  }
}

function drawGround(page: PDFPage, design: StampDesign, opaque: boolean): void {
  const { border } = design;
  const background = design.background ?? (opaque ? '#ffffff' : null);
  const { width, height } = page.getSize();
  const inset = border === null ? 0 : 0.5;
  if (border === null && background === null) return;
  page.drawRectangle({
    ...{ x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset },
    ...(border === null ? {} : { borderColor: colourOf(border.colour), borderWidth: border.width }),
    ...(background === null ? {} : { color: colourOf(background) }),
  });
}

/** Returns the room it leaves. What there is nothing of takes none. */
async function drawElement(
  drawer: Drawer,
  element: StampElement,
  room: Room,
  image: Uint8Array | null,
): Promise<Room> {
  const { document, page, values } = drawer;
  switch (element.kind) {
    case 'text': {
      const { own, rest } = placeIn(room, element.place);
      await drawLines(drawer, element, own);
      return rest;
    }
    case 'qr': {
      const contents = fillFirst(element.contents, values);
      if (contents === null) return room;
      const { own, rest } = placeIn(room, element.place, element.margin);
      drawQr(page, contents, own, element);
      return rest;
    }
    case 'image': {
      if (image === null) return room;
      const { own, rest } = placeIn(room, element.place);
      const embedded = await embedImage(document, image);
      page.drawImage(embedded, fitIn(own, element.margin, embedded.width, embedded.height));
      return rest;
    }
    case 'vector': {
      const { own, rest } = placeIn(room, element.place);
      const [width, height] = element.size;
      const place = fitIn(own, element.margin, width, height);
      const scale = place.width / width;
      for (const { d, colour } of element.paths) {
        const at = { x: place.x, y: place.y + place.height };
        page.drawSvgPath(d, { ...at, scale, color: colourOf(colour) });
      }
      return rest;
    }
  }
}

async function drawLines(drawer: Drawer, element: TextElement, room: Room): Promise<void> {
  const { setter, pen, values } = drawer;
  const { padding, align, valign, largest } = element;
  const lines = stampLines(element, values);
  const layout = layOut(lines, (text, style) => setter.width(text, style), {
    ...{ largest, width: room.width - 2 * padding, height: room.height - 2 * padding },
  });
  const above = { top: room.height - padding, middle: (room.height + layout.height) / 2 };
  let y = room.y + { ...above, bottom: layout.height + padding }[valign];
  for (const { text, style } of layout.lines) {
    const size = layout.size * style.scale;
    y -= size * LEADING;
    const slack = room.width - 2 * padding - setter.width(text, style) * size;
    const x = room.x + padding + slack * { left: 0, center: 0.5, right: 1 }[align];
    // The baseline stands a little above the line's lower edge.
    await pen.draw(text, style, { x, y: y + size * (LEADING - 1), size });
  }
}
