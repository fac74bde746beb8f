// Stands in for the part of Electron that the program uses. Windows are pages of a Chromium that another
// process drives; everything else happens here, as Electron's documentation describes it.
import { app, startApp } from './app.mjs';
import { BrowserWindow, Menu } from './windows.mjs';
import { ipcMain, session, protocol } from './sessions.mjs';
import { line } from './parent.mjs';
import { utilityProcess } from './utility-process.mjs';

const dialog = {
  showErrorBox: (/** @type {string} */ title, /** @type {string} */ text) =>
    console.error(`${title}: ${text}`),
  showOpenDialog: async (/** @type {any[]} */ ...args) =>
    (await line.ask('dialog', { kind: 'open', options: args.at(-1) })) ?? {
      canceled: true,
      filePaths: [],
    },
  showSaveDialog: async (/** @type {any[]} */ ...args) =>
    (await line.ask('dialog', { kind: 'save', options: args.at(-1) })) ?? {
      canceled: true,
      filePath: '',
    },
};

const shell = { showItemInFolder: () => undefined };

const electron = {
  ...{ app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell, utilityProcess },
};
line.on('evaluate', ({ source, argument }) => (0, eval)(`(${source})`)(electron, argument));
startApp();

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell, utilityProcess };
