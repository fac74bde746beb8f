// A view's questions to main: whether one is open, and what the last one failed with.
import { useCallback, useState } from 'react';
import type { CallName, RequestOf, ResponseOf } from '../../core/contract/entry.ts';
import type { MainContract } from '../../core/contract/main-window.ts';
import type { Envelope, Failure } from '../../core/contract/shapes.ts';
import { pena } from './bridge.ts';

/** The names of main's calls that begin with `Group` and a full stop. */
type CallIn<Group extends string> = Extract<CallName<MainContract>, `${Group}.${string}`>;

/** Null where it failed, which is then shown. */
export type Ask<Group extends string> = <N extends CallIn<Group>>(
  name: N,
  request: RequestOf<MainContract[N]>,
) => Promise<ResponseOf<MainContract[N]> | null>;

export type Settle = <T>(asking: () => Promise<Envelope<T>>) => Promise<T | null>;

interface Asking<Group extends string> {
  readonly ask: Ask<Group>;
  /** The same for what the preload alone may ask, such as of a dropped file. */
  readonly settle: Settle;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly setFailure: (failure: Failure | null) => void;
}

export function useAsking<Group extends string>(): Asking<Group> {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const settle = useCallback<Settle>(async (asking) => {
    setBusy(true);
    setFailure(null);
    const answer = await asking();
    setBusy(false);
    if (answer.ok) return answer.value;
    // Who leaves the secret's window knows it.
    if (answer.error.code !== 'CANCELLED') setFailure(answer.error);
    return null;
  }, []);
  const ask = useCallback<Ask<Group>>(
    (name, request) => settle(() => pena().call(name, request)),
    [settle],
  );
  return { ask, settle, busy, failure, setFailure };
}
