// What stamps say of the person at this computer, and the ways to change it.
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../core/contract/shapes.ts';
import type { ShownStampOwner } from '../../core/contract/stamp-owner.ts';
import { pena } from './bridge.ts';
import { newest } from './newest.ts';

export interface StampOwnerState {
  /** Null until known. */
  readonly shown: ShownStampOwner | null;
  readonly failure: Failure | null;
  readonly set: (part: Partial<Pick<ShownStampOwner, 'nip' | 'qr'>>) => void;
  readonly chooseSpecimen: () => void;
  readonly forgetSpecimen: () => void;
}

export function useStampOwner(): StampOwnerState {
  const [shown, setShown] = useState<ShownStampOwner | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const [inTurn] = useState(newest);

  const take = useCallback(
    (asked: ReturnType<typeof askOwner>): void => {
      void inTurn(asked).then((answer) => {
        if (answer === null) return;
        setFailure(answer.ok ? null : answer.error);
        if (answer.ok) setShown(answer.value);
      });
    },
    [inTurn],
  );

  useEffect(() => {
    take(askOwner());
  }, [take]);

  return {
    ...{ shown, failure },
    set: (part) => take(pena().call('stampOwner.set', part)),
    chooseSpecimen: () => take(pena().call('stampOwner.chooseSpecimen', {})),
    forgetSpecimen: () => take(pena().call('stampOwner.forgetSpecimen', {})),
  };
}

function askOwner() {
  return pena().call('stampOwner.get', {});
}
