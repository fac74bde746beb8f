// Start-up of the desktop program, step by step.
import { join } from 'node:path';
import { app } from 'electron';
import { notesOfSecrets } from '../../native/journal/secret-notes.ts';
import { createKeychain } from '../../native/keychain/keychain.ts';
import { dropCoreDumps } from '../../native/process/core-dumps.ts';
import { TokenService } from '../../native/pkcs11/token-service.ts';
import { officeModules } from '../../native/settings/office-modules.ts';
import {
  keychainHostEntry,
  startKeychainHost,
  startTokenHost,
  tokenHostEntry,
} from '../hosts/start-host.ts';
import { logUnexpected } from '../ipc/failure.ts';
import { openDoors } from '../ipc/serve.ts';
import { extraModules } from './development.ts';
import { harden } from './harden.ts';
import { openMainWindow } from './main-window.ts';
import { endTokensAtQuit, quitWithLastWindow, showOnSecondStart } from './lifecycle.ts';
import { MarkStore } from './mark-store.ts';
import { officeJournal } from './office-journal.ts';
import { PendingStore } from './pending-store.ts';
import { beginMode, choosePracticeMode } from './practice-mode.ts';
import { registerScheme } from './scheme.ts';
import { fixedSettings } from './office-policy.ts';
import { SettingsStore } from './settings-store.ts';
import { StampOwnerStore } from './stamp-owner-store.ts';

async function start(): Promise<void> {
  // The PIN passes through here on its way to the token's host.
  await dropCoreDumps(process.pid);
  const practiceProblem = await beginMode();
  if (practiceProblem === 'ended') return;
  const settings = await SettingsStore.open(
    join(app.getPath('userData'), 'settings.json'),
    await fixedSettings(),
  );
  const pending = await PendingStore.open(join(app.getPath('userData'), 'pending.json'));
  const marks = await MarkStore.open(join(app.getPath('userData'), 'window-mark.json'));
  const owner = await StampOwnerStore.open(join(app.getPath('userData'), 'stamp-owner.json'));
  // A policy that cannot be used lets no module in; the settings say what is wrong with it.
  const modules = await officeModules(extraModules()).catch(() => []);
  const tokens = new TokenService({ modules, hostEntry: tokenHostEntry, fork: startTokenHost });
  const store = createKeychain({
    ...{ fork: startKeychainHost, entry: keychainHostEntry },
    note: notesOfSecrets({
      journal: officeJournal(),
      onProblem: (thrown) => logUnexpected('journal', thrown),
    }),
  });
  endTokensAtQuit(tokens);
  openDoors();
  const parts = { tokens, settings, pending, store, marks, owner, practiceProblem };
  showOnSecondStart(openMainWindow(parts));
}

choosePracticeMode();
harden();
registerScheme();
quitWithLastWindow();
// Not awaited: Electron becomes ready only when this file has run to its end.
if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(start)
    .catch((thrown: unknown) => {
      console.error(thrown);
      app.exit(70);
    });
} else app.quit();
