// Whether there is an authority to ask for time stamps; asked anew whenever the view is come back to.
import { useEffect, useState } from 'react';
import { pena } from '../../base/bridge.ts';

/** Null until it is known. */
export function useCanStamp(): boolean | null {
  const [canStamp, setCanStamp] = useState<boolean | null>(null);
  useEffect(() => {
    let current = true;
    void pena()
      .call('timestamps.list', {})
      .then((answer) => {
        if (current) setCanStamp(answer.ok && answer.value.authorities.length > 0);
      });
    return () => {
      current = false;
    };
  }, []);
  return canStamp;
}
