// Moving and resizing the stamp as the eye sees it, whatever way the page is turned.
import {
  displaySize,
  fromDisplay,
  toDisplay,
  type PageGeometry,
  type Rectangle,
  type Rotation,
  type Size,
} from '../../viewer/page-geometry.ts';

/** Points. Smaller stamps cannot be taken hold of. */
export const MINIMUM: Size = { width: 48, height: 24 };
/** Points. Room for name, position, time and a line or two more. */
export const PREFERRED: Size = { width: 220, height: 88 };
const MARGIN = 48;
/** The footer of decrees, with its QR code, ends about 34 mm above the page's edge. */
const FOOTER = 100;

export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type Corner = (typeof CORNERS)[number];

const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

const rounded = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
});

/** Pushes a shown rectangle back onto the page, shrinking it only where it is larger than the page. */
function within(shown: Rectangle, size: Size): Rectangle {
  const width = clamp(shown.width, Math.min(MINIMUM.width, size.width), size.width);
  const height = clamp(shown.height, Math.min(MINIMUM.height, size.height), size.height);
  return {
    x: clamp(shown.x, 0, size.width - width),
    y: clamp(shown.y, 0, size.height - height),
    width,
    height,
  };
}

const floored = (size: Size): Size => ({
  width: Math.floor(size.width),
  height: Math.floor(size.height),
});

/** Keeps a rectangle of page numbers on the page, in whole points. */
export function keepOnPage(rect: Rectangle, geometry: PageGeometry): Rectangle {
  return shownChange(rect, geometry, (shown) => shown);
}

/**
 * Applies a change made in display numbers. Rounding happens in page numbers, so that a stamp at
 * rest on a page of broken size (595.28 points) does not creep.
 */
function shownChange(
  rect: Rectangle,
  geometry: PageGeometry,
  change: (shown: Rectangle, size: Size) => Rectangle,
): Rectangle {
  const size = displaySize(geometry);
  const next = rounded(
    fromDisplay(within(change(toDisplay(rect, geometry), size), size), geometry),
  );
  const page = floored(geometry.page);
  return {
    ...next,
    x: clamp(next.x, 0, page.width - next.width),
    y: clamp(next.y, 0, page.height - next.height),
    width: Math.min(next.width, page.width),
    height: Math.min(next.height, page.height),
  };
}

/** Moves by points as shown: positive `dx` to the right, positive `dy` downwards. */
export function moveBy(rect: Rectangle, geometry: PageGeometry, dx: number, dy: number): Rectangle {
  return shownChange(rect, geometry, (shown) => ({ ...shown, x: shown.x + dx, y: shown.y + dy }));
}

/** Drags one corner as shown; the opposite corner stays where it is. */
export function resizeBy(
  rect: Rectangle,
  geometry: PageGeometry,
  corner: Corner,
  dx: number,
  dy: number,
): Rectangle {
  return shownChange(rect, geometry, (shown, size) => {
    const left = corner.endsWith('left');
    const top = corner.startsWith('top');
    const right = shown.x + shown.width;
    const bottom = shown.y + shown.height;
    const x = left ? clamp(shown.x + dx, 0, right - MINIMUM.width) : shown.x;
    const y = top ? clamp(shown.y + dy, 0, bottom - MINIMUM.height) : shown.y;
    return {
      x,
      y,
      width: left ? right - x : clamp(shown.width + dx, MINIMUM.width, size.width - x),
      height: top ? bottom - y : clamp(shown.height + dy, MINIMUM.height, size.height - y),
    };
  });
}

/** Gives it another size as shown; its middle stays where it is, as far as the page allows. */
export function resizeTo(
  rect: Rectangle,
  geometry: PageGeometry,
  { width, height }: Size,
): Rectangle {
  return shownChange(rect, geometry, (shown) => ({
    x: shown.x + (shown.width - width) / 2,
    y: shown.y + (shown.height - height) / 2,
    width,
    height,
  }));
}

/** Where a stamp starts: the lower right of the page as shown, clear of the footer. */
export function initialRectangle(geometry: PageGeometry): Rectangle {
  const size = displaySize(geometry);
  const width = Math.min(PREFERRED.width, size.width * 0.8);
  const height = Math.min(PREFERRED.height, size.height * 0.5);
  return keepOnPage(
    fromDisplay(
      { x: size.width - width - MARGIN, y: size.height - height - FOOTER, width, height },
      geometry,
    ),
    geometry,
  );
}

/** What a key does to the stamp, in points as shown; null for keys that are not ours. */
export function changeOfKey(key: {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}): { readonly kind: 'move' | 'resize'; readonly dx: number; readonly dy: number } | null {
  const step = key.shiftKey ? 10 : 1;
  const kind = key.altKey ? 'resize' : 'move';
  switch (key.key) {
    case 'ArrowLeft':
      return { kind, dx: -step, dy: 0 };
    case 'ArrowRight':
      return { kind, dx: step, dy: 0 };
    case 'ArrowUp':
      return { kind, dx: 0, dy: -step };
    case 'ArrowDown':
      return { kind, dx: 0, dy: step };
    default:
      return null;
  }
}

/**
 * Degrees to turn the preview's page by. A stamp drawn to be read upright has the shape that is
 * shown; one drawn along the page's own axes has the shape of `rect` and turns with the page.
 */
export function pictureTurn(picture: Size, rect: Size, rotation: Rotation): Rotation {
  if (rotation % 180 === 0) return 0;
  const shape = Math.log(picture.width / Math.max(picture.height, 1));
  const own = Math.log(rect.width / rect.height);
  return Math.abs(shape - own) < Math.abs(shape + own) ? rotation : 0;
}
