// The certificates ever seen here, read again whenever the tokens were.
import { useEffect, useState } from 'react';
import type { ShownCertificate } from '../../../core/contract/certificate.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { pena } from '../../base/bridge.ts';

interface KnownCertificates {
  readonly certificates: readonly ShownCertificate[];
  readonly failure: Failure | null;
}

interface Reading extends KnownCertificates {
  /** Takes in a newer list that something else answered with. */
  readonly replace: (certificates: readonly ShownCertificate[]) => void;
}

/** @param occasion another value: read again */
export function useKnownCertificates(occasion: unknown): Reading {
  const [known, setKnown] = useState<KnownCertificates>({ certificates: [], failure: null });
  useEffect(() => {
    let current = true;
    void pena()
      .call('certificate.known', {})
      .then((answer) => {
        if (!current) return;
        if (answer.ok) setKnown({ certificates: answer.value.certificates, failure: null });
        else setKnown({ certificates: [], failure: answer.error });
      });
    return () => {
      current = false;
    };
  }, [occasion]);
  return { ...known, replace: (certificates) => setKnown({ certificates, failure: null }) };
}
