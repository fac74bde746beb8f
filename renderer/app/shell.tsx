// Frame of the main window: menu, views, what is open, and what all views share.
import { Activity, useCallback, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/contract/shapes.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { OpenedDocument } from '../../core/contract/document.ts';
import { ZoneContext } from '../base/error-text.ts';
import { pena } from '../base/bridge.ts';
import { useTokens } from '../base/tokens-state.ts';
import { FailureNotice } from '../components/notice.tsx';
import { LiveRegion } from '../components/live-region.tsx';
import { BatchView } from '../features/batch/batch-view.tsx';
import { useBatch } from '../features/batch/use-batch.ts';
import { KnownList } from '../features/certificates/known-list.tsx';
import { DeskView } from '../features/desk/desk-view.tsx';
import { useDeskPresent } from '../features/desk/use-desk-present.ts';
import { DoctorView } from '../features/doctor/doctor-view.tsx';
import { HomeView } from '../features/home/home-view.tsx';
import { LettersView } from '../features/letters/letters-view.tsx';
import type { LetterWish } from '../features/letters/use-letters.ts';
import { LostKeyView } from '../features/lost-key/lost-key-view.tsx';
import { PracticeView } from '../features/practice/practice-view.tsx';
import { type RequestStart, RequestView } from '../features/request/request-view.tsx';
import { SettingsView } from '../features/settings/settings-view.tsx';
import { SignView } from '../features/sign/sign-view.tsx';
import { useSigningRun } from '../features/sign/use-signing-run.ts';
import { TokensView } from '../features/tokens/tokens-view.tsx';
import { VerifyView } from '../features/verify/verify-view.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { droppedKind } from './dropped-files.ts';
import { HomeAttention } from './home-attention.tsx';
import { Navigation } from './navigation.tsx';
import { useLandmarkKeys } from './use-landmark-keys.ts';
import { useMenu } from './use-menu.ts';
import { RepairOffer } from './repair-offer.tsx';
import { useOpenDocument } from './use-open-document.ts';
import type { View } from './views.ts';
import classes from './shell.module.css';

interface Props {
  readonly settings: Settings;
  readonly settingsFailure: Failure | null;
  readonly onSettings: (part: Partial<Settings>) => Promise<void>;
}

export function Shell({ settings, settingsFailure, onSettings }: Props) {
  const { t } = useTranslation('common');
  const [view, setCurrentView] = useState<View>('home');
  // Views that were looked at keep what was typed and found in them while their document is open.
  const [visited, setVisited] = useState<ReadonlySet<View>>(new Set());
  const setView = (next: View): void => {
    setCurrentView(next);
    setVisited((before) => new Set(before).add(next));
  };
  const kept = (name: View): boolean =>
    view === name || (visited.has(name) && open.current !== null);
  /** Many files at once, on their way to the table of the verify view. */
  const [bulk, setBulk] = useState<readonly File[] | null>(null);
  /** What came of the reminder to choose a mark, in this run. */
  const [mark, setMark] = useState<'due' | 'wanted' | 'later'>('due');
  const [asked, setAsked] = useState<RequestStart>({ reason: 'new', name: '' });
  /** A letter that a certificate's warning leads to. */
  const [letter, setLetter] = useState<LetterWish | null>(null);
  /** A superior's request (Pasal 16(4)) that was dropped on the window. */
  const [acknowledging, setAcknowledging] = useState<File | null>(null);
  /** A package for the desk that was dropped on the window. */
  const [packed, setPacked] = useState<File | null>(null);
  const unpacked = useCallback(() => setPacked(null), []);
  const takenUp = useCallback(() => setAcknowledging(null), []);
  const run = useSigningRun();
  const batch = useBatch();
  const signing = run.state.kind === 'running' || batch.running;
  const tokens = useTokens(signing);
  const open = useOpenDocument();
  const desk = useDeskPresent();
  useLandmarkKeys();

  const show = (next: View): void => {
    open.dismiss();
    if (mark === 'wanted') setMark('due');
    setView(next);
  };
  /** To the page where a certificate is asked for. */
  const request = (reason: RequestStart['reason'], name = ''): void => {
    setAsked({ reason, name });
    show('request');
  };
  const renew = (certificate: string): void => {
    setLetter({ kind: 'renewal', certificate });
    show('letters');
  };
  /** Leaves the result of the last signing behind, and gives its handle back to main. */
  const forgetRun = (): void => {
    if (run.state.kind === 'done') {
      void pena().call('document.close', { document: run.state.signed.signed.document });
    }
    run.reset();
  };
  /** A document opened from `from`: on the home screen the document itself decides where it goes. */
  const arrived = (document: OpenedDocument | null, from: View): void => {
    if (document === null) return;
    forgetRun();
    if (from === 'home') setView(document.signatureCount > 0 ? 'verify' : 'sign');
    else setView(from);
  };
  const chooseFor = (from: View) => (): void => {
    void open.choose().then((document) => arrived(document, from));
  };
  const dropFor =
    (from: View) =>
    (files: readonly File[]): void => {
      const dropped = droppedKind(files);
      if (dropped.kind === 'request') {
        setAcknowledging(dropped.file);
        show('lost-key');
        return;
      }
      if (dropped.kind === 'package' && desk) {
        setPacked(dropped.file);
        show('desk');
        return;
      }
      if (from !== 'sign' && view !== 'batch' && dropped.kind === 'many') {
        if (open.current !== null) closeDocument();
        setBulk(files);
        setView('verify');
        return;
      }
      void open.drop(files).then((document) => arrived(document, from));
    };
  /** Where a document that is opened now belongs. */
  const here: View = view === 'sign' || view === 'verify' ? view : 'home';
  const onWindowDrop = (event: DragEvent): void => {
    event.preventDefault();
    if (signing || event.dataTransfer.files.length === 0) return;
    dropFor(here)([...event.dataTransfer.files]);
  };
  useMenu((item) => {
    if (item !== 'open') show(item);
    else if (!signing) chooseFor(here)();
  });
  const closeDocument = (): void => {
    forgetRun();
    open.close();
  };

  const { current } = open;
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
            {view === 'home' && (
              <HomeView
                zone={settings.zone}
                document={current}
                busy={open.busy}
                attention={
                  <HomeAttention
                    zone={settings.zone}
                    list={tokens.list}
                    remindsOfMark={mark !== 'later'}
                    onShow={show}
                    onRenew={renew}
                    onNewKey={(name) => request('renewal', name)}
                    onMark={setMark}
                  />
                }
                onView={show}
                onPractice={() => show('practice')}
                onChoose={chooseFor('home')}
                onFiles={dropFor('home')}
              />
            )}
            {kept('sign') && (
              <Activity mode={view === 'sign' ? 'visible' : 'hidden'}>
                <SignView
                  key={current?.document ?? 'none'}
                  document={current}
                  busy={open.busy}
                  settings={settings}
                  tokens={tokens}
                  run={run}
                  onChoose={chooseFor('sign')}
                  onFiles={dropFor('sign')}
                  onClose={closeDocument}
                  onOpened={(document) => {
                    forgetRun();
                    open.replace(document);
                  }}
                  onTokens={() => show('tokens')}
                  onSettings={() => show('settings')}
                  onVerify={(signed) => {
                    run.reset();
                    open.replace(signed);
                    setView('verify');
                  }}
                />
              </Activity>
            )}
            {kept('verify') && (
              <Activity mode={view === 'verify' ? 'visible' : 'hidden'}>
                <VerifyView
                  key={current?.document ?? 'none'}
                  document={current}
                  busy={open.busy}
                  zone={settings.zone}
                  onChoose={chooseFor('verify')}
                  onFiles={dropFor('verify')}
                  dropped={bulk}
                  onTaken={() => setBulk(null)}
                  onSign={() => show('sign')}
                  onOpened={open.replace}
                  onClose={closeDocument}
                />
              </Activity>
            )}
            {view === 'batch' && (
              <BatchView
                batch={batch}
                settings={settings}
                tokens={tokens}
                onTokens={() => show('tokens')}
              />
            )}
            {view === 'tokens' && (
              <TokensView
                tokens={tokens}
                zone={settings.zone}
                onLost={() => show('lost-key')}
                onMissing={() => show('doctor')}
                onRequest={() => request('new')}
              >
                <KnownList
                  zone={settings.zone}
                  occasion={tokens.list}
                  onLost={() => show('lost-key')}
                  onRenew={renew}
                  onNewKey={(name) => request('renewal', name)}
                />
              </TokensView>
            )}
            {view === 'doctor' && <DoctorView zone={settings.zone} />}
            {view === 'request' && (
              <RequestView
                start={asked}
                tokens={tokens}
                zone={settings.zone}
                onTokens={() => show('tokens')}
              />
            )}
            {view === 'letters' && (
              <LettersView settings={settings} wish={letter} onWishTaken={() => setLetter(null)} />
            )}
            {view === 'lost-key' && (
              <LostKeyView
                settings={settings}
                request={acknowledging}
                onRequestTaken={takenUp}
                onRequest={(name) => request('reissue', name)}
                onDocument={(document) => {
                  forgetRun();
                  open.replace(document);
                  setView('sign');
                }}
              />
            )}
            {(view === 'desk' || (desk && visited.has('desk'))) && (
              <Activity mode={view === 'desk' ? 'visible' : 'hidden'}>
                <DeskView
                  zone={settings.zone}
                  dropped={packed}
                  onTaken={unpacked}
                  onDocument={(document) => {
                    forgetRun();
                    open.replace(document);
                    setView('verify');
                  }}
                />
              </Activity>
            )}
            {view === 'practice' && <PracticeView />}
            {view === 'settings' && (
              <SettingsView
                settings={settings}
                failure={settingsFailure}
                toMark={mark === 'wanted'}
                onPractice={() => show('practice')}
                onChange={onSettings}
              />
            )}
          </ErrorBoundary>
        </main>
        <LiveRegion />
      </div>
    </ZoneContext>
  );
}
