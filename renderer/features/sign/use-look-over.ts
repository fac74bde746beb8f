// What main finds in the document before it is signed, asked once.
import { useEffect, useState } from 'react';
import type { DocumentHandle, Failure } from '../../../core/contract/shapes.ts';
import type { ShownFinding } from '../../../core/contract/signing.ts';
import { pena } from '../../base/bridge.ts';

export type LookOver =
  | { readonly state: 'looking' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | {
      readonly state: 'done';
      readonly findings: readonly ShownFinding[];
      readonly maySign: boolean;
    };

const LOOKING: LookOver = { state: 'looking' };

export function useLookOver(document: DocumentHandle): LookOver {
  const [lookOver, setLookOver] = useState<LookOver>(LOOKING);
  const known = lookOver.state === 'done';
  useEffect(() => {
    if (known) return;
    let current = true;
    void pena()
      .call('signing.lookOver', { document })
      .then((answer) => {
        if (!current) return;
        setLookOver(
          answer.ok
            ? { state: 'done', ...answer.value }
            : { state: 'failed', failure: answer.error },
        );
      });
    return () => {
      current = false;
    };
  }, [document, known]);
  return lookOver;
}

/** Whether what was found lets the signing begin: refusals never, warnings once they were read. */
export function mayStart(lookOver: LookOver, warningsSeen: boolean): boolean {
  if (lookOver.state !== 'done' || !lookOver.maySign) return false;
  return warningsSeen || lookOver.findings.every(({ severity }) => severity !== 'warning');
}
