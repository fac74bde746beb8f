// Where the page of letters stands, and its talk with main. What main was told stays there.
import { useCallback, useEffect, useState } from 'react';
import type { CallName, RequestOf, ResponseOf } from '../../../core/contract/entry.ts';
import type { LetterList, ShownLetter } from '../../../core/contract/letters.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import type { ApplicationKind } from '../../../core/domain/application-kind.ts';
import { pena } from '../../base/bridge.ts';

export type DeletionProof = ResponseOf<MainContract['letters.delete']>;

type Page =
  | { readonly kind: 'start' }
  | { readonly kind: 'letter'; readonly shown: ShownLetter }
  | { readonly kind: 'deleted'; readonly proof: DeletionProof };

type LetterCall = Extract<CallName<MainContract>, `letters.${string}`>;

/** What another view asks for: a letter of this kind about this certificate. */
export interface LetterWish {
  readonly kind: ApplicationKind;
  readonly certificate: string;
}

export interface Letters {
  readonly page: Page;
  readonly list: LetterList | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly go: (page: Page) => void;
  /** Null where it failed, which is then shown. */
  readonly ask: <N extends LetterCall>(
    name: N,
    request: RequestOf<MainContract[N]>,
  ) => Promise<ResponseOf<MainContract[N]> | null>;
  readonly begin: (kind: ApplicationKind, certificate: string | null) => Promise<void>;
  /** Shows what a letter has become, on its own page. */
  readonly update: (shown: ShownLetter) => void;
  readonly refresh: () => Promise<void>;
}

export function useLetters(): Letters {
  const [page, setPage] = useState<Page>({ kind: 'start' });
  const [list, setList] = useState<LetterList | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const refresh = useCallback(async (): Promise<void> => {
    const answer = await pena().call('letters.list', {});
    if (answer.ok) setList(answer.value);
    else setFailure(answer.error);
  }, []);

  useEffect(() => {
    const first = setTimeout(() => void refresh(), 0);
    return () => clearTimeout(first);
  }, [refresh]);

  const ask = useCallback<Letters['ask']>(async (name, request) => {
    setBusy(true);
    setFailure(null);
    const answer = await pena().call(name, request);
    setBusy(false);
    if (answer.ok) return answer.value;
    // Who leaves the passphrase's window knows it.
    if (answer.error.code !== 'CANCELLED') setFailure(answer.error);
    return null;
  }, []);

  const go = useCallback((next: Page): void => {
    setFailure(null);
    setPage(next);
  }, []);

  const begin = useCallback<Letters['begin']>(
    async (kind, certificate) => {
      const shown = await ask('letters.begin', { kind, certificate });
      if (shown === null) return;
      setPage({ kind: 'letter', shown });
      await refresh();
    },
    [ask, refresh],
  );

  const update = useCallback((shown: ShownLetter): void => {
    setPage((now) => (now.kind === 'letter' ? { ...now, shown } : now));
    setList((before) =>
      before === null
        ? before
        : {
            ...before,
            letters: before.letters.map((one) => (one.letter === shown.letter ? shown : one)),
          },
    );
  }, []);

  return { page, list, failure, busy, go, ask, begin, update, refresh };
}
