// The main window's way to main: the contract's names, passed on. What may be asked is decided in main.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS } from '../../core/contract/channels.ts';
import type { droppedContract } from '../../core/contract/dropped.ts';
import type { CallName, EventName } from '../../core/contract/entry.ts';
import type { MainContract } from '../../core/contract/main-window.ts';

const DROPPED: CallName<typeof droppedContract> = 'document.openDropped';
const REQUEST: CallName<typeof droppedContract> = 'lostKey.openDroppedRequest';
const ANSWER: CallName<typeof droppedContract> = 'lostKey.takeDroppedAnswer';
const CHOSEN: CallName<typeof droppedContract> = 'lostKey.chooseDropped';
const PACKAGE: CallName<typeof droppedContract> = 'desk.takeDropped';
const DROPPED_MANY: CallName<typeof droppedContract> = 'many.listDropped';

contextBridge.exposeInMainWorld('pena', {
  call: (name: CallName<MainContract>, request: unknown): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.call, name, request),
  on: (name: EventName<MainContract>, listener: (payload: unknown) => void): (() => void) => {
    const hear = (_event: unknown, told: unknown, payload: unknown): void => {
      if (told === name) listener(payload);
    };
    ipcRenderer.on(CHANNELS.event, hear);
    return () => ipcRenderer.removeListener(CHANNELS.event, hear);
  },
  // The path is the system's, by way of the File object: a page cannot write one.
  openDropped: (file: File): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.preload, DROPPED, { path: webUtils.getPathForFile(file) }),
  listDropped: (files: readonly File[]): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.preload, DROPPED_MANY, {
      paths: files.map((file) => webUtils.getPathForFile(file)),
    }),
  openDroppedRequest: (file: File): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.preload, REQUEST, { path: webUtils.getPathForFile(file) }),
  takeDroppedAnswer: (file: File, handle: unknown): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.preload, ANSWER, {
      path: webUtils.getPathForFile(file),
      case: handle,
    }),
  chooseDropped: (file: File): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.preload, CHOSEN, { path: webUtils.getPathForFile(file) }),
  takeDroppedPackage: (file: File): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.preload, PACKAGE, { path: webUtils.getPathForFile(file) }),
});
