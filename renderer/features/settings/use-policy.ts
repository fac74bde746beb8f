// What the office's administrator laid down; nothing is locked until that is known.
import { useEffect, useState } from 'react';
import type { ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { pena } from '../../base/bridge.ts';

export type OfficePolicy = ResponseOf<MainContract['settings.policy']>;

const NONE: OfficePolicy = { found: false, office: null, locked: [] };

export interface PolicyState {
  readonly policy: OfficePolicy;
  /** Why the policy cannot be followed; null where it can. */
  readonly failure: Failure | null;
}

export function usePolicy(): PolicyState {
  const [state, setState] = useState<PolicyState>({ policy: NONE, failure: null });
  useEffect(() => {
    let current = true;
    void pena()
      .call('settings.policy', {})
      .then((answer) => {
        if (!current) return;
        setState(
          answer.ok
            ? { policy: answer.value, failure: null }
            : { policy: NONE, failure: answer.error },
        );
      });
    return () => {
      current = false;
    };
  }, []);
  return state;
}
