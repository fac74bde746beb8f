// F6 goes from one region of the window to the next, Shift+F6 back, as in desktop programs.
import { useEffect } from 'react';

/** Regions mark themselves with `data-landmark` and can take the focus. */
export function useLandmarkKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return;
      const regions = [...document.querySelectorAll<HTMLElement>('[data-landmark]')].filter(
        (region) => region.checkVisibility(),
      );
      if (regions.length === 0) return;
      event.preventDefault();
      // Regions may lie in one another: the innermost that holds the focus is where we are.
      const here = regions.findLastIndex((region) => region.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      const next = here === -1 ? 0 : (here + step + regions.length) % regions.length;
      regions[next]?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
