// How large pages are shown. 1 is 100%: one point is 96/72 CSS pixels.
import type { Size } from './page-geometry.ts';

export type Zoom =
  { readonly fit: 'width' | 'page' } | { readonly fit: null; readonly scale: number };

/** CSS pixels a point at 100%. */
export const CSS_PIXELS_PER_POINT = 96 / 72;
/** Around a page, CSS pixels on each side. */
export const PAGE_MARGIN = 24;

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
const LOWEST = STEPS[0];
const HIGHEST = 4;

/** The scale that `zoom` means for a page of `page` points in a view of `view` CSS pixels. */
export function scaleOf(zoom: Zoom, page: Size, view: Size): number {
  if (zoom.fit === null) return zoom.scale;
  if (page.width <= 0 || page.height <= 0 || view.width <= 0 || view.height <= 0) return 1;
  const across = (view.width - 2 * PAGE_MARGIN) / (page.width * CSS_PIXELS_PER_POINT);
  const down = (view.height - 2 * PAGE_MARGIN) / (page.height * CSS_PIXELS_PER_POINT);
  const scale = zoom.fit === 'width' ? Math.min(across, 2) : Math.min(across, down);
  return Math.min(Math.max(scale, LOWEST / 2), HIGHEST);
}

/** The next larger (1) or smaller (-1) step from any scale. */
export function stepFrom(scale: number, direction: 1 | -1): number {
  const slack = 0.005;
  return direction === 1
    ? (STEPS.find((step) => step > scale + slack) ?? HIGHEST)
    : (STEPS.findLast((step) => step < scale - slack) ?? LOWEST);
}
