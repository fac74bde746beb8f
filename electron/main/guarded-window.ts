// A window in which a secret is typed: its own page, preload, session and contract. Screens cannot be
// recorded there, nothing can be loaded, and whatever closes it cancels.
import { BrowserWindow } from 'electron';
import { practiceMode } from '../../native/settings/practice-mode.ts';
import { serve, type Answers } from '../ipc/serve.ts';
import { preloadPath } from './preload-path.ts';
import type { WindowHost } from './scheme.ts';
import { PAGES } from './window-files.ts';
import { windowSession } from './window-session.ts';

export interface GuardedWindow {
  close(): void;
}

export interface GuardedWindowParts {
  readonly parent: BrowserWindow;
  readonly host: Exclude<WindowHost, 'main'>;
  readonly preload: 'pin-window' | 'secret-window' | 'password-window';
  readonly answers: Answers;
  /** CSS pixels: what is asked for shall be seen without scrolling. */
  readonly height: number;
  readonly title: string;
  readonly cancel: () => void;
}

/** Of practice mode, CSS pixels. */
const BANNER = 72;

export function openGuardedWindow(parts: GuardedWindowParts): GuardedWindow {
  const { parent, host, preload, answers, height, title, cancel } = parts;
  const window = new BrowserWindow({
    ...{ parent, modal: true, show: false, useContentSize: true, width: 480 },
    height: height + (practiceMode() ? BANNER : 0),
    ...{ resizable: false, minimizable: false, maximizable: false, fullscreenable: false },
    title: practiceMode() ? `LATIHAN · ${title}` : title,
    webPreferences: {
      preload: preloadPath(preload),
      session: windowSession(host, null),
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
      devTools: false,
    },
  });
  window.setContentProtection(true);
  window.removeMenu();
  serve(window.webContents, { host, page: answers, preload: {} });
  // Esc cancels even where the page itself does not answer.
  window.webContents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown' && key === 'Escape') cancel();
  });
  window.webContents.on('render-process-gone', cancel);
  window.on('closed', cancel);
  window.once('ready-to-show', () => {
    window.show();
    // On some desktops a new window hides behind others: then the task bar blinks.
    if (!window.isFocused()) window.flashFrame(true);
  });
  // The page not loading at all is a cancelled question, not one that waits for ever.
  window.loadURL(`app://${host}/${PAGES[host]}`).catch(cancel);
  return {
    close: () => {
      if (!window.isDestroyed()) window.destroy();
    },
  };
}
