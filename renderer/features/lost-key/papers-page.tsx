// The papers of Pasal 16(4): the competent authority's report, and the statement that the superior acknowledges.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { ShownCase } from '../../../core/contract/lost-key.ts';
import type { Zone } from '../../base/format.ts';
import { ViewHeader } from '../../components/view-header.tsx';
import { AskCard } from './ask-card.tsx';
import { AuthorityCard } from './authority-card.tsx';
import { StatementCard } from './statement-card.tsx';
import type { LostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly lost: LostKey;
  readonly zone: Zone;
  readonly shown: ShownCase;
}

export function PapersPage({ lost, zone, shown }: Props) {
  const { t } = useTranslation('lostKey');
  return (
    <>
      <ViewHeader title={t('papers.title')} subtitle={t('papers.subtitle')} />
      {shown.needsAuthorityReport && <AuthorityCard lost={lost} zone={zone} shown={shown} />}
      <StatementCard
        // Its boxes say anew what is so, once the superior's answer has been taken in.
        key={`${shown.case} ${String(shown.statement?.acknowledged ?? false)}`}
        lost={lost}
        shown={shown}
      />
      <AskCard lost={lost} shown={shown} />
      <p className={classes['hint']}>{t('papers.stripped')}</p>
      <div className={classes['buttons']}>
        <Button onClick={() => lost.go({ kind: 'reissue', shown })}>{t('papers.next')}</Button>
      </div>
    </>
  );
}
