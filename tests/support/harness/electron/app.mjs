// Electron's `app`: becomes ready when main.js has run, ends as Electron's does.
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow } from './windows.mjs';
import { line } from './parent.mjs';

const SWITCH = '--user-data-dir=';
let userData = process.argv.find((arg) => arg.startsWith(SWITCH))?.slice(SWITCH.length) ?? '';

class App extends EventEmitter {
  isPackaged = false;
  commandLine = { appendSwitch: () => undefined };
  #ready = new Promise((resolve) => setTimeout(resolve, 0));
  enableSandbox() {}
  whenReady() {
    return this.#ready;
  }
  getPath(/** @type {string} */ name) {
    return name === 'userData' ? userData : join(userData, name);
  }
  setPath(/** @type {string} */ name, /** @type {string} */ path) {
    if (name !== 'userData') throw new Error(`not stood in for: setPath ${name}`);
    if (!existsSync(path)) throw new Error(`no such folder: ${path}`);
    userData = path;
  }
  /** The side with the browser starts it when this process has ended, as Electron's helper does. */
  relaunch({ args = process.argv.slice(1) } = {}) {
    void line.ask('relaunch', { args, env: { ...process.env } }).catch(() => undefined);
  }
  getVersion() {
    return '0.1.0';
  }
  requestSingleInstanceLock() {
    return true;
  }
  exit(code = 0) {
    process.exit(code);
  }
  /** Closes the windows, asks whether anything is still to be done, and ends. */
  quit() {
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) process.exit(0);
  }
}

export const app = new App();

export function startApp() {
  BrowserWindow.onCreated = (contents) => app.emit('web-contents-created', {}, contents);
  BrowserWindow.onAllClosed = () => app.emit('window-all-closed');
  line.on('quit', () => {
    setTimeout(() => app.quit(), 0);
  });
}
