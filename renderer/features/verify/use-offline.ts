// Whether nobody on the network is asked. Kept from document to document while the program runs.
import { useState } from 'react';

let wish = false;

export function useOffline(): readonly [boolean, (offline: boolean) => void] {
  const [offline, setOffline] = useState(wish);
  const set = (next: boolean): void => {
    wish = next;
    setOffline(next);
  };
  return [offline, set];
}
