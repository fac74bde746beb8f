// The window for the PIN: its own page, preload, session and contract. Screens cannot be recorded there,
// nothing can be loaded, and whatever closes it cancels.
import { BrowserWindow } from 'electron';
import { pinAnswers } from '../ipc/handlers/pin.ts';
import { serve } from '../ipc/serve.ts';
import type { PinAnswers, PinWindow } from './pin-desk.ts';
import { preloadPath } from './preload-path.ts';
import { PAGES } from './window-files.ts';
import { windowSession } from './window-session.ts';

export function openPinWindow(parent: BrowserWindow, answers: PinAnswers): PinWindow {
  // Room for the seal: the field for the PIN shall be seen without scrolling.
  const { sealed, mayKeep } = answers.description;
  const height = 560 + (sealed === null ? 0 : 120) + (mayKeep ? 70 : 0);
  const window = new BrowserWindow({
    ...{ parent, modal: true, show: false, useContentSize: true, width: 480, height },
    ...{ resizable: false, minimizable: false, maximizable: false, fullscreenable: false },
    title: 'Pena: PIN',
    webPreferences: {
      preload: preloadPath('pin-window'),
      session: windowSession('pin', null),
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
      devTools: false,
    },
  });
  window.setContentProtection(true);
  window.removeMenu();
  serve(window.webContents, { host: 'pin', page: pinAnswers(answers), preload: {} });
  // Esc cancels even where the page itself does not answer.
  window.webContents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown' && key === 'Escape') answers.cancel();
  });
  window.webContents.on('render-process-gone', answers.cancel);
  window.on('closed', answers.cancel);
  window.once('ready-to-show', () => {
    window.show();
    // On some desktops a new window hides behind others: then the task bar blinks.
    if (!window.isFocused()) window.flashFrame(true);
  });
  // The page not loading at all is a cancelled signing, not one that waits for ever.
  window.loadURL(`app://pin/${PAGES.pin}`).catch(answers.cancel);
  return {
    close: () => {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}
