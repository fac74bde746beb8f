// Every place where two versions of a document look otherwise, page after page, so that one need not search for them.
import { useEffect, useState } from 'react';
import type { ChangedBox, PageComparisons } from './compare-pages.ts';

/** Drawing a page twice takes a tenth of a second or so; those behind are compared when they are shown. */
const MAX_PAGES = 500;
/** More than people look through. */
const MAX_PLACES = 500;

export interface ChangedPlace extends ChangedBox {
  readonly page: number;
}

export interface ChangedPlaces {
  readonly places: readonly ChangedPlace[];
  /** Pages looked at so far. */
  readonly looked: number;
  readonly done: boolean;
  /** Whether there may be more than was looked at. */
  readonly more: boolean;
  /** Pages that could not be drawn in both versions: nothing is known of them. */
  readonly undrawn: number;
}

const NOTHING: ChangedPlaces = { places: [], looked: 0, done: false, more: false, undrawn: 0 };

/** @param comparisons null: nothing is compared */
export function useChangedPlaces(comparisons: PageComparisons | null): ChangedPlaces {
  const [found, setFound] = useState<{
    readonly by: PageComparisons;
    readonly places: ChangedPlaces;
  } | null>(null);

  useEffect(() => {
    if (comparisons === null) return;
    let current = true;
    const tell = (places: ChangedPlaces): void => {
      if (current) setFound({ by: comparisons, places });
    };
    const wanted = (): boolean => current;
    void lookThrough(comparisons, wanted, tell);
    return () => {
      current = false;
    };
  }, [comparisons]);

  return found !== null && found.by === comparisons ? found.places : NOTHING;
}

async function lookThrough(
  comparisons: PageComparisons,
  wanted: () => boolean,
  tell: (places: ChangedPlaces) => void,
): Promise<void> {
  const places: ChangedPlace[] = [];
  let undrawn = 0;
  const last = Math.min(comparisons.pageCount, MAX_PAGES);
  for (let page = 1; page <= last && wanted(); page++) {
    const boxes = await comparisons.of(page).catch(() => null);
    if (boxes === null) undrawn += 1;
    else places.push(...boxes.map((box) => ({ ...box, page })));
    const full = places.length >= MAX_PLACES;
    tell({
      places: places.slice(0, MAX_PLACES),
      looked: page,
      done: page === last || full,
      more: full || comparisons.pageCount > MAX_PAGES,
      undrawn,
    });
    if (full) return;
  }
}
