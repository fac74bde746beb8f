// Asks main for the report of a document, with or without the network.
import { useEffect, useState } from 'react';
import type { DocumentHandle, Failure } from '../../../core/contract/shapes.ts';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { pena } from '../../base/bridge.ts';

export type Verification =
  | { readonly state: 'checking' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'done'; readonly report: ShownDocumentReport };

const CHECKING: Verification = { state: 'checking' };

/** A report that is in stays: coming back to the view does not ask again, another wish does. */
export function useVerification(document: DocumentHandle, offline: boolean): Verification {
  const [found, setFound] = useState<{ offline: boolean; verification: Verification } | null>(null);
  const known = found?.offline === offline;

  useEffect(() => {
    if (known) return;
    let current = true;
    void pena()
      .call('validation.start', { document, offline })
      .then((answer) => {
        if (!current) return;
        const verification: Verification = answer.ok
          ? { state: 'done', report: answer.value }
          : { state: 'failed', failure: answer.error };
        setFound({ offline, verification });
      });
    return () => {
      current = false;
    };
  }, [document, offline, known]);

  return known ? found.verification : CHECKING;
}
