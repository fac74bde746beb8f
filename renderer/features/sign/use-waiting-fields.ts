// The document's signature fields that wait for somebody, asked once.
import { useEffect, useState } from 'react';
import type { DocumentHandle } from '../../../core/contract/shapes.ts';
import type { WaitingField } from '../../../core/contract/signing.ts';
import { pena } from '../../base/bridge.ts';

/** Null until it is known; none where they cannot be read, which the look-over says. */
export function useWaitingFields(document: DocumentHandle): readonly WaitingField[] | null {
  const [fields, setFields] = useState<readonly WaitingField[] | null>(null);
  useEffect(() => {
    let current = true;
    void pena()
      .call('signing.fields', { document })
      .then((answer) => {
        if (current) setFields(answer.ok ? answer.value.fields : []);
      });
    return () => {
      current = false;
    };
  }, [document]);
  return fields;
}
