// The letter as a file to be carried or mailed by the person, and what was answered: as the person says, since nobody
// else tells this program.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Textarea, TextInput } from '@mantine/core';
import type { ShownLetter } from '../../../core/contract/letters.ts';
import { APPLICATION_RULES } from '../../../core/domain/application-kind.ts';
import { announce } from '../../base/announce.ts';
import { useWays } from '../../base/use-ways.ts';
import type { Letters } from './use-letters.ts';
import classes from './letters.module.css';

interface Props {
  readonly letters: Letters;
  readonly shown: ShownLetter;
}

/** Where a person may have been told what was decided. */
const ANSWERABLE: readonly ShownLetter['state'][] = ['sent', 'handed-in'];

export function HandInCard({ letters, shown }: Props) {
  const { t } = useTranslation('letters');
  const { letter, state } = shown;
  const isDraft = state === 'draft';
  const pack = async (): Promise<void> => {
    const done = await letters.ask('letters.package', { letter });
    if (done?.saved === true) announce(t('handIn.packed'));
  };
  const handedIn = async (): Promise<void> => {
    const next = await letters.ask('letters.handedIn', { letter });
    if (next === null) return;
    letters.update(next);
    announce(t('states.handed-in'));
  };
  return (
    <section className={classes['card']} aria-labelledby="letter-hand-in">
      <h2 id="letter-hand-in">{t('handIn.title')}</h2>
      <h3>{t('handIn.byHand')}</h3>
      <p className={classes['hint']}>{t(isDraft ? 'handIn.early' : `handIn.text`)}</p>
      <div className={classes['buttons']}>
        <Button variant="default" disabled={letters.busy || isDraft} onClick={() => void pack()}>
          {t('handIn.pack')}
        </Button>
        {state !== 'handed-in' && (
          <Button
            variant="default"
            disabled={letters.busy || isDraft}
            onClick={() => void handedIn()}
          >
            {t('handIn.done')}
          </Button>
        )}
      </div>
      {!isDraft && state !== 'handed-in' && (
        <p className={classes['hint']}>{t('handIn.doneNote')}</p>
      )}
      {!isDraft && <AsMail letters={letters} shown={shown} />}
      {ANSWERABLE.includes(state) && <Answer letters={letters} shown={shown} />}
    </section>
  );
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** For the person's own mail program, to whom it may concern. */
function AsMail({ letters, shown }: Props) {
  const { t } = useTranslation('letters');
  const ways = useWays();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState(false);
  const office = APPLICATION_RULES[shown.kind].toAuthority ? ways?.email : null;
  const to = typed ?? office ?? '';
  const save = async (): Promise<void> => {
    const wrong = !ADDRESS.test(to.trim());
    setProblem(wrong);
    if (wrong) return;
    const done = await letters.ask('letters.saveMail', { letter: shown.letter, to: to.trim() });
    if (done?.saved === true) announce(t('handIn.mailed'));
  };
  if ((shown.told['owner.email'] ?? '') === '') {
    return <p className={classes['hint']}>{t('handIn.mailNeedsOwn')}</p>;
  }
  return (
    <div className={classes['stack']}>
      <TextInput
        className={classes['wide'] ?? ''}
        label={t('handIn.mailTo')}
        value={to}
        maxLength={200}
        error={problem && t('handIn.mailWrong')}
        onChange={(event) => {
          setProblem(false);
          setTyped(event.currentTarget.value);
        }}
      />
      <div>
        <Button variant="default" disabled={letters.busy} onClick={() => void save()}>
          {t('handIn.mail')}
        </Button>
      </div>
    </div>
  );
}

/** Pasal 12(2), 12(3): accepted, or rejected with reasons. */
function Answer({ letters, shown }: Props) {
  const { t } = useTranslation('letters');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState(false);
  const told = async (state: 'accepted' | 'rejected'): Promise<void> => {
    if (state === 'rejected' && reason.trim() === '') {
      setProblem(true);
      return;
    }
    const next = await letters.ask('letters.answered', { letter: shown.letter, state, reason });
    if (next === null) return;
    letters.update(next);
    announce(t(`states.${state}`));
  };
  return (
    <div className={classes['stack']} role="group" aria-label={t('handIn.answer')}>
      <h3>{t('handIn.answer')}</h3>
      <Textarea
        label={t('handIn.reason')}
        description={t('handIn.reasonHint')}
        value={reason}
        maxLength={1000}
        minRows={2}
        autosize
        error={problem && t('handIn.reasonNeeded')}
        onChange={(event) => {
          setProblem(false);
          setReason(event.currentTarget.value);
        }}
      />
      <div className={classes['buttons']}>
        <Button variant="default" disabled={letters.busy} onClick={() => void told('accepted')}>
          {t('handIn.accepted')}
        </Button>
        <Button variant="default" disabled={letters.busy} onClick={() => void told('rejected')}>
          {t('handIn.rejected')}
        </Button>
      </div>
    </div>
  );
}
