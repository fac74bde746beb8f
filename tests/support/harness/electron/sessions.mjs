// Electron's ipcMain, protocol and sessions: who is called by a page, and who serves its files.
import { EventEmitter } from 'node:events';
import { line } from './parent.mjs';
import { windowById } from './windows.mjs';

/** @type {Map<string, (event: object, ...args: unknown[]) => unknown>} */
const handlers = new Map();

export const ipcMain = {
  handle: (/** @type {string} */ channel, /** @type {(...args: any[]) => unknown} */ handler) => {
    if (handlers.has(channel)) throw new Error(`a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

line.on('invoke', ({ window, frame, channel, args }) => {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  const sender = windowById(window)?.webContents;
  const senderFrame =
    frame === null
      ? null
      : { url: frame.url, parent: frame.isMain ? null : { url: 'app://main/' } };
  return handler({ sender, senderFrame }, ...args);
});

class Session extends EventEmitter {
  /** @type {Map<string, (request: Request) => Response | Promise<Response>>} */
  schemes = new Map();
  /** @type {(details: { url: string }, decide: (answer: { cancel?: boolean }) => void) => void} */
  before = (_details, decide) => decide({});
  protocol = {
    handle: (/** @type {string} */ scheme, /** @type {any} */ handler) => {
      if (this.schemes.has(scheme)) throw new Error(`${scheme}: is already handled`);
      this.schemes.set(scheme, handler);
    },
  };
  webRequest = {
    onBeforeRequest: (/** @type {any} */ listener) => {
      this.before = listener;
    },
  };
  /** @param {string} partition */
  constructor(partition) {
    super();
    this.partition = partition;
  }
  setPermissionRequestHandler() {}
  setPermissionCheckHandler() {}
  setDevicePermissionHandler() {}
}

/** @type {Map<string, Session>} */
const sessions = new Map();

export const session = {
  fromPartition: (/** @type {string} */ partition) => {
    const known = sessions.get(partition) ?? new Session(partition);
    sessions.set(partition, known);
    return known;
  },
};

export const protocol = { registerSchemesAsPrivileged: () => undefined };

line.on('fetch', async ({ partition, url, method, headers }) => {
  const own = sessions.get(partition);
  if (own === undefined) return null;
  let cancelled = false;
  own.before({ url }, ({ cancel }) => (cancelled = cancel === true));
  const handler = own.schemes.get(new URL(url).protocol.slice(0, -1));
  if (cancelled || handler === undefined) return null;
  const response = await handler(new Request(url, { method, headers }));
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
});
