// What lies on the desk, which case is open, and the talk with main about both.
import { useCallback, useState } from 'react';
import type { DeskCase, DeskInbox } from '../../../core/contract/desk.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { pena } from '../../base/bridge.ts';
import { newest } from '../../base/newest.ts';
import { type Ask, type Settle, useAsking } from '../../base/use-asking.ts';
import { useLooking } from '../../base/use-looking.ts';

export interface Desk {
  readonly inbox: DeskInbox | null;
  readonly shown: DeskCase | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly ask: Ask<'desk'>;
  readonly settle: Settle;
  readonly refresh: () => Promise<void>;
  readonly setFailure: (failure: Failure | null) => void;
  readonly setInbox: (inbox: DeskInbox) => void;
  readonly show: (shown: DeskCase | null) => void;
}

/** Milliseconds between two looks at the inbox: the receiver writes to it meanwhile. */
const BETWEEN = 10_000;

export function useDesk(): Desk {
  const [inbox, setInbox] = useState<DeskInbox | null>(null);
  const [shown, setShown] = useState<DeskCase | null>(null);
  const { ask, settle, busy, failure, setFailure } = useAsking<'desk'>();

  const [inTurn] = useState(newest);
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await inTurn(pena().call('desk.inbox', {}));
    if (answer === null) return;
    if (answer.ok) setInbox(answer.value);
    else setFailure(answer.error);
  }, [inTurn, setFailure]);
  useLooking(refresh, BETWEEN);

  const show = useCallback(
    (next: DeskCase | null): void => {
      setFailure(null);
      setShown(next);
      if (next === null) void refresh();
    },
    [refresh, setFailure],
  );
  return { inbox, shown, failure, busy, ask, settle, refresh, setFailure, setInbox, show };
}
