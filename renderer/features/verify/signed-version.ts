// The document as one of its signers saw it, opened beside the one of today and given back when left.
import { useEffect, useState } from 'react';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { DocumentHandle, Failure } from '../../../core/contract/shapes.ts';
import type { ShownSignatureReport } from '../../../core/contract/validation.ts';
import { pena } from '../../base/bridge.ts';

export type SignedVersion =
  | { readonly state: 'none' }
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'open'; readonly opened: OpenedDocument };

/** Whether there is another version to see than today's. */
export function hasOwnVersion({ coverage }: ShownSignatureReport): boolean {
  return coverage === 'ENTIRE_REVISION';
}

/** @param signature its index in the report; null: none is wanted */
export function useSignedVersion(
  document: DocumentHandle,
  signature: number | null,
): SignedVersion {
  const [found, setFound] = useState<{ signature: number; version: SignedVersion } | null>(null);

  useEffect(() => {
    if (signature === null) return;
    let current = true;
    let opened: OpenedDocument | null = null;
    const giveBack = (): void => {
      if (opened !== null) void pena().call('document.close', { document: opened.document });
    };
    void pena()
      .call('validation.openSigned', { document, signature })
      .then((answer) => {
        if (answer.ok) opened = answer.value;
        if (!current) giveBack();
        else if (answer.ok)
          setFound({ signature, version: { state: 'open', opened: answer.value } });
        else setFound({ signature, version: { state: 'failed', failure: answer.error } });
      });
    return () => {
      current = false;
      setFound(null);
      giveBack();
    };
  }, [document, signature]);

  if (signature === null) return { state: 'none' };
  return found?.signature === signature ? found.version : { state: 'opening' };
}
