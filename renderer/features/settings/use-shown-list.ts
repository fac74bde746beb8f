// A list of the settings as main has it: read once, and replaced by what each change answers.
import { useEffect, useState } from 'react';
import type { Envelope, Failure } from '../../../core/contract/shapes.ts';
import { announce } from '../../base/announce.ts';

interface ShownList<T> {
  readonly list: T | null;
  readonly failure: Failure | null;
  readonly setFailure: (failure: Failure | null) => void;
  /** Takes what a change answered. @param told where it succeeded; @returns whether it did */
  readonly take: (answer: Envelope<T>, told: string) => boolean;
}

/** @param read kept the same from one drawing to the next */
export function useShownList<T>(read: () => Promise<Envelope<T>>): ShownList<T> {
  const [list, setList] = useState<T | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let current = true;
    void read().then((answer) => {
      if (!current) return;
      if (answer.ok) setList(answer.value);
      else setFailure(answer.error);
    });
    return () => {
      current = false;
    };
  }, [read]);
  const take = (answer: Envelope<T>, told: string): boolean => {
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return false;
    setList(answer.value);
    announce(told);
    return true;
  };
  return { list, failure, setFailure, take };
}
