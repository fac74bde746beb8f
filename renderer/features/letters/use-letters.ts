// Where the page of letters stands, and its talk with main. What main was told stays there.
import { useCallback, useState } from 'react';
import type { ResponseOf } from '../../../core/contract/entry.ts';
import type { LetterList, ShownLetter } from '../../../core/contract/letters.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import type { ApplicationKind } from '../../../core/domain/application-kind.ts';
import { pena } from '../../base/bridge.ts';
import { newest } from '../../base/newest.ts';
import { type Ask, useAsking } from '../../base/use-asking.ts';
import { useNews } from '../../base/use-news.ts';

export type DeletionProof = ResponseOf<MainContract['letters.delete']>;

type Page =
  | { readonly kind: 'start' }
  | { readonly kind: 'letter'; readonly shown: ShownLetter }
  | { readonly kind: 'deleted'; readonly proof: DeletionProof };

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
  readonly ask: Ask<'letters'>;
  readonly begin: (kind: ApplicationKind, certificate: string | null) => Promise<void>;
  /** Shows what a letter has become, on its own page. */
  readonly update: (shown: ShownLetter) => void;
  readonly refresh: () => Promise<void>;
}

export function useLetters(): Letters {
  const [page, setPage] = useState<Page>({ kind: 'start' });
  const [list, setList] = useState<LetterList | null>(null);
  const { ask, busy, failure, setFailure } = useAsking<'letters'>();

  const take = useCallback((next: LetterList): void => {
    setList(next);
    setPage((now) => {
      if (now.kind !== 'letter') return now;
      const same = next.letters.find((one) => one.letter === now.shown.letter);
      return same === undefined ? now : { ...now, shown: same };
    });
  }, []);

  const [inTurn] = useState(newest);
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await inTurn(pena().call('letters.list', {}));
    if (answer === null) return;
    if (answer.ok) take(answer.value);
    else setFailure(answer.error);
  }, [inTurn, take, setFailure]);

  useNews('letters.changed', refresh);

  const go = useCallback(
    (next: Page): void => {
      setFailure(null);
      setPage(next);
    },
    [setFailure],
  );

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
