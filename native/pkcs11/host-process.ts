// Starts token hosts as child processes of Node. Electron brings a ForkHost of its own.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hostEnvironment } from './host-environment.ts';

/** The line to a running host. Electron's UtilityProcess is one as it stands. */
export interface HostChannel {
  /** Undefined where it could not be started, or has not been yet. */
  readonly pid?: number | undefined;
  /** The message is copied at once: the caller may wipe its bytes afterwards. */
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  /** Also when the host could not be started at all. */
  on(event: 'exit', listener: () => void): unknown;
  /** At once, whatever the module is doing. */
  kill(): unknown;
}

/** @param entry absolute path of the host's main file (JavaScript) */
export type ForkHost = (entry: string) => HostChannel;

/** The built host. From the TypeScript sources (tests) it is the one in out/: Node 20 runs no .ts. */
export function defaultHostEntry(): string {
  const path = fileURLToPath(new URL('./host/main.js', import.meta.url));
  return import.meta.url.endsWith('.ts')
    ? path.replace(/([\\/])(native[\\/]pkcs11[\\/]host[\\/]main\.js)$/, '$1out$1$2')
    : path;
}

/** @param extra variables on top of the usual ones, e.g. SOFTHSM2_CONF of a practice token */
export function nodeForkHost(extra: Readonly<Record<string, string>> = {}): ForkHost {
  return (entry) => {
    const child = fork(entry, [], {
      ...withoutCoreDumps(),
      env: { ...hostEnvironment(process.env), ...extra },
      // Modules print what they like, and some print too much.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    return {
      get pid() {
        return child.pid;
      },
      postMessage: (message) => {
        // To a host that has just died: its exit is what is reported.
        if (child.connected) child.send(message as object, () => undefined);
      },
      on: (event: 'message' | 'exit', listener: (message: unknown) => void) => {
        child.on(event, listener);
        if (event === 'exit') child.on('error', listener);
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}

/**
 * A core dump of a crashed host could hold a PIN. Node cannot lower its own limits, a shell can:
 * it sets the limit and becomes Node, under the same process number and with the same channel.
 * Windows writes no dumps of user programs unless an administrator asks for them.
 */
function withoutCoreDumps(): { execPath: string; execArgv: string[] } {
  const shell = '/bin/sh';
  if (!existsSync(shell)) return { execPath: process.execPath, execArgv: [] };
  return {
    execPath: shell,
    execArgv: ['-c', 'ulimit -c 0; exec "$0" "$@"', process.execPath],
  };
}
