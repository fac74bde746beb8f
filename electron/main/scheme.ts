// The scheme of the windows' own pages: app://main/, app://pin/ and app://secret/. Nothing comes from file: or http:.
import { protocol } from 'electron';

export const WINDOW_HOSTS = {
  main: 'main',
  pin: 'pin',
  secret: 'secret',
  password: 'password',
} as const;
export type WindowHost = keyof typeof WINDOW_HOSTS;

/** Before the app is ready. `standard` gives the scheme hosts and relative addresses. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}
