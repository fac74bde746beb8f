// A view's questions to main: whether one is open, and what the last one failed with.
import { useCallback, useState } from 'react';
import type { CallName, RequestOf, ResponseOf } from '../../core/contract/entry.ts';
import type { MainContract } from '../../core/contract/main-window.ts';
import type { Failure } from '../../core/contract/shapes.ts';
import { pena } from './bridge.ts';

/** The names of main's calls that begin with `Group` and a full stop. */
type CallIn<Group extends string> = Extract<CallName<MainContract>, `${Group}.${string}`>;

/** Null where it failed, which is then shown. */
export type Ask<Group extends string> = <N extends CallIn<Group>>(
  name: N,
  request: RequestOf<MainContract[N]>,
) => Promise<ResponseOf<MainContract[N]> | null>;

interface Asking<Group extends string> {
  readonly ask: Ask<Group>;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly setFailure: (failure: Failure | null) => void;
}

export function useAsking<Group extends string>(): Asking<Group> {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = useCallback<Ask<Group>>(async (name, request) => {
    setBusy(true);
    setFailure(null);
    const answer = await pena().call(name, request);
    setBusy(false);
    if (answer.ok) return answer.value;
    // Who leaves the secret's window knows it.
    if (answer.error.code !== 'CANCELLED') setFailure(answer.error);
    return null;
  }, []);
  return { ask, busy, failure, setFailure };
}
