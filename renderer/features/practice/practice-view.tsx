// Practice mode: what it is, the way in, and from within what was made, the way out and the way to delete it all.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import { PRACTICE_PIN } from '../../../core/domain/practice-token.ts';
import { Facts } from '../../components/facts.tsx';
import { AlertIcon, LockIcon } from '../../components/icons.tsx';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { type PracticeState, usePractice } from './use-practice.ts';
import classes from './practice.module.css';

type Way = 'enter' | 'leave' | 'reset';

export function PracticeView() {
  const { t } = useTranslation('practice');
  const { state, failure, look, go } = usePractice();
  return (
    <div className={classes['view']} data-testid="practice">
      <ViewHeader title={t('title')} subtitle={t('subtitle')} />
      {failure !== null && <FailureNotice failure={failure} />}
      {state !== null &&
        (state.active ? (
          <Inside state={state} onGo={go} />
        ) : (
          <Outside state={state} onLook={() => void look()} onEnter={() => void go('enter')} />
        ))}
      <Card title={t('about.title')}>
        <ul className={classes['about']}>
          {(['token', 'mark', 'level', 'trust', 'inside', 'apart'] as const).map((one) => (
            <li key={one}>{t(`about.${one}`)}</li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

interface OutsideProps {
  readonly state: PracticeState;
  readonly onLook: () => void;
  readonly onEnter: () => void;
}

function Outside({ state, onLook, onEnter }: OutsideProps) {
  const { t } = useTranslation('practice');
  return (
    <>
      {state.forbidden ? (
        <p className={classes['note']} role="status">
          <LockIcon size={20} />
          <span>{t('forbidden')}</span>
        </p>
      ) : (
        !state.softHsm && <Missing state={state} again={t('missing.again')} onAgain={onLook} />
      )}
      <Card title={t('enter.title')}>
        <p>{t('enter.text')}</p>
        <Button disabled={state.forbidden || !state.softHsm} onClick={onEnter}>
          {t('enter.button')}
        </Button>
      </Card>
    </>
  );
}

interface InsideProps {
  readonly state: PracticeState;
  readonly onGo: (way: Way) => Promise<void>;
}

function Inside({ state, onGo }: InsideProps) {
  const { t } = useTranslation('practice');
  const again = (): void => void onGo('enter');
  return (
    <>
      {state.problem === null ? (
        <Card title={t('active.title')}>
          <Facts
            facts={[
              { name: t('active.token'), value: 'TOKEN LATIHAN' },
              { name: t('active.pin'), value: t('active.pinText', { pin: PRACTICE_PIN }) },
            ]}
          />
        </Card>
      ) : state.softHsm ? (
        <FailureNotice title={t('failed')} failure={state.problem}>
          <Button variant="default" size="sm" onClick={again}>
            {t('retry')}
          </Button>
        </FailureNotice>
      ) : (
        <Missing state={state} again={t('retry')} onAgain={again} />
      )}
      <Card title={t('leave.title')}>
        {state.mayLeave ? (
          <>
            <p>{t('leave.text')}</p>
            <Button onClick={() => void onGo('leave')}>{t('strip.leave')}</Button>
          </>
        ) : (
          <p>{t('leave.room')}</p>
        )}
      </Card>
      {state.mayLeave && <Reset onReset={() => void onGo('reset')} />}
    </>
  );
}

interface MissingProps {
  readonly state: PracticeState;
  readonly again: string;
  readonly onAgain: () => void;
}

function Missing({ state, again, onAgain }: MissingProps) {
  const { t } = useTranslation('practice');
  return (
    <div className={classes['note']} role="status" data-testid="no-softhsm">
      <AlertIcon size={22} />
      <div>
        <h2>{t('missing.title')}</h2>
        <p>{t('missing.text')}</p>
        <p>{t(`missing.${state.platform}`)}</p>
        <Button variant="default" size="sm" onClick={onAgain}>
          {again}
        </Button>
      </div>
    </div>
  );
}

function Reset({ onReset }: { readonly onReset: () => void }) {
  const { t } = useTranslation('practice');
  const [asked, setAsked] = useState(false);
  return (
    <Card title={t('reset.title')}>
      <p>{t('reset.text')}</p>
      {asked ? (
        <div role="group" aria-label={t('reset.confirm')}>
          <p>
            <strong>{t('reset.confirm')}</strong>
          </p>
          <div className={classes['buttons']}>
            <Button onClick={onReset}>{t('reset.yes')}</Button>
            <Button variant="default" autoFocus onClick={() => setAsked(false)}>
              {t('reset.no')}
            </Button>
          </div>
        </div>
      ) : (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t('reset.button')}
        </Button>
      )}
    </Card>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes['card']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
