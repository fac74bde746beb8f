// Reading again whatever others change meanwhile: once after the first paint, then whenever main says so.
import { useEffect } from 'react';
import { pena } from './bridge.ts';

/** @param read kept the same from one drawing to the next */
export function useNews(
  event: 'letters.changed' | 'lostKey.changed',
  read: () => Promise<void>,
): void {
  useEffect(() => {
    // After this effect: what is told then is news from outside.
    const first = setTimeout(() => void read(), 0);
    const stop = pena().on(event, () => void read());
    return () => {
      clearTimeout(first);
      stop();
    };
  }, [event, read]);
}
