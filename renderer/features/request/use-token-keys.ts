// What one token can make and what keys show on it, read when the page opens and after every change.
import { useCallback, useEffect, useState } from 'react';
import type { Failure, TokenHandle } from '../../../core/contract/shapes.ts';
import type { ShownTokenKeys } from '../../../core/contract/token-keys.ts';
import { pena } from '../../base/bridge.ts';

interface Read {
  readonly token: TokenHandle;
  readonly found: ShownTokenKeys | null;
  readonly failure: Failure | null;
}

export interface TokenKeysState {
  /** Null until it was read, and where it could not be. */
  readonly found: ShownTokenKeys | null;
  readonly failure: Failure | null;
  readonly refresh: () => Promise<void>;
}

export function useTokenKeys(token: TokenHandle | null): TokenKeysState {
  const [read, setRead] = useState<Read | null>(null);
  const refresh = useCallback(async (): Promise<void> => {
    if (token === null) return;
    const answer = await pena().call('token.keys', { token });
    setRead({
      token,
      found: answer.ok ? answer.value : null,
      failure: answer.ok ? null : answer.error,
    });
  }, [token]);
  useEffect(() => {
    void Promise.resolve().then(refresh);
  }, [refresh]);
  // Another token's answer says nothing of this one.
  const current = read?.token === token ? read : null;
  return { found: current?.found ?? null, failure: current?.failure ?? null, refresh };
}
