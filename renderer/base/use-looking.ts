// Looking again and again at what others change meanwhile, from just after the first paint on.
import { useEffect } from 'react';

/** @param look kept the same from one drawing to the next. @param between milliseconds. @param on whether it looks at all */
export function useLooking(look: () => Promise<void>, between: number, on = true): void {
  useEffect(() => {
    if (!on) return undefined;
    const first = setTimeout(() => void look(), 0);
    const timer = setInterval(() => void look(), between);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look, between, on]);
}
