// The search for documents in doubt: how far it is, what it found, and how it is stopped.
import { useEffect, useState } from 'react';
import type { DoubtResult } from '../../../core/contract/doubt.ts';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { pena } from '../../base/bridge.ts';
import type { LostKey } from './use-lost-key.ts';

export interface Doubt {
  readonly searching: boolean;
  readonly progress: { readonly files: number; readonly inDoubt: number } | null;
  readonly result: DoubtResult | null;
  readonly search: (folders: boolean) => Promise<void>;
  readonly stop: () => void;
}

export function useDoubt(lost: LostKey, shown: ShownCase): Doubt {
  const [searching, setSearching] = useState(false);
  const [progress, setProgress] = useState<Doubt['progress']>(null);
  const [result, setResult] = useState<DoubtResult | null>(null);
  useEffect(() => {
    const unlisten = pena().on('lostKey.doubtProgress', setProgress);
    return () => {
      unlisten();
      // Who leaves the page does not wait for it.
      void pena().call('lostKey.doubtStop', {});
    };
  }, []);
  const search = async (folders: boolean): Promise<void> => {
    setSearching(true);
    setProgress(null);
    const found = await lost.ask('lostKey.doubtSearch', { case: shown.case, folders });
    setSearching(false);
    if (found !== null) setResult(found);
  };
  const stop = (): void => void pena().call('lostKey.doubtStop', {});
  return { searching, progress, result, search, stop };
}
