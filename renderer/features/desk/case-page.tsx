// One case: what was reported, its papers, what to decide, what followed, and everything that happened.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { DeskCase } from '../../../core/contract/desk.ts';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Facts } from '../../components/facts.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { DecisionCard } from './decision-card.tsx';
import { FollowCard } from './follow-card.tsx';
import { IncidentCard } from './incident-card.tsx';
import { PapersCard } from './papers-card.tsx';
import { PastCard } from './past-card.tsx';
import { StageBadge } from './stage.tsx';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

interface Props {
  readonly desk: Desk;
  readonly shown: DeskCase;
  readonly zone: Zone;
  readonly onDocument: (document: OpenedDocument) => void;
}

export function CasePage({ desk, shown, zone, onDocument }: Props) {
  const { t } = useTranslation('desk');
  return (
    <>
      <ViewHeader
        title={shown.name}
        subtitle={t(`stageTexts.${shown.stage}`)}
        actions={
          <Button variant="default" onClick={() => desk.show(null)}>
            {t('back')}
          </Button>
        }
      />
      <div className={classes['badges']} data-testid="desk-stage" data-stage={shown.stage}>
        <StageBadge stage={shown.stage} />
      </div>
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          <ReportCard desk={desk} shown={shown} zone={zone} />
          <PapersCard desk={desk} shown={shown} onDocument={onDocument} />
          <PastCard shown={shown} zone={zone} />
        </div>
        <div className={classes['stack']}>
          {(shown.mayAccept || shown.mayReject) && <DecisionCard desk={desk} shown={shown} />}
          <FollowCard desk={desk} shown={shown} />
          <IncidentCard desk={desk} shown={shown} />
        </div>
      </div>
    </>
  );
}

function ReportCard({ desk, shown, zone }: Omit<Props, 'onDocument'>) {
  const { t, i18n } = useTranslation('desk');
  const { whole, invalidityDate, certificate } = shown;
  const language = languageOf(i18n.language);
  const reveal = async (): Promise<void> => {
    const next = await desk.ask('desk.case', { case: shown.case, whole: !whole });
    if (next !== null) desk.show(next);
  };
  const since = invalidityDate === null ? '' : formatDateTime(invalidityDate, zone, language);
  return (
    <section className={classes['card']} aria-labelledby="desk-facts">
      <h2 id="desk-facts">{t('facts')}</h2>
      <Facts
        facts={[
          { name: t('owner'), value: shown.name },
          { name: t('nip'), value: shown.nip || t('none') },
          { name: t('email'), value: shown.email || t('none') },
          { name: t('groundName'), value: t(`grounds.${shown.ground}`) },
          { name: t('reasonName'), value: shown.reason, code: true },
          ...(since === '' ? [] : [{ name: t('since'), value: since }]),
          { name: t('reporter'), value: t(`reporters.${shown.reportedBy}`) },
          { name: t('serial'), value: certificate.serial, code: true },
          { name: t('issuer'), value: certificate.issuer },
          { name: t('narrative'), value: <p className={classes['prose']}>{shown.narrative}</p> },
        ]}
      />
      <div>
        <Button variant="default" size="sm" disabled={desk.busy} onClick={() => void reveal()}>
          {t(whole ? 'hideWhole' : 'showWhole')}
        </Button>
      </div>
    </section>
  );
}
