// Electron's BrowserWindow and WebContents over a page of the browser, and the menu as data.
import { EventEmitter } from 'node:events';
import { line } from './parent.mjs';

/** @type {Map<number, BrowserWindow>} */
const open = new Map();
let nextId = 1;

/** @param {number} id */
export function windowById(id) {
  return open.get(id);
}

class WebContents extends EventEmitter {
  destroyed = false;
  /** @type {(details: { url: string }) => { action: string }} */
  windowOpenHandler = () => ({ action: 'allow' });
  /** @param {number} id */
  constructor(id) {
    super();
    this.id = id;
  }
  send(/** @type {string} */ channel, /** @type {unknown[]} */ ...args) {
    void line.ask('window.send', { window: this.id, channel, args: structuredClone(args) });
  }
  isDestroyed() {
    return this.destroyed;
  }
  setWindowOpenHandler(/** @type {WebContents['windowOpenHandler']} */ handler) {
    this.windowOpenHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  /** @type {(contents: WebContents) => void} */
  static onCreated = () => undefined;
  static onAllClosed = () => {};
  static getAllWindows() {
    return [...open.values()];
  }

  #options;
  #id = nextId++;
  #contentProtected = false;

  /** @param {any} options */
  constructor(options) {
    super();
    this.#options = options;
    this.webContents = new WebContents(this.#id);
    open.set(this.#id, this);
    BrowserWindow.onCreated(this.webContents);
  }

  /** @param {string} url */
  async loadURL(url) {
    const { width, height, webPreferences } = this.#options;
    const { preload, session } = webPreferences;
    await line.ask('window.load', {
      ...{ window: this.#id, url, preload, partition: session.partition, size: { width, height } },
    });
    if (!this.isDestroyed()) this.emit('ready-to-show');
  }

  destroy() {
    if (this.isDestroyed()) return;
    this.webContents.destroyed = true;
    open.delete(this.#id);
    void line.ask('window.close', { window: this.#id }).catch(() => undefined);
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (open.size === 0) setTimeout(() => BrowserWindow.onAllClosed(), 0);
  }

  isDestroyed() {
    return this.webContents.destroyed;
  }
  setContentProtection(/** @type {boolean} */ on) {
    this.#contentProtected = on;
  }
  isContentProtected() {
    return this.#contentProtected;
  }
  getOptions() {
    return this.#options;
  }
  show() {}
  focus() {}
  restore() {}
  removeMenu() {}
  flashFrame() {}
  isFocused() {
    return true;
  }
  isMinimized() {
    return false;
  }
}

line.on('window.closed', ({ window }) => open.get(window)?.destroy());
line.on('window.open', ({ window, url }) =>
  open.get(window)?.webContents.windowOpenHandler({ url }),
);
line.on('will-navigate', ({ window, url, isMain }) => {
  let prevented = false;
  const event = { url, preventDefault: () => (prevented = true) };
  const contents = open.get(window)?.webContents;
  if (isMain) contents?.emit('will-navigate', event, url);
  contents?.emit('will-frame-navigate', event, url);
  return prevented;
});

/** @param {any[]} template @returns {any} */
function menuOf(template) {
  return {
    items: template.map(({ submenu, ...item }) => ({
      ...item,
      ...(submenu === undefined ? {} : { submenu: menuOf(submenu) }),
    })),
  };
}

/** @type {any} */
let applicationMenu = null;

export const Menu = {
  buildFromTemplate: menuOf,
  setApplicationMenu: (/** @type {any} */ menu) => (applicationMenu = menu),
  getApplicationMenu: () => applicationMenu,
};
