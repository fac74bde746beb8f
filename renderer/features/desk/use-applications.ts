// The applications at the desk, and the one that is open.
import { useCallback, useState } from 'react';
import type {
  DeskApplications,
  DeskApplicationShown,
} from '../../../core/contract/desk-applications.ts';
import { pena } from '../../base/bridge.ts';
import { newest } from '../../base/newest.ts';
import { useLooking } from '../../base/use-looking.ts';
import type { Desk } from './use-desk.ts';

export interface ApplicationsDesk {
  readonly list: DeskApplications | null;
  readonly shown: DeskApplicationShown | null;
  readonly refresh: () => Promise<void>;
  readonly show: (shown: DeskApplicationShown | null) => void;
}

/** Milliseconds between two looks: the receiver writes to the file meanwhile. */
const BETWEEN = 10_000;

/** @param isOpen whether the desk's secret was given */
export function useApplications(isOpen: boolean, setFailure: Desk['setFailure']): ApplicationsDesk {
  const [list, setList] = useState<DeskApplications | null>(null);
  const [shown, setShown] = useState<DeskApplicationShown | null>(null);
  const [inTurn] = useState(newest);
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await inTurn(pena().call('desk.applications', {}));
    if (answer === null) return;
    if (answer.ok) setList(answer.value);
    else setFailure(answer.error);
  }, [inTurn, setFailure]);
  useLooking(refresh, BETWEEN, isOpen);
  const show = useCallback(
    (next: DeskApplicationShown | null): void => {
      setFailure(null);
      setShown(next);
      if (next === null) void refresh();
    },
    [refresh, setFailure],
  );
  return { list, shown, refresh, show };
}
