// The list of time-stamp authorities as main keeps it: one change after the other, each of what the one before has left.
import { useEffect, useRef, useState } from 'react';
import type { ShownAuthority } from '../../../core/contract/proof.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { pena } from '../../base/bridge.ts';

type List = readonly ShownAuthority[];

interface Authorities {
  readonly authorities: List;
  readonly failure: Failure | null;
  readonly setFailure: (failure: Failure | null) => void;
  /** @returns whether it is kept; where it is not, the failure is shown and nothing has changed */
  readonly change: (next: (now: List) => List) => Promise<boolean>;
}

export function useAuthorities(onKept: () => void): Authorities {
  const [authorities, setAuthorities] = useState<List>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  // The drawn list may be older than the last answer.
  const known = useRef<List>([]);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    let current = true;
    last.current = pena()
      .call('timestamps.list', {})
      .then((answer) => {
        if (!current) return;
        if (answer.ok) {
          known.current = answer.value.authorities;
          setAuthorities(known.current);
        } else setFailure(answer.error);
      });
    return () => {
      current = false;
    };
  }, []);

  const change: Authorities['change'] = (next) => {
    const mine = last.current.then(async () => {
      const wanted = [...next(known.current)];
      const answer = await pena().call('timestamps.set', { authorities: wanted });
      setFailure(answer.ok ? null : answer.error);
      if (!answer.ok) return false;
      known.current = answer.value.authorities;
      setAuthorities(known.current);
      onKept();
      return true;
    });
    last.current = mine;
    return mine;
  };
  return { authorities, failure, setFailure, change };
}
