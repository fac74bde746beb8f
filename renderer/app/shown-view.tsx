// The view that is shown, and beside it, hidden, those that keep what was typed and found in them.
import { Activity, useCallback } from 'react';
import type { OpenedDocument } from '../../core/contract/document.ts';
import type { Settings } from '../../core/contract/settings.ts';
import type { Failure } from '../../core/contract/shapes.ts';
import type { TokensState } from '../base/tokens-state.ts';
import { BatchView } from '../features/batch/batch-view.tsx';
import type { BatchRun } from '../features/batch/use-batch.ts';
import { KnownList } from '../features/certificates/known-list.tsx';
import { DeskView } from '../features/desk/desk-view.tsx';
import { DoctorView } from '../features/doctor/doctor-view.tsx';
import { HomeView } from '../features/home/home-view.tsx';
import { LettersView } from '../features/letters/letters-view.tsx';
import { LostKeyView } from '../features/lost-key/lost-key-view.tsx';
import { PracticeView } from '../features/practice/practice-view.tsx';
import { RequestView } from '../features/request/request-view.tsx';
import { SettingsView } from '../features/settings/settings-view.tsx';
import { SignView } from '../features/sign/sign-view.tsx';
import type { SigningRun } from '../features/sign/use-signing-run.ts';
import { TokensView } from '../features/tokens/tokens-view.tsx';
import { VerifyView } from '../features/verify/verify-view.tsx';
import { HomeAttention } from './home-attention.tsx';
import type { Arrivals } from './use-arrivals.ts';
import type { OpenDocument } from './use-open-document.ts';
import type { useViews } from './use-views.ts';

interface Props {
  readonly views: ReturnType<typeof useViews>;
  readonly arrivals: Arrivals;
  readonly open: OpenDocument;
  readonly run: SigningRun;
  readonly batch: BatchRun;
  readonly tokens: TokensState;
  /** Whether this computer has a registration authority's desk. */
  readonly desk: boolean;
  readonly settings: Settings;
  readonly settingsFailure: Failure | null;
  readonly onSettings: (part: Partial<Settings>) => Promise<void>;
}

export function ShownView(props: Props) {
  const { views, arrivals, open, run, batch, tokens, desk, settings, settingsFailure, onSettings } =
    props;
  const { view, show, left, take, request } = views;
  const { chooseFor, dropFor } = arrivals;
  const { current } = open;
  const kept = (name: 'sign' | 'verify'): boolean =>
    view === name || (views.wasSeen(name) && current !== null);
  const renew = (certificate: string): void =>
    views.leave({ letter: { kind: 'renewal', certificate } }, 'letters');
  const takenUp = useCallback(() => take('acknowledging'), [take]);
  const unpacked = useCallback(() => take('packed'), [take]);
  const showIn = (name: 'sign' | 'verify') => (document: OpenedDocument) => {
    arrivals.replace(document);
    views.go(name);
  };
  return (
    <>
      {view === 'home' && (
        <HomeView
          zone={settings.zone}
          document={current}
          busy={open.busy}
          attention={
            <HomeAttention
              zone={settings.zone}
              list={tokens.list}
              remindsOfMark={views.mark !== 'later'}
              onShow={show}
              onRenew={renew}
              onNewKey={(name) => request('renewal', name)}
              onMark={views.setMark}
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
            onClose={arrivals.close}
            onOpened={arrivals.replace}
            onTokens={() => show('tokens')}
            onSettings={() => show('settings')}
            onVerify={(signed) => {
              run.reset();
              open.replace(signed);
              views.go('verify');
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
            dropped={left.bulk}
            onTaken={() => take('bulk')}
            onSign={() => show('sign')}
            onOpened={open.replace}
            onClose={arrivals.close}
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
          start={views.asked}
          tokens={tokens}
          zone={settings.zone}
          onTokens={() => show('tokens')}
        />
      )}
      {view === 'letters' && (
        <LettersView settings={settings} wish={left.letter} onWishTaken={() => take('letter')} />
      )}
      {view === 'lost-key' && (
        <LostKeyView
          settings={settings}
          request={left.acknowledging}
          onRequestTaken={takenUp}
          onRequest={(name) => request('reissue', name)}
          onDocument={showIn('sign')}
        />
      )}
      {(view === 'desk' || (desk && views.wasSeen('desk'))) && (
        <Activity mode={view === 'desk' ? 'visible' : 'hidden'}>
          <DeskView
            zone={settings.zone}
            dropped={left.packed}
            onTaken={unpacked}
            onDocument={showIn('verify')}
          />
        </Activity>
      )}
      {view === 'practice' && <PracticeView />}
      {view === 'settings' && (
        <SettingsView
          settings={settings}
          failure={settingsFailure}
          toMark={views.mark === 'wanted'}
          onPractice={() => show('practice')}
          onChange={onSettings}
        />
      )}
    </>
  );
}
