// The way of the window for secrets to main: its own contract's names, passed on.
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS } from '../../core/contract/channels.ts';
import type { CallName } from '../../core/contract/entry.ts';
import type { secretContract } from '../../core/contract/secret-window.ts';

contextBridge.exposeInMainWorld('penaSecret', {
  call: (name: CallName<typeof secretContract>, request: unknown): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.call, name, request),
});
