// Between the numbers of a stamp and what is seen of a page (ISO 32000-2, 7.7.3.3 CropBox, Rotate).
//
// "Page" numbers are points from the lower left corner of the unrotated visible page, y upwards.
// "Display" numbers are points from the upper left corner of the page as it is shown, y downwards.

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

export const ROTATIONS = [0, 90, 180, 270] as const;
export type Rotation = (typeof ROTATIONS)[number];

export interface PageGeometry {
  /** Size of the visible page before it is turned. */
  readonly page: Size;
  /** Clockwise. */
  readonly rotation: Rotation;
}

/**
 * Geometry of a page from what pdf.js says of it.
 * `view` is the crop box within the media box, in default user space; `userUnit` is how many points
 * one of its units is (ISO 32000-2, table 31).
 */
export function pageGeometry(view: readonly number[], rotate: number, userUnit = 1): PageGeometry {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = view;
  const turned = (((Math.round(rotate / 90) * 90) % 360) + 360) % 360;
  return {
    page: { width: Math.abs(x1 - x0) * userUnit, height: Math.abs(y1 - y0) * userUnit },
    rotation: ROTATIONS.find((rotation) => rotation === turned) ?? 0,
  };
}

/** Size of the page as it is shown. */
export function displaySize({ page, rotation }: PageGeometry): Size {
  return rotation % 180 === 0 ? page : { width: page.height, height: page.width };
}

/** A rectangle of page numbers as it is shown. */
export function toDisplay(rect: Rectangle, { page, rotation }: PageGeometry): Rectangle {
  const { x, y, width, height } = rect;
  switch (rotation) {
    case 0:
      return { x, y: page.height - y - height, width, height };
    case 90:
      return { x: y, y: x, width: height, height: width };
    case 180:
      return { x: page.width - x - width, y, width, height };
    case 270:
      return {
        x: page.height - y - height,
        y: page.width - x - width,
        width: height,
        height: width,
      };
  }
}

/** The inverse of `toDisplay`. */
export function fromDisplay(shown: Rectangle, { page, rotation }: PageGeometry): Rectangle {
  const { x, y, width, height } = shown;
  switch (rotation) {
    case 0:
      return { x, y: page.height - y - height, width, height };
    case 90:
      return { x: y, y: x, width: height, height: width };
    case 180:
      return { x: page.width - x - width, y, width, height };
    case 270:
      return {
        x: page.width - y - height,
        y: page.height - x - width,
        width: height,
        height: width,
      };
  }
}

/**
 * Whether the rectangle lies wholly on the page; half a point is forgiven, as people measure in
 * whole points on pages of 595.28.
 */
export function isOnPage(rect: Rectangle, { page }: PageGeometry): boolean {
  const slack = 0.5;
  return (
    rect.width > 0 &&
    rect.height > 0 &&
    rect.x >= -slack &&
    rect.y >= -slack &&
    rect.x + rect.width <= page.width + slack &&
    rect.y + rect.height <= page.height + slack
  );
}
