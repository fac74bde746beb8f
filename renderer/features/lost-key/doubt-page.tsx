// Documents signed since the owner last had the key: folders are chosen, searched, and the list goes with the report.
import { useTranslation } from 'react-i18next';
import { Button, Loader } from '@mantine/core';
import type { DoubtResult } from '../../../core/contract/doubt.ts';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import { announce } from '../../base/announce.ts';
import { formatDateTime, formatNumber, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { AlertIcon, CheckIcon } from '../../components/icons.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { DoubtTable, NotSeen } from './doubt-table.tsx';
import { useDoubt } from './use-doubt.ts';
import type { LostKey } from './use-lost-key.ts';
import own from './doubt.module.css';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
  readonly shown: ShownCase;
}

export function DoubtPage({ lost, zone, shown }: Props) {
  const { t, i18n } = useTranslation('doubt');
  const language = languageOf(i18n.language);
  const { searching, progress, result, search, stop } = useDoubt(lost, shown);
  const number = (value: number): string => formatNumber(value, language);
  const save = async (as: 'csv' | 'pdf'): Promise<void> => {
    const answer = await lost.ask('lostKey.doubtSave', { as });
    if (answer?.saved === true) announce(t('saved'));
  };
  const attach = async (): Promise<void> => {
    const next = await lost.ask('lostKey.doubtAttach', {});
    if (next === null) return;
    lost.update(next);
    announce(t('attached'));
  };
  return (
    <>
      <ViewHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <Button variant="subtle" size="sm" onClick={() => lost.go({ kind: 'done', shown })}>
            {t('back')}
          </Button>
        }
      />
      <section className={classes['card']} aria-label={t('title')}>
        <div className={classes['buttons']}>
          <Button disabled={searching} onClick={() => void search(true)}>
            {t('folders')}
          </Button>
          <Button variant="default" disabled={searching} onClick={() => void search(false)}>
            {t('journalAlone')}
          </Button>
          {searching && (
            <Button variant="default" onClick={stop}>
              {t('stop')}
            </Button>
          )}
        </div>
        {searching ? (
          <p className={classes['kept']} role="status">
            <Loader size={18} aria-hidden />
            {progress === null
              ? t('starting')
              : t('progress', {
                  files: number(progress.files),
                  doubtful: number(progress.inDoubt),
                })}
          </p>
        ) : (
          <p className={classes['hint']}>{t('journalToo')}</p>
        )}
      </section>
      {result !== null && !searching && (
        <section
          className={classes['card']}
          aria-labelledby="doubt-found"
          data-testid="doubt-found"
        >
          <Found result={result} zone={zone} />
          <DoubtTable result={result} zone={zone} />
          <NotSeen result={result} />
          <div className={classes['buttons']}>
            <Button disabled={lost.busy} onClick={() => void attach()}>
              {t('attach')}
            </Button>
            <Button variant="default" disabled={lost.busy} onClick={() => void save('pdf')}>
              {t('savePdf')}
            </Button>
            <Button variant="default" disabled={lost.busy} onClick={() => void save('csv')}>
              {t('saveCsv')}
            </Button>
          </div>
          {shown.doubtful !== null && (
            <p className={classes['kept']} role="status">
              <CheckIcon size={18} />
              {t('attachedAt', {
                count: shown.doubtful.count,
                formatted: number(shown.doubtful.count),
                date: formatDateTime(shown.doubtful.at, zone, language),
              })}
            </p>
          )}
        </section>
      )}
    </>
  );
}

function Found({ result, zone }: { readonly result: DoubtResult; readonly zone: Zone }) {
  const { t, i18n } = useTranslation('doubt');
  const language = languageOf(i18n.language);
  const number = (value: number): string => formatNumber(value, language);
  const { inDoubt, files, earlier, since, journal } = result;
  return (
    <>
      <h2 id="doubt-found" className={own['found']} data-tone={inDoubt === 0 ? 'ok' : 'warn'}>
        {inDoubt === 0 ? <CheckIcon size={20} /> : <AlertIcon size={20} />}
        {inDoubt === 0 ? t('none') : t('found', { count: inDoubt, formatted: number(inDoubt) })}
      </h2>
      <p className={classes['hint']}>
        {since === null
          ? t('sinceUnknown')
          : `${t('since', { date: formatDateTime(since, zone, language) })}.`}{' '}
        {t('facts', { files: number(files), earlier: number(earlier) })} {t(`journals.${journal}`)}
      </p>
    </>
  );
}
