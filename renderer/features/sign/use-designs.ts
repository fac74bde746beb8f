// The stamp designs to choose from.
import { useEffect, useState } from 'react';
import type { StampDesignChoice } from '../../../core/contract/signing.ts';
import { pena } from '../../base/bridge.ts';

export function useDesigns(): readonly StampDesignChoice[] {
  const [designs, setDesigns] = useState<readonly StampDesignChoice[]>([]);
  useEffect(() => {
    let current = true;
    void pena()
      .call('signing.designs', {})
      .then((answer) => {
        if (current && answer.ok) setDesigns(answer.value.designs);
      });
    return () => {
      current = false;
    };
  }, []);
  return designs;
}
