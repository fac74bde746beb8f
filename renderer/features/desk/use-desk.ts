// What lies on the desk, which case is open, and the talk with main about both.
import { useCallback, useEffect, useState } from 'react';
import type { DeskCase, DeskInbox } from '../../../core/contract/desk.ts';
import type { CallName, RequestOf, ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { pena } from '../../base/bridge.ts';

type DeskCall = Extract<CallName<MainContract>, `desk.${string}`>;

export interface Desk {
  readonly inbox: DeskInbox | null;
  readonly shown: DeskCase | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  /** Null where it failed, which is then shown. */
  readonly ask: <N extends DeskCall>(
    name: N,
    request: RequestOf<MainContract[N]>,
  ) => Promise<ResponseOf<MainContract[N]> | null>;
  readonly refresh: () => Promise<void>;
  readonly setInbox: (inbox: DeskInbox) => void;
  readonly show: (shown: DeskCase | null) => void;
}

/** Milliseconds between two looks at the inbox: the receiver writes to it meanwhile. */
const BETWEEN = 10_000;

export function useDesk(): Desk {
  const [inbox, setInbox] = useState<DeskInbox | null>(null);
  const [shown, setShown] = useState<DeskCase | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const refresh = useCallback(async (): Promise<void> => {
    const answer = await pena().call('desk.inbox', {});
    if (answer.ok) setInbox(answer.value);
    else setFailure(answer.error);
  }, []);
  useEffect(() => {
    const first = setTimeout(() => void refresh(), 0);
    const timer = setInterval(() => void refresh(), BETWEEN);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [refresh]);

  const ask = useCallback<Desk['ask']>(async (name, request) => {
    setBusy(true);
    setFailure(null);
    const answer = await pena().call(name, request);
    setBusy(false);
    if (answer.ok) return answer.value;
    // Who leaves the secret's window knows it.
    if (answer.error.code !== 'CANCELLED') setFailure(answer.error);
    return null;
  }, []);
  const show = useCallback(
    (next: DeskCase | null): void => {
      setFailure(null);
      setShown(next);
      if (next === null) void refresh();
    },
    [refresh],
  );
  return { inbox, shown, failure, busy, ask, refresh, setInbox, show };
}
