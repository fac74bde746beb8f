// "Surat & permohonan": the letters of a certificate's life, from the first word to the answer.
import { useEffect, useRef } from 'react';
import type { Settings } from '../../../core/contract/settings.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { DeletedPage } from './deleted-page.tsx';
import { LetterPage } from './letter-page.tsx';
import { StartPage } from './start-page.tsx';
import { type LetterWish, useLetters } from './use-letters.ts';
import classes from './letters.module.css';

interface Props {
  readonly settings: Settings;
  /** Begun at once, where somebody comes from a certificate's warning. */
  readonly wish: LetterWish | null;
  readonly onWishTaken: () => void;
}

export function LettersView({ settings, wish, onWishTaken }: Props) {
  const letters = useLetters();
  const { page, begin } = letters;
  const taken = useRef<LetterWish | null>(null);
  useEffect(() => {
    if (wish === null || taken.current === wish) return;
    taken.current = wish;
    onWishTaken();
    void begin(wish.kind, wish.certificate);
  }, [wish, begin, onWishTaken]);
  return (
    <div className={classes['letters']} data-testid="letters" data-page={page.kind}>
      {letters.failure !== null && <FailureNotice failure={letters.failure} />}
      {page.kind === 'start' && <StartPage letters={letters} zone={settings.zone} />}
      {page.kind === 'letter' && (
        <LetterPage
          key={page.shown.letter}
          letters={letters}
          zone={settings.zone}
          shown={page.shown}
        />
      )}
      {page.kind === 'deleted' && (
        <DeletedPage letters={letters} zone={settings.zone} proof={page.proof} />
      )}
    </div>
  );
}
