// What a batch can be given: stamp designs, and levels where there is somebody to give time stamps.
import { useEffect, useState } from 'react';
import type { StampDesignChoice } from '../../../core/contract/signing.ts';
import { pena } from '../../base/bridge.ts';

interface BatchOptions {
  readonly designs: readonly StampDesignChoice[];
  readonly canStamp: boolean;
}

const NOTHING: BatchOptions = { designs: [], canStamp: false };

export function useBatchOptions(): BatchOptions {
  const [options, setOptions] = useState(NOTHING);
  useEffect(() => {
    let current = true;
    const asked = [pena().call('signing.designs', {}), pena().call('timestamps.list', {})] as const;
    void Promise.all(asked).then(([designs, timestamps]) => {
      if (!current) return;
      setOptions({
        designs: designs.ok ? designs.value.designs : [],
        canStamp: timestamps.ok && timestamps.value.authorities.length > 0,
      });
    });
    return () => {
      current = false;
    };
  }, []);
  return options;
}
