// The three ways to a place for the signature: freely, in a field that waits, on a tag in the text.
import type { StampRequest, StampSpot, WaitingField } from '../../../core/contract/signing.ts';
import type { Rectangle, Size } from '../../viewer/page-geometry.ts';

export const WAYS = ['free', 'field', 'tag'] as const;
export type Way = (typeof WAYS)[number];

export interface Placing {
  readonly visible: boolean;
  /** Null: in a field where one waits, else freely. */
  readonly way: Way | null;
  /** Name of a field; null: the one whose turn it is, else the first. */
  readonly field: string | null;
  /** As typed. */
  readonly tag: string;
  readonly tagSize: Size;
  /** Of several tags the first that no signature stands on. */
  readonly tagNext: boolean;
  /** Of the free way: page from 1, and the rectangle, null until the page's size is known. */
  readonly page: number;
  readonly rect: Rectangle | null;
}

/** What can be chosen: a tag shows nothing where no stamp is shown. */
export function waysFor(visible: boolean, fields: readonly WaitingField[]): readonly Way[] {
  return WAYS.filter((way) => way === 'free' || (way === 'field' ? fields.length > 0 : visible));
}

export function effectiveWay({ way, visible }: Placing, fields: readonly WaitingField[]): Way {
  const wanted = way ?? (fields.length > 0 ? 'field' : 'free');
  return waysFor(visible, fields).includes(wanted) ? wanted : 'free';
}

/** Null where no field is to be filled. */
export function chosenField(
  placing: Placing,
  fields: readonly WaitingField[],
): WaitingField | null {
  if (effectiveWay(placing, fields) !== 'field') return null;
  const named = fields.find(({ name }) => name === placing.field);
  return named ?? fields.find(({ turn }) => turn) ?? fields[0] ?? null;
}

/** As the contract wants it; null for no stamp, or while its place is not known. */
export function stampPlaceOf(
  placing: Placing,
  fields: readonly WaitingField[],
): StampRequest['at'] | null {
  const { visible, page, rect, tagSize, tagNext } = placing;
  if (!visible) return null;
  switch (effectiveWay(placing, fields)) {
    case 'free':
      return rect === null ? null : { kind: 'page', page, rect };
    case 'field':
      return chosenField(placing, fields)?.place ? { kind: 'field' } : null;
    case 'tag': {
      const tag = placing.tag.trim();
      if (!/^\S{1,16}$/u.test(tag)) return null;
      return { kind: 'tag', tag, ...tagSize, occurrence: tagNext ? 'next' : 'only' };
    }
  }
}

/** Where the stamp stands, as far as the page is not chosen by hand. @param found on the tag, by main */
export function spotOf(
  placing: Placing,
  fields: readonly WaitingField[],
  found: StampSpot | null,
): StampSpot | null {
  if (!placing.visible) return null;
  const way = effectiveWay(placing, fields);
  if (way === 'free') return null;
  return way === 'tag' ? found : (chosenField(placing, fields)?.place ?? null);
}
