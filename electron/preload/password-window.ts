// The password window's way to main: its own contract's names, passed on.
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS } from '../../core/contract/channels.ts';
import type { CallName } from '../../core/contract/entry.ts';
import type { passwordContract } from '../../core/contract/password.ts';

contextBridge.exposeInMainWorld('penaPassword', {
  call: (name: CallName<typeof passwordContract>, request: unknown): Promise<unknown> =>
    ipcRenderer.invoke(CHANNELS.call, name, request),
});
