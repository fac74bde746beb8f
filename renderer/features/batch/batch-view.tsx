// Signing many documents: what to sign, how, the review, the run, the result; one question a step.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { Settings } from '../../../core/contract/settings.ts';
import { formatNumber } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import type { TokensState } from '../../base/tokens-state.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { ResultCard } from './result-card.tsx';
import { ReviewCard } from './review-card.tsx';
import { RulesForm } from './rules-form.tsx';
import { RunningCard } from './running-card.tsx';
import { SealCard } from './seal-card.tsx';
import type { BatchRun } from './use-batch.ts';
import { useBatchOptions } from './use-batch-options.ts';
import classes from './batch.module.css';

interface Props {
  readonly batch: BatchRun;
  readonly settings: Settings;
  readonly tokens: TokensState;
  readonly onTokens: () => void;
}

export function BatchView({ batch, settings, tokens, onTokens }: Props) {
  const { t, i18n } = useTranslation('batch');
  const language = languageOf(i18n.language);
  const options = useBatchOptions();
  const { step, chosen, review, outcome, failure, empty } = batch.state;
  const number = chosen === null ? '' : formatNumber(chosen.files, language);
  const what =
    chosen === null
      ? t('subtitle')
      : [chosen.name, t('chosen', { count: chosen.files, formatted: number })]
          .filter((part) => part !== null)
          .join(' · ');
  return (
    <div className={classes['batch']}>
      <ViewHeader
        title={t('title')}
        subtitle={what}
        actions={
          chosen !== null &&
          !batch.running && (
            <Button variant="subtle" size="sm" onClick={batch.reset}>
              {t('choose.other')}
            </Button>
          )
        }
      />
      {failure !== null && <FailureNotice failure={failure} />}
      {step === 'choose' && <Choose empty={empty} onChoose={batch.choose} />}
      {chosen?.sealed && step !== 'done' && (
        <SealCard sealed={chosen.sealed} files={chosen.files} />
      )}
      {chosen !== null && ['rules', 'reviewing', 'reviewed'].includes(step) && (
        <RulesForm
          chosen={chosen}
          settings={settings}
          certificates={tokens.list?.certificates ?? []}
          rules={batch.state.rules}
          options={options}
          busy={step === 'reviewing'}
          reviewed={step === 'reviewed'}
          onRules={batch.setRules}
          onReview={batch.review}
          onTokens={onTokens}
        />
      )}
      {step === 'reviewed' && review !== null && (
        <ReviewCard
          review={review}
          earlier={outcome}
          canStamp={options.canStamp}
          onUnlock={batch.unlock}
          onStart={batch.start}
        />
      )}
      {batch.running && <RunningCard batch={batch} />}
      {step === 'done' && chosen !== null && outcome !== null && (
        <ResultCard
          chosen={chosen}
          outcome={outcome}
          onResume={batch.resume}
          onUnlock={batch.unlock}
          onAgain={batch.reset}
        />
      )}
    </div>
  );
}

function Choose({
  empty,
  onChoose,
}: {
  readonly empty: boolean;
  readonly onChoose: BatchRun['choose'];
}) {
  const { t } = useTranslation('batch');
  return (
    <div className={classes['card']}>
      {empty && <p role="status">{t('folderNone')}</p>}
      <div className={classes['row']}>
        <Button onClick={() => onChoose('files')}>{t('choose.files')}</Button>
        <Button variant="default" onClick={() => onChoose('folder')}>
          {t('choose.folder')}
        </Button>
        <Button variant="default" onClick={() => onChoose('sealed')}>
          {t('choose.sealed')}
        </Button>
      </div>
      <p className={classes['hint']}>{t('choose.hint')}</p>
    </div>
  );
}
