// What a batch can be given: stamp designs, and levels where there is somebody to give time stamps.
import { useEffect, useState } from 'react';
import type {
  FooterChoice,
  SkippedDesign,
  StampDesignChoice,
} from '../../../core/contract/signing.ts';
import { pena } from '../../base/bridge.ts';

export interface BatchOptions {
  readonly designs: readonly StampDesignChoice[];
  readonly footers: readonly FooterChoice[];
  /** Files of designs that cannot be used. */
  readonly skipped: readonly SkippedDesign[];
  readonly canStamp: boolean;
}

const NOTHING: BatchOptions = { designs: [], footers: [], skipped: [], canStamp: false };

export function useBatchOptions(): BatchOptions {
  const [options, setOptions] = useState(NOTHING);
  useEffect(() => {
    let current = true;
    const asked = [pena().call('signing.designs', {}), pena().call('timestamps.list', {})] as const;
    void Promise.all(asked).then(([designs, timestamps]) => {
      if (!current) return;
      setOptions({
        ...(designs.ok ? designs.value : { designs: [], footers: [], skipped: [] }),
        canStamp: timestamps.ok && timestamps.value.authorities.length > 0,
      });
    });
    return () => {
      current = false;
    };
  }, []);
  return options;
}
