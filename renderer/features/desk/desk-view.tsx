// Meja otoritas pendaftaran: its parts, and the case or application that is open.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@mantine/core';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import { pena } from '../../base/bridge.ts';
import type { Zone } from '../../base/format.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { ViewHeader } from '../../components/view-header.tsx';
import { ApplicationPage } from './application-page.tsx';
import { ApplicationsPage } from './applications-page.tsx';
import { CasePage } from './case-page.tsx';
import { FiguresPage } from './figures-page.tsx';
import { InboxPage } from './inbox-page.tsx';
import { ReceiverPage } from './receiver-page.tsx';
import { type Section, Sections } from './sections.tsx';
import { useApplications } from './use-applications.ts';
import { type Desk, useDesk } from './use-desk.ts';
import classes from './desk.module.css';

interface Props {
  readonly zone: Zone;
  /** A package that was dropped on the window, or null. */
  readonly dropped: File | null;
  readonly onTaken: () => void;
  /** A paper that is to be looked at and verified. */
  readonly onDocument: (document: OpenedDocument) => void;
}

export function DeskView({ zone, dropped, onTaken, onDocument }: Props) {
  const { t } = useTranslation('desk');
  const [section, setSection] = useState<Section>('reports');
  const desk = useDesk();
  const isOpen = desk.inbox?.open === true;
  const applications = useApplications(isOpen, desk.setFailure);
  const { shown, settle, refresh, show: showCase } = desk;
  const { show: showApplication } = applications;
  useEffect(() => {
    if (dropped === null) return;
    onTaken();
    void settle(() => pena().takeDroppedPackage(dropped)).then(async (taken) => {
      if (taken === null) return;
      // The desk may have been opened by it.
      await refresh();
      setSection(taken.kind === 'report' ? 'reports' : 'applications');
      if (taken.kind === 'report') showCase(taken.case);
      else showApplication(taken.application);
    });
  }, [dropped, onTaken, settle, refresh, showCase, showApplication]);
  const pages = { desk, zone, onDocument };
  const body = (): React.JSX.Element => {
    if (section === 'reports' && shown !== null) {
      return <CasePage key={shown.case} shown={shown} {...pages} />;
    }
    if (section === 'applications' && applications.shown !== null) {
      const one = applications.shown;
      return <ApplicationPage key={one.application} shown={one} {...{ ...pages, applications }} />;
    }
    return (
      <>
        <ViewHeader title={t('title')} subtitle={t('subtitle')} />
        {isOpen && (
          <Sections
            section={section}
            waiting={{
              reports: waitingIn(desk.inbox.cases.map(({ undecided }) => undecided > 0)),
              applications: waitingIn(
                applications.list?.applications.map(({ state }) => state === 'received') ?? [],
              ),
            }}
            onSection={setSection}
          />
        )}
        {desk.inbox !== null && !isOpen && <LockedCard desk={desk} />}
        {isOpen && section === 'reports' && <InboxPage desk={desk} zone={zone} />}
        {isOpen && section === 'figures' && <FiguresPage desk={desk} />}
        {isOpen && section === 'receiver' && <ReceiverPage desk={desk} zone={zone} />}
        {isOpen && section === 'applications' && (
          <ApplicationsPage desk={desk} applications={applications} zone={zone} />
        )}
      </>
    );
  };
  return (
    <div className={classes['desk']} data-testid="desk" aria-label={t('title')} role="group">
      {desk.failure !== null && <FailureNotice failure={desk.failure} />}
      {body()}
    </div>
  );
}

const waitingIn = (waits: readonly boolean[]): number => waits.filter(Boolean).length;

function LockedCard({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation('desk');
  const unlock = async (): Promise<void> => {
    const next = await desk.ask('desk.unlock', {});
    if (next !== null) desk.setInbox(next);
  };
  return (
    <section className={classes['card']}>
      <p>{t('locked')}</p>
      <div>
        <Button disabled={desk.busy} onClick={() => void unlock()}>
          {t('unlock')}
        </Button>
      </div>
    </section>
  );
}
