// Frame of the main window: menu, views, what is open, and what all views share.
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/contract/shapes.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { ZoneContext } from '../base/error-text.ts';
import { useTokens } from '../base/tokens-state.ts';
import { FailureNotice } from '../components/notice.tsx';
import { LiveRegion } from '../components/live-region.tsx';
import { useBatch } from '../features/batch/use-batch.ts';
import { useDeskPresent } from '../features/desk/use-desk-present.ts';
import { useSigningRun } from '../features/sign/use-signing-run.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { RepairOffer } from './repair-offer.tsx';
import { ShownView } from './shown-view.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useLandmarkKeys } from './use-landmark-keys.ts';
import { useMenu } from './use-menu.ts';
import { useOpenDocument } from './use-open-document.ts';
import { useViews } from './use-views.ts';
import classes from './shell.module.css';

interface Props {
  readonly settings: Settings;
  readonly settingsFailure: Failure | null;
  readonly onSettings: (part: Partial<Settings>) => Promise<void>;
}

export function Shell({ settings, settingsFailure, onSettings }: Props) {
  const { t } = useTranslation('common');
  const run = useSigningRun();
  const batch = useBatch();
  const signing = run.state.kind === 'running' || batch.running;
  const tokens = useTokens(signing);
  const open = useOpenDocument();
  const desk = useDeskPresent();
  useLandmarkKeys();

  const views = useViews(open.dismiss);
  const { view, show } = views;
  const arrivals = useArrivals(views, open, run, desk);
  const { here, arrived, chooseFor, dropFor } = arrivals;
  const onWindowDrop = (event: DragEvent): void => {
    event.preventDefault();
    if (signing || event.dataTransfer.files.length === 0) return;
    dropFor(here)([...event.dataTransfer.files]);
  };
  useMenu((item) => {
    if (item !== 'open') show(item);
    else if (!signing) chooseFor(here)();
  });

  return (
    <ZoneContext value={settings.zone}>
      <div
        className={classes['shell']}
        onDragOver={(e) => e.preventDefault()}
        onDrop={onWindowDrop}
      >
        <a className={classes['skip']} href="#content">
          {t('skipToContent')}
        </a>
        <Navigation view={view} tokens={tokens} zone={settings.zone} desk={desk} onView={show} />
        <main id="content" className={classes['main']} data-view={view} data-landmark tabIndex={-1}>
          {open.failure !== null && (
            <div className={classes['top']}>
              <FailureNotice failure={open.failure} onDismiss={open.dismiss}>
                <RepairOffer
                  failure={open.failure}
                  busy={open.busy}
                  onRepair={() => void open.repair().then((document) => arrived(document, here))}
                />
              </FailureNotice>
            </div>
          )}
          {open.remark !== null && (
            <p className={classes['remark']} role="status">
              {open.remark}
            </p>
          )}
          <ErrorBoundary resetKey={view}>
            <ShownView
              {...{ views, arrivals, open, run, batch, tokens, desk }}
              {...{ settings, settingsFailure, onSettings }}
            />
          </ErrorBoundary>
        </main>
        <LiveRegion />
      </div>
    </ZoneContext>
  );
}
