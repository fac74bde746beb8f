// Asks main once for the report of a document.
import { useEffect, useState } from 'react';
import type { DocumentHandle, Failure } from '../../../core/contract/shapes.ts';
import type { ShownDocumentReport } from '../../../core/contract/validation.ts';
import { pena } from '../../base/bridge.ts';

export type Verification =
  | { readonly state: 'checking' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'done'; readonly report: ShownDocumentReport };

/** A report that is in stays: coming back to the view does not ask again. */
export function useVerification(document: DocumentHandle): Verification {
  const [verification, setVerification] = useState<Verification>({ state: 'checking' });
  const known = verification.state !== 'checking';

  useEffect(() => {
    if (known) return;
    let current = true;
    void pena()
      .call('validation.start', { document })
      .then((answer) => {
        if (!current) return;
        setVerification(
          answer.ok
            ? { state: 'done', report: answer.value }
            : { state: 'failed', failure: answer.error },
        );
      });
    return () => {
      current = false;
    };
  }, [document, known]);

  return verification;
}
