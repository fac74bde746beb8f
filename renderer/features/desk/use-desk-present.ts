// Whether the office's policy says that this computer is the registration authority's.
import { useEffect, useState } from 'react';
import { pena } from '../../base/bridge.ts';

export function useDeskPresent(): boolean {
  const [present, setPresent] = useState(false);
  useEffect(() => {
    let current = true;
    void pena()
      .call('desk.present', {})
      .then((answer) => {
        if (current) setPresent(answer.ok && answer.value.present);
      });
    return () => {
      current = false;
    };
  }, []);
  return present;
}
