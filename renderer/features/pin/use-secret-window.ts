// What every window that asks for a secret does: says in its title what it is, and is left with Esc.
import { useLayoutEffect } from 'react';
import { setWindowTitle } from '../../base/practice.ts';

/** @param cancel kept the same from one drawing to the next */
export function useSecretWindow(title: string, cancel: () => void): void {
  // Before the field takes the focus: no key of a fast typist may fall between the two.
  useLayoutEffect(() => {
    setWindowTitle(title);
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') cancel();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [title, cancel]);
}
