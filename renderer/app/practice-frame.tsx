// The main window in practice mode: the strip stands outside of all that can change, scroll or break below it.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { Failure } from '../../core/contract/shapes.ts';
import { pena } from '../base/bridge.ts';
import { useErrorText } from '../base/error-text.ts';
import { inPractice } from '../base/practice.ts';
import { PracticeStrip } from '../components/practice-strip.tsx';
import classes from './shell.module.css';

export function PracticeFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('practice');
  const errorText = useErrorText();
  const [failure, setFailure] = useState<Failure | null>(null);
  if (!inPractice()) return children;
  const leave = async (): Promise<void> => {
    const answer = await pena().call('practice.leave', {});
    setFailure(answer.ok ? null : answer.error);
  };
  return (
    <div className={classes['practice']}>
      <PracticeStrip pin>
        {failure !== null && <p role="alert">{errorText(failure.code, failure.params)}</p>}
        <Button variant="default" size="xs" onClick={() => void leave()}>
          {t('strip.leave')}
        </Button>
      </PracticeStrip>
      <div className={classes['practiceRest']}>{children}</div>
    </div>
  );
}
