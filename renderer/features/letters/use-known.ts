// The certificates that a letter can be about. What cannot be read is typed.
import { useEffect, useState } from 'react';
import type { ShownCertificate } from '../../../core/contract/certificate.ts';
import { pena } from '../../base/bridge.ts';

export function useKnown(): readonly ShownCertificate[] {
  const [known, setKnown] = useState<readonly ShownCertificate[]>([]);
  useEffect(() => {
    let current = true;
    void pena()
      .call('certificate.known', {})
      .then((answer) => {
        if (current && answer.ok) setKnown(answer.value.certificates);
      });
    return () => {
      current = false;
    };
  }, []);
  return known;
}
