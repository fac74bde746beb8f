// Where the wizard stands, and its talk with main. What main was told stays there: nothing is lost with this page.
import { useCallback, useState } from 'react';
import type { ShownRequest } from '../../../core/contract/acknowledge.ts';
import type { CaseList, Meant, ShownCase } from '../../../core/contract/lost-key.ts';
import type { RequestOf, ResponseOf } from '../../../core/contract/entry.ts';
import type { MainContract } from '../../../core/contract/main-window.ts';
import type { Failure } from '../../../core/contract/shapes.ts';
import type { Zone } from '../../../core/domain/local-time.ts';
import { pena } from '../../base/bridge.ts';
import { type Ask, type Settle, useAsking } from '../../base/use-asking.ts';
import { useNews } from '../../base/use-news.ts';
import { firstForm, type LossForm } from './loss-form.ts';

export const CASE_PAGES = ['report', 'papers', 'reissue', 'done'] as const;
export type CasePage = (typeof CASE_PAGES)[number];

export type Proof = ResponseOf<MainContract['lostKey.delete']>;

export type Page =
  | { readonly kind: 'start' }
  | { readonly kind: 'forgotten' | 'kept' }
  | { readonly kind: 'event' | 'send'; readonly meant: Meant; readonly form: LossForm }
  | { readonly kind: CasePage | 'doubt'; readonly shown: ShownCase }
  | { readonly kind: 'deleted'; readonly proof: Proof }
  | { readonly kind: 'request'; readonly request: ShownRequest };

export interface LostKey {
  readonly page: Page;
  readonly list: CaseList | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly go: (page: Page) => void;
  readonly ask: Ask<'lostKey'>;
  readonly settle: Settle;
  readonly choose: (wish: RequestOf<MainContract['lostKey.choose']>) => Promise<void>;
  /** Shows what a case has become, on its own page. */
  readonly update: (shown: ShownCase) => void;
  readonly refresh: () => Promise<void>;
}

/** A superior's request stays open while its letter is signed in another view, which takes this one's place. */
let opened: Page | null = null;

const firstPage = (): Page => opened ?? { kind: 'start' };

function keepOpen(page: Page): void {
  opened = page.kind === 'request' ? page : null;
}

export function useLostKey(zone: Zone): LostKey {
  const [page, setPage] = useState<Page>(firstPage);
  const [list, setList] = useState<CaseList | null>(null);
  const { ask, settle, busy, failure, setFailure } = useAsking<'lostKey'>();

  const update = useCallback((shown: ShownCase): void => {
    setPage((now) => ('shown' in now ? { ...now, shown } : now));
    setList((before) =>
      before === null
        ? before
        : { ...before, cases: before.cases.map((one) => (one.case === shown.case ? shown : one)) },
    );
  }, []);

  const take = useCallback((next: CaseList): void => {
    setList(next);
    setPage((now) => {
      if (!('shown' in now)) return now;
      const same = next.cases.find((one) => one.case === now.shown.case);
      return same === undefined ? now : { ...now, shown: same };
    });
  }, []);

  const refresh = useCallback(async (): Promise<void> => {
    const answer = await pena().call('lostKey.cases', {});
    if (answer.ok) take(answer.value);
    else setFailure(answer.error);
  }, [take, setFailure]);

  useNews('lostKey.changed', refresh);

  const go = useCallback(
    (next: Page): void => {
      setFailure(null);
      keepOpen(next);
      setPage(next);
    },
    [setFailure],
  );

  const choose = async (wish: RequestOf<MainContract['lostKey.choose']>): Promise<void> => {
    const meant = await ask('lostKey.choose', wish);
    if (meant !== null) setPage({ kind: 'event', meant, form: firstForm(meant, zone) });
  };

  return { page, list, failure, busy, go, ask, settle, choose, update, refresh };
}
