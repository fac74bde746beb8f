// The PIN window's way to main: its own contract's names, passed on.
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS } from '../../core/contract/channels.ts';
import type { CallName } from '../../core/contract/entry.ts';
import type { pinContract } from '../../core/contract/pin.ts';

contextBridge.exposeInMainWorld('penaPin', {
  call: (name: CallName<typeof pinContract>, request: unknown): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.call, name, request),
});
