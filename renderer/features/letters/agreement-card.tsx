// What its owner agrees to, in so many words: the duties of Pasal 17, or the subscriber agreement of Pasal 14(4).
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownLetter } from '../../../core/contract/letters.ts';
import { announce } from '../../base/announce.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { CheckIcon } from '../../components/icons.tsx';
import type { Letters } from './use-letters.ts';
import classes from './letters.module.css';

interface Props {
  readonly letters: Letters;
  readonly zone: Zone;
  readonly shown: ShownLetter;
}

/** Pasal 17a to 17f. */
const DUTIES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

export function AgreementCard({ letters, zone, shown }: Props) {
  const { t, i18n } = useTranslation('letters');
  const what = shown.kind === 'duties' ? 'duties' : 'agreement';
  const agree = async (): Promise<void> => {
    const next = await letters.ask('letters.agree', { letter: shown.letter });
    if (next === null) return;
    letters.update(next);
    announce(t('agree.noted'));
  };
  return (
    <section className={classes['card']} aria-labelledby="letter-agree" data-testid="letter-agree">
      <h2 id="letter-agree">{t(`agree.${what}.title`)}</h2>
      <p>{t(`agree.${what}.text`)}</p>
      {what === 'duties' && (
        <ol className={classes['duties']}>
          {DUTIES.map((duty) => (
            <li key={duty}>{t(`agree.list.${duty}`)}</li>
          ))}
        </ol>
      )}
      {shown.agreedAt === null ? (
        <div>
          <Button variant="default" disabled={letters.busy} onClick={() => void agree()}>
            {t(`agree.${what}.yes`)}
          </Button>
        </div>
      ) : (
        <p className={classes['kept']}>
          <CheckIcon size={18} />
          {t('agree.done', {
            date: formatDateTime(shown.agreedAt, zone, languageOf(i18n.language)),
          })}
        </p>
      )}
    </section>
  );
}
