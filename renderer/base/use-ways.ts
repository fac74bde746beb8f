// By which ways reports and applications go from this computer, as the office has laid them down.
import { useEffect, useState } from 'react';
import type { ResponseOf } from '../../core/contract/entry.ts';
import type { MainContract } from '../../core/contract/main-window.ts';
import { pena } from './bridge.ts';

export type Ways = ResponseOf<MainContract['lostKey.ways']>;

/** Null while they are read. */
export function useWays(): Ways | null {
  const [ways, setWays] = useState<Ways | null>(null);
  useEffect(() => {
    let current = true;
    void pena()
      .call('lostKey.ways', {})
      .then((answer) => {
        const none = { authority: null, phone: null, email: null, ways: [] };
        if (current) setWays(answer.ok ? answer.value : { ...none, problem: answer.error });
      });
    return () => {
      current = false;
    };
  }, []);
  return ways;
}
