// Pasal 16(3)b: the owner asks for a new certificate.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { announce } from '../../base/announce.ts';
import { CheckIcon } from '../../components/icons.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly shown: ShownCase;
  readonly onRequest: (name: string) => void;
}

export function ReissuePage({ lost, shown, onRequest }: Props) {
  const { t } = useTranslation(['lostKey', 'request']);
  const { reissue } = shown;
  const letter = async (): Promise<void> => {
    const answer = await lost.ask('lostKey.letter', {
      case: shown.case,
      letter: 'permohonan-penerbitan-baru',
    });
    if (answer?.saved === true) announce(t('report.saved'));
  };
  const mark = async (): Promise<void> => {
    const next = await lost.ask('lostKey.reissueRequested', { case: shown.case });
    if (next !== null) lost.update(next);
  };
  return (
    <>
      <ViewHeader title={t('reissue.title')} subtitle={t('reissue.subtitle')} />
      <section className={classes['card']} aria-label={t('reissue.title')}>
        {reissue === 'requested' ? (
          <p className={classes['kept']} role="status">
            <CheckIcon size={18} />
            {t('reissue.requested')}
          </p>
        ) : (
          <p>{t(reissue === 'needed' ? 'reissue.text' : 'reissue.notNeeded')}</p>
        )}
        {reissue !== 'not-needed' && (
          <div className={classes['buttons']}>
            <Button variant="default" disabled={lost.busy} onClick={() => void letter()}>
              {t('reissue.letter')}
            </Button>
            <Button variant="default" disabled={lost.busy} onClick={() => onRequest(shown.name)}>
              {t('request:reissue')}
            </Button>
            {reissue === 'needed' && (
              <Button variant="default" disabled={lost.busy} onClick={() => void mark()}>
                {t('reissue.mark')}
              </Button>
            )}
          </div>
        )}
      </section>
      <div className={classes['buttons']}>
        <Button onClick={() => lost.go({ kind: 'done', shown })}>{t('reissue.next')}</Button>
      </div>
    </>
  );
}
