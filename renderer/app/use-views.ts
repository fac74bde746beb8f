// Which view is shown, which ones keep what was typed in them, and what one view leaves for another to take up.
import { useCallback, useState } from 'react';
import type { LetterWish } from '../features/letters/use-letters.ts';
import type { RequestStart } from '../features/request/request-view.tsx';
import type { View } from './views.ts';

/** What came of the reminder to choose a mark, in this run. */
type MarkReminder = 'due' | 'wanted' | 'later';

/** What waits for the view that takes it up; null: nothing does. */
export interface Left {
  /** Many files at once, on their way to the table of the verify view. */
  readonly bulk: readonly File[] | null;
  /** A letter that a certificate's warning leads to. */
  readonly letter: LetterWish | null;
  /** A superior's request (Pasal 16(4)) that was dropped on the window. */
  readonly acknowledging: File | null;
  /** A package for the desk that was dropped on the window. */
  readonly packed: File | null;
}

export interface Views {
  readonly view: View;
  /** Whether it was looked at before: such a view may keep what was typed and found in it. */
  readonly wasSeen: (view: View) => boolean;
  readonly go: (view: View) => void;
  readonly left: Left;
  /** Leaves it, and goes where it is taken up. */
  readonly leave: (part: Partial<Left>, view: View) => void;
  readonly take: (part: keyof Left) => void;
  /** What the page where a certificate is asked for begins with. */
  readonly asked: RequestStart;
  /** To the page where a certificate is asked for. */
  readonly request: (reason: RequestStart['reason'], name?: string) => void;
  readonly mark: MarkReminder;
  readonly setMark: (mark: MarkReminder) => void;
}

const NOTHING: Left = { bulk: null, letter: null, acknowledging: null, packed: null };

/** @param onLeaving before another view is shown by what a person chose */
export function useViews(onLeaving: () => void): Views & { readonly show: (view: View) => void } {
  const [view, setView] = useState<View>('home');
  const [seen, setSeen] = useState<ReadonlySet<View>>(new Set());
  const [left, setLeft] = useState(NOTHING);
  const [asked, setAsked] = useState<RequestStart>({ reason: 'new', name: '' });
  const [mark, setMark] = useState<MarkReminder>('due');
  const take = useCallback(
    (part: keyof Left) => setLeft((before) => ({ ...before, [part]: null })),
    [],
  );
  const go = (next: View): void => {
    setView(next);
    setSeen((before) => new Set(before).add(next));
  };
  const show = (next: View): void => {
    onLeaving();
    if (mark === 'wanted') setMark('due');
    go(next);
  };
  return {
    ...{ view, go, show, left, take, asked, mark, setMark },
    wasSeen: (one) => seen.has(one),
    leave: (part, next) => {
      setLeft((before) => ({ ...before, ...part }));
      show(next);
    },
    request: (reason, name = '') => {
      setAsked({ reason, name });
      show('request');
    },
  };
}
