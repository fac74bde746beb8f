// The receiver's state, looked at again while its page is open.
import { useCallback, useState } from 'react';
import type { ShownReceiver } from '../../../core/contract/desk-receiver.ts';
import { pena } from '../../base/bridge.ts';
import { newest } from '../../base/newest.ts';
import { useLooking } from '../../base/use-looking.ts';
import type { Desk } from './use-desk.ts';

/** Milliseconds between two looks: its log grows meanwhile. */
const BETWEEN = 3_000;

export function useReceiver(setFailure: Desk['setFailure']) {
  const [receiver, setReceiver] = useState<ShownReceiver | null>(null);
  const [inTurn] = useState(newest);
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await inTurn(pena().call('desk.receiver', {}));
    if (answer === null) return;
    if (answer.ok) setReceiver(answer.value);
    else setFailure(answer.error);
  }, [inTurn, setFailure]);
  useLooking(refresh, BETWEEN);
  return { receiver, setReceiver };
}
