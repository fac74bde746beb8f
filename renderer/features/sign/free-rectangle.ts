// Whether a stamp lies on what stands there already, and the nearest place where it does not.
import type { PagePlaces } from '../../../core/contract/signing.ts';
import { freePlaceFor, liesOn } from '../../../core/domain/free-place.ts';
import type { PageGeometry, Rectangle } from '../../viewer/page-geometry.ts';

/** `stamp`: on another stamp or a field; `text`: on text that somebody has signed. */
export type Trouble = 'stamp' | 'text';

export function troubleAt(rect: Rectangle, { signed, stamps, text }: PagePlaces): Trouble | null {
  if (stamps.some((other) => liesOn(rect, other))) return 'stamp';
  return signed && text.some((other) => liesOn(rect, other)) ? 'text' : null;
}

/** Off stamps, text and pictures; what nobody has signed gives way. Null where there is no place. */
export function freeRectangle(
  wanted: Rectangle,
  { page }: PageGeometry,
  places: PagePlaces,
): Rectangle | null {
  return freePlaceFor(page, wanted, places);
}
