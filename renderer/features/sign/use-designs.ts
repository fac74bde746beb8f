// The stamp designs to choose from, and those that cannot be.
import { useEffect, useState } from 'react';
import type { ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import { pena } from '../../base/bridge.ts';

export type Designs = ResponseOf<MainContract['signing.designs']>;

const NONE: Designs = { designs: [], footers: [], skipped: [] };

export function useDesigns(): Designs {
  const [designs, setDesigns] = useState(NONE);
  useEffect(() => {
    let current = true;
    void pena()
      .call('signing.designs', {})
      .then((answer) => {
        if (current && answer.ok) setDesigns(answer.value);
      });
    return () => {
      current = false;
    };
  }, []);
  return designs;
}
