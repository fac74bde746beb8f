// What main says of practice mode, and the ways in and out; each ends this window.
import { useCallback, useEffect, useState } from 'react';
import type { ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { pena } from '../../base/bridge.ts';

export type PracticeState = ResponseOf<MainContract['practice.state']>;

export function usePractice() {
  const [state, setState] = useState<PracticeState | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const look = useCallback(async (): Promise<void> => {
    const answer = await pena().call('practice.state', {});
    if (answer.ok) setState(answer.value);
    setFailure(answer.ok ? null : answer.error);
  }, []);
  useEffect(() => {
    // Main is asked, and its answer is what there is to show.
    void Promise.resolve().then(look);
  }, [look]);
  const go = async (way: 'enter' | 'leave' | 'reset'): Promise<void> => {
    const answer = await pena().call(`practice.${way}`, {});
    setFailure(answer.ok ? null : answer.error);
  };
  return { state, failure, look, go };
}
