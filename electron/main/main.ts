// Start-up of the desktop program, step by step.
import { join } from 'node:path';
import { app } from 'electron';
import { createKeychain } from '../../native/keychain/keychain.ts';
import { findModules } from '../../native/pkcs11/module-catalogue.ts';
import { TokenService } from '../../native/pkcs11/token-service.ts';
import {
  keychainHostEntry,
  startKeychainHost,
  startTokenHost,
  tokenHostEntry,
} from '../hosts/start-host.ts';
import { openDoors } from '../ipc/serve.ts';
import { extraModules } from './development.ts';
import { harden } from './harden.ts';
import { openMainWindow } from './main-window.ts';
import { endTokensAtQuit, quitWithLastWindow, showOnSecondStart } from './lifecycle.ts';
import { PendingStore } from './pending-store.ts';
import { registerScheme } from './scheme.ts';
import { fixedSettings } from './office-policy.ts';
import { SettingsStore } from './settings-store.ts';

async function start(): Promise<void> {
  const settings = await SettingsStore.open(
    join(app.getPath('userData'), 'settings.json'),
    await fixedSettings(),
  );
  const pending = await PendingStore.open(join(app.getPath('userData'), 'pending.json'));
  const modules = await findModules(extraModules());
  const tokens = new TokenService({ modules, hostEntry: tokenHostEntry, fork: startTokenHost });
  const store = createKeychain({ fork: startKeychainHost, entry: keychainHostEntry });
  endTokensAtQuit(tokens);
  openDoors();
  showOnSecondStart(openMainWindow({ tokens, settings, pending, store }));
}

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
