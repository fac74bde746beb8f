// What stands on the stamp's page already, asked once for each page.
import { useEffect, useState } from 'react';
import type { DocumentHandle } from '../../../core/contract/shapes.ts';
import type { PagePlaces } from '../../../core/contract/signing.ts';
import { pena } from '../../base/bridge.ts';

interface Known {
  readonly document: DocumentHandle;
  readonly page: number;
  readonly places: PagePlaces;
}

const NOTHING: PagePlaces = { signed: false, stamps: [], text: [], drawn: [] };

/** Null until it is known; nothing where it cannot be read: signing itself looks again. */
export function usePagePlaces(document: DocumentHandle, page: number): PagePlaces | null {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    let current = true;
    void pena()
      .call('signing.places', { document, page })
      .then((answer) => {
        if (current) setKnown({ document, page, places: answer.ok ? answer.value : NOTHING });
      });
    return () => {
      current = false;
    };
  }, [document, page]);
  return known?.document === document && known.page === page ? known.places : null;
}
