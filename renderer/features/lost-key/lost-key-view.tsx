// The lost-key wizard: certificate, what happened, first report, papers, new certificate, and what is still owed.
import { useTranslation } from 'react-i18next';
import type { OpenedDocument } from '../../../core/contract/document.ts';
import type { Settings } from '../../../core/contract/settings.ts';
import { FailureNotice } from '../../components/notice.tsx';
import { DeletedPage } from './deleted-page.tsx';
import { DoubtPage } from './doubt-page.tsx';
import { EventPage } from './event-page.tsx';
import { ForgottenPage } from './forgotten-page.tsx';
import { KeptPage } from './kept-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { PapersPage } from './papers-page.tsx';
import { ReissuePage } from './reissue-page.tsx';
import { RequestPage } from './request-page.tsx';
import { ReportPage } from './report-page.tsx';
import { SendPage } from './send-page.tsx';
import { StartPage } from './start-page.tsx';
import { StepBar } from './step-bar.tsx';
import { useDropped } from './use-dropped.ts';
import { useLostKey } from './use-lost-key.ts';
import classes from './lost-key.module.css';

interface Props {
  readonly settings: Settings;
  /** To the page where a new certificate is asked for (Pasal 16(3)b). @param name of the lost one */
  readonly onRequest: (name: string) => void;
  /** A letter that was opened to be signed. */
  readonly onDocument: (document: OpenedDocument) => void;
  /** A superior's request that was dropped on the window. */
  readonly request: File | null;
  readonly onRequestTaken: () => void;
}

export function LostKeyView(props: Props) {
  const { settings, onRequest, onDocument, request, onRequestTaken } = props;
  const { t } = useTranslation('lostKey');
  const { zone } = settings;
  const lost = useLostKey(zone);
  const { page } = lost;
  const onDrop = useDropped(lost, zone, request, onRequestTaken);
  return (
    <div className={classes['lost']} data-testid="lost-key" data-page={page.kind} onDrop={onDrop}>
      <p className={classes['topic']}>
        <strong>{t('title')}</strong> {t('subtitle')}
      </p>
      {page.kind !== 'request' && (
        <StepBar
          kind={page.kind}
          onPage={
            'shown' in page
              ? (kind) => lost.go(kind === 'start' ? { kind } : { kind, shown: page.shown })
              : null
          }
        />
      )}
      {lost.failure !== null && <FailureNotice failure={lost.failure} />}
      {page.kind === 'start' && <StartPage lost={lost} zone={zone} />}
      {page.kind === 'forgotten' && <ForgottenPage lost={lost} />}
      {page.kind === 'kept' && <KeptPage lost={lost} />}
      {page.kind === 'event' && <EventPage lost={lost} zone={zone} {...page} />}
      {page.kind === 'send' && <SendPage lost={lost} zone={zone} {...page} />}
      {page.kind === 'report' && <ReportPage lost={lost} zone={zone} shown={page.shown} />}
      {page.kind === 'papers' && <PapersPage lost={lost} zone={zone} shown={page.shown} />}
      {page.kind === 'request' && (
        <RequestPage
          key={page.request.request}
          lost={lost}
          zone={zone}
          request={page.request}
          onDocument={onDocument}
        />
      )}
      {page.kind === 'reissue' && (
        <ReissuePage lost={lost} shown={page.shown} onRequest={onRequest} />
      )}
      {page.kind === 'doubt' && <DoubtPage lost={lost} zone={zone} shown={page.shown} />}
      {page.kind === 'deleted' && <DeletedPage lost={lost} zone={zone} proof={page.proof} />}
      {page.kind === 'done' && <OverviewPage lost={lost} zone={zone} shown={page.shown} />}
    </div>
  );
}
