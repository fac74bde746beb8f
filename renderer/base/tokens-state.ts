// What is known of the tokens right now, shared by the corner, signing and the list of tokens.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResponseOf } from '../../core/contract/entry.ts';
import type { MainContract } from '../../core/contract/main-window.ts';
import type { CertificateChoice } from '../../core/contract/token.ts';
import type { Failure } from '../../core/contract/shapes.ts';
import { pena } from './bridge.ts';

export type TokenList = ResponseOf<MainContract['token.list']>;

export interface TokensState {
  readonly list: TokenList | null;
  readonly failure: Failure | null;
  readonly reading: boolean;
  /** Asks again; resolves when the answer is in. Calls while one is under way share its answer. */
  readonly refresh: () => Promise<TokenList | null>;
}

/** Milliseconds between two readings that only a window coming to the front asks for. */
const QUIET = 10_000;

/**
 * Reads the tokens at start, when one was plugged in or pulled out, and when the window comes back to the
 * front. `paused`: not while signing, but once it is over.
 */
export function useTokens(paused: boolean): TokensState {
  const [list, setList] = useState<TokenList | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [reading, setReading] = useState(true);
  const running = useRef<Promise<TokenList | null> | null>(null);
  const last = useRef(0);

  const refresh = useCallback((): Promise<TokenList | null> => {
    const read = async (): Promise<TokenList | null> => {
      setReading(true);
      const answer = await pena().call('token.list', {});
      last.current = Date.now();
      running.current = null;
      setReading(false);
      setFailure(answer.ok ? null : answer.error);
      if (!answer.ok) return null;
      setList(answer.value);
      return answer.value;
    };
    running.current ??= read();
    return running.current;
  }, []);

  useEffect(() => {
    void Promise.resolve().then(refresh);
  }, [refresh]);

  /** Whether a token has come or gone since the last reading began. */
  const stale = useRef(false);
  const catchUp = useCallback(async (): Promise<void> => {
    // A reading that had begun before may have missed it.
    await running.current;
    if (!stale.current) return;
    stale.current = false;
    await refresh();
  }, [refresh]);
  useEffect(() => {
    if (!paused) void catchUp();
    return pena().on('token.changed', () => {
      stale.current = true;
      if (!paused) void catchUp();
    });
  }, [paused, catchUp]);

  useEffect(() => {
    if (paused) return;
    const onFocus = (): void => {
      if (Date.now() - last.current > QUIET) void refresh();
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [paused, refresh]);

  return { list, failure, reading, refresh };
}

/** Whether a module's answer is still to come: what is not in the list may be in the next one. */
export function isIncomplete(list: TokenList | null): boolean {
  return list?.modules.some(({ state }) => state === 'waiting') ?? false;
}

/** The same certificate in a newer list, whose handles may differ. */
export function findAgain(
  chosen: CertificateChoice,
  list: readonly CertificateChoice[],
): CertificateChoice | undefined {
  return (
    list.find((choice) => choice.certificate === chosen.certificate) ??
    list.find(
      (choice) =>
        choice.tokenSerial === chosen.tokenSerial &&
        choice.name === chosen.name &&
        choice.notAfter === chosen.notAfter,
    )
  );
}
