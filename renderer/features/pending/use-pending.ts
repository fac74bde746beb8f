// The documents that wait for a time stamp, and the paying of that debt.
import { useCallback, useEffect, useState } from 'react';
import type { PayloadOf, ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { PendingDocument, PendingHandle } from '../../../core/contract/proof.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import { pena } from '../../base/bridge.ts';

export interface Pending {
  readonly documents: readonly PendingDocument[];
  readonly failure: Failure | null;
  /** Null where nothing is being completed. */
  readonly progress: PayloadOf<MainContract['pending.progress']> | null;
  readonly result: ResponseOf<MainContract['pending.complete']> | null;
  readonly complete: () => void;
  readonly cancel: () => void;
  readonly forget: (pending: PendingHandle) => void;
  readonly dismiss: () => void;
}

export function usePending(): Pending {
  const [documents, setDocuments] = useState<Pending['documents']>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [progress, setProgress] = useState<Pending['progress']>(null);
  const [result, setResult] = useState<Pending['result']>(null);

  const refresh = useCallback(async (): Promise<void> => {
    const answer = await pena().call('pending.list', {});
    if (answer.ok) setDocuments(answer.value.documents);
    else setFailure(answer.error);
  }, []);
  useEffect(() => {
    void Promise.resolve().then(refresh);
    return pena().on('pending.progress', setProgress);
  }, [refresh]);

  const complete = async (): Promise<void> => {
    setProgress({ done: 0, total: documents.length, failed: 0 });
    const answer = await pena().call('pending.complete', {});
    setProgress(null);
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) setResult(answer.value);
    await refresh();
  };
  const forget = async (pending: PendingHandle): Promise<void> => {
    const answer = await pena().call('pending.forget', { pending });
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) setDocuments(answer.value.documents);
  };
  return {
    ...{ documents, failure, progress, result },
    complete: () => void complete(),
    cancel: () => void pena().call('pending.cancel', {}),
    forget: (pending) => void forget(pending),
    dismiss: () => {
      setResult(null);
      setFailure(null);
    },
  };
}
