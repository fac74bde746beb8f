// Whether a stamp lies on what stands there already, and the nearest place where it does not.
import type { PagePlaces } from '../../../core/contract/signing.ts';
import { freePlaceFor, hidableBy, liesOn } from '../../../core/domain/free-place.ts';
import type { PageGeometry, Rectangle } from '../../viewer/page-geometry.ts';

/** `stamp`: on another stamp or a field; `text`, `picture`: on what somebody has signed. */
export type Trouble = 'stamp' | 'text' | 'picture';

export function troubleAt(
  rect: Rectangle,
  { signed, stamps, text, drawn }: PagePlaces,
): Trouble | null {
  const isOn = (others: readonly Rectangle[]): boolean =>
    others.some((other) => liesOn(rect, other));
  if (isOn(stamps)) return 'stamp';
  if (!signed) return null;
  if (isOn(text)) return 'text';
  return isOn(hidableBy(rect, drawn)) ? 'picture' : null;
}

/** Off stamps, text and pictures; what nobody has signed gives way. Null where there is no place. */
export function freeRectangle(
  wanted: Rectangle,
  { page }: PageGeometry,
  places: PagePlaces,
): Rectangle | null {
  return freePlaceFor(page, wanted, places);
}
