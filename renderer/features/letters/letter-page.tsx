// One letter: what it says, what goes with it, what has become of it; and beside them what is still missing.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownLetter } from '../../../core/contract/letters.ts';
import { APPLICATION_RULES } from '../../../core/domain/application-kind.ts';
import type { Zone } from '../../base/format.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { AgreementCard } from './agreement-card.tsx';
import { ContentForm } from './content-form.tsx';
import { HandInCard } from './hand-in-card.tsx';
import { MissingCard } from './missing-card.tsx';
import { PapersCard } from './papers-card.tsx';
import { SendCard } from './send-card.tsx';
import { StateBanner } from './state-banner.tsx';
import type { Letters } from './use-letters.ts';
import classes from './letters.module.css';

interface Props {
  readonly letters: Letters;
  readonly zone: Zone;
  readonly shown: ShownLetter;
}

export function LetterPage({ letters, zone, shown }: Props) {
  const { t } = useTranslation('letters');
  const rule = APPLICATION_RULES[shown.kind];
  const remove = async (): Promise<void> => {
    const proof = await letters.ask('letters.delete', { letter: shown.letter });
    if (proof === null) return;
    letters.go({ kind: 'deleted', proof });
    await letters.refresh();
  };
  return (
    <>
      <ViewHeader
        title={t(`kinds.${shown.kind}`)}
        subtitle={t('article', { article: rule.article })}
        actions={
          <Button variant="subtle" size="sm" onClick={() => letters.go({ kind: 'start' })}>
            {t('back')}
          </Button>
        }
      />
      <StateBanner shown={shown} zone={zone} />
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          {rule.agreed && <AgreementCard letters={letters} zone={zone} shown={shown} />}
          <ContentForm letters={letters} shown={shown} />
          <PapersCard letters={letters} zone={zone} shown={shown} />
          <SendCard letters={letters} zone={zone} shown={shown} />
          <HandInCard letters={letters} shown={shown} />
        </div>
        <div className={classes['side']}>
          <MissingCard shown={shown} />
          <section className={classes['card']} aria-label={t('kept.title')}>
            <p className={classes['hint']}>{t('kept.text')}</p>
            <Disclosure summary={t('kept.more')}>
              <p className={classes['hint']}>{t('kept.deleteText')}</p>
              <Button
                variant="default"
                size="sm"
                className={classes['harm'] ?? ''}
                disabled={letters.busy}
                onClick={() => void remove()}
              >
                {t('kept.delete')}
              </Button>
            </Disclosure>
          </section>
        </div>
      </div>
    </>
  );
}
