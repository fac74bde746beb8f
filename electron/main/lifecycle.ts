// When the program ends, and what happens when it is started twice.
import { app, type BrowserWindow } from 'electron';
import type { TokenService } from '../../native/pkcs11/token-service.ts';

export function quitWithLastWindow(): void {
  app.on('window-all-closed', () => app.quit());
}

/** Logs out of every token before the program is gone. */
export function endTokensAtQuit(tokens: TokenService): void {
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void tokens.close().finally(() => {
      ended = true;
      app.quit();
    });
  });
}

/** A second start brings the window of the first one to the front. */
export function showOnSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}
