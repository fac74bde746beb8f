// The report of the last look as a file, in one click.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { Failure } from '../../../core/contract/shapes.ts';
import { announce } from '../../base/announce.ts';
import { pena } from '../../base/bridge.ts';
import { FailureNotice } from '../../components/notice.tsx';
import classes from './doctor.module.css';

export function SaveReport() {
  const { t } = useTranslation('doctor');
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    const answer = await pena().call('doctor.save', {});
    setFailure(answer.ok ? null : answer.error);
    const done = answer.ok && answer.value.saved;
    setSaved(done);
    if (done) announce(t('report.saved'));
  };
  return (
    <section className={classes['card']} aria-label={t('report.title')}>
      <h2>{t('report.title')}</h2>
      <p className={classes['hint']}>{t('report.text')}</p>
      <div className={classes['head']}>
        <Button variant="default" onClick={() => void save()}>
          {t('report.save')}
        </Button>
        {saved && <span>{t('report.saved')}</span>}
      </div>
      {failure !== null && <FailureNotice failure={failure} />}
    </section>
  );
}
