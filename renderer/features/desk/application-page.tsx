// One application: who applies for what, its enclosures by its article, the decision, and what became of it.
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { DeskApplicationShown } from '../../../core/contract/desk-applications.ts';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { APPLICATION_RULES } from '../../../core/domain/application-kind.ts';
import { formatDateTime, type Zone } from '../../base/format.ts';
import { languageOf } from '../../base/i18n.ts';
import { Facts } from '../../components/facts.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { ApplicationBadge } from './application-badge.tsx';
import { ApplicationDecision } from './application-decision.tsx';
import { EnclosuresCard } from './enclosures-card.tsx';
import type { ApplicationsDesk } from './use-applications.ts';
import type { Desk } from './use-desk.ts';
import classes from './desk.module.css';

interface Props {
  readonly desk: Desk;
  readonly applications: ApplicationsDesk;
  readonly shown: DeskApplicationShown;
  readonly zone: Zone;
  readonly onDocument: (document: OpenedDocument) => void;
}

/** Those that BSrE is asked to act on after (14(2), 15(3)). */
const ISSUED = ['individual', 'position', 'system', 'renewal'];

export function ApplicationPage({ desk, applications, shown, zone, onDocument }: Props) {
  const { t } = useTranslation('deskApplications');
  const { state, kind, mayAccept, mayReject } = shown;
  const filed = state === 'accepted' && !ISSUED.includes(kind);
  return (
    <>
      <ViewHeader
        title={shown.name}
        subtitle={filed ? t('acceptedOther') : t(`stateTexts.${state}`)}
        actions={
          <Button variant="default" onClick={() => applications.show(null)}>
            {t('back')}
          </Button>
        }
      />
      <div
        className={classes['badges']}
        role="group"
        aria-label={t('stateName')}
        data-testid="desk-application-state"
        data-state={state}
      >
        <ApplicationBadge state={state} />
      </div>
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          <FactsCard desk={desk} applications={applications} shown={shown} zone={zone} />
          <EnclosuresCard desk={desk} shown={shown} onDocument={onDocument} />
        </div>
        <div className={classes['stack']}>
          {(mayAccept || mayReject) && (
            <ApplicationDecision desk={desk} applications={applications} shown={shown} />
          )}
          <PastCard shown={shown} zone={zone} />
        </div>
      </div>
    </>
  );
}

function FactsCard({ desk, applications, shown, zone }: Omit<Props, 'onDocument'>) {
  const { t, i18n } = useTranslation('deskApplications');
  const { t: letters } = useTranslation('letters');
  const { application, kind, whole, about } = shown;
  const reveal = async (): Promise<void> => {
    const next = await desk.ask('desk.application', { application, whole: !whole });
    if (next !== null) applications.show(next);
  };
  const said = (value: string): string => value || t('none');
  return (
    <section className={classes['card']} aria-labelledby="application-facts">
      <h2 id="application-facts">{t('facts')}</h2>
      <Facts
        facts={[
          { name: t('kind'), value: letters(`kinds.${kind}`) },
          { name: t('article'), value: APPLICATION_RULES[kind].article },
          { name: t('applicant'), value: shown.name },
          { name: t('nip'), value: said(shown.nip) },
          { name: t('email'), value: said(shown.email) },
          { name: t('position'), value: said(shown.position) },
          { name: t('unit'), value: said(shown.unit) },
          ...(about === '' ? [] : [{ name: t('about'), value: about }]),
          { name: t('number'), value: said(shown.letterNumber) },
          {
            name: t('madeAt'),
            value: formatDateTime(shown.madeAt, zone, languageOf(i18n.language)),
          },
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

/** The archive of Pasal 12(4), newest first. */
function PastCard({ shown, zone }: Pick<Props, 'shown' | 'zone'>) {
  const { t, i18n } = useTranslation('deskApplications');
  const language = languageOf(i18n.language);
  return (
    <section
      className={classes['card']}
      aria-labelledby="application-past"
      data-testid="desk-application-past"
    >
      <h2 id="application-past">{t('past')}</h2>
      <ol className={classes['list']} reversed>
        {shown.past.toReversed().map((one, i) => (
          <li key={`${one.at}-${String(i)}`}>
            <p>
              {one.kind === 'came'
                ? t('pastCame')
                : t('pastDecided', {
                    state: t(`states.${one.state}`).toLowerCase(),
                    reason: one.reason,
                  })}
            </p>
            <p className={classes['hint']}>{formatDateTime(one.at, zone, language)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
