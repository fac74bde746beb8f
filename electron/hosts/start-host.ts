// Starts utility processes: the same line to main for token hosts and document hosts.
import { fileURLToPath } from 'node:url';
import { utilityProcess } from 'electron';
import { dropCoreDumps } from '../../native/process/core-dumps.ts';
import { hostEnvironment } from '../../native/pkcs11/host-environment.ts';
import type { ForkHost, HostChannel } from '../../native/pkcs11/host-process.ts';
import { DOCUMENT_HOST_ARGS } from './document-memory.ts';

export const tokenHostEntry = entry('token-host.js');
export const keychainHostEntry = entry('keychain-host.js');

/** For TokenService. Each module has its process, with the little environment that modules need. */
export const startTokenHost: ForkHost = (path) => start(path, 'Pena: token', []);

/** For the keychain: one process a request. */
export const startKeychainHost: ForkHost = (path) => start(path, 'Pena: keychain', []);

export function startReceiverHost(): HostChannel {
  return start(entry('receiver-host.js'), 'Pena: receiver', []);
}

export function startDocumentHost(): HostChannel {
  return start(entry('document-host.js'), 'Pena: document', [...DOCUMENT_HOST_ARGS]);
}

function start(path: string, serviceName: string, execArgv: string[]): HostChannel {
  const child = utilityProcess.fork(path, [], {
    serviceName,
    execArgv,
    env: hostEnvironment(process.env),
    // Modules print what they like, and some print too much.
    stdio: 'ignore',
  });
  // A host that never came to life has its exit reported; without a listener this would be thrown.
  child.on('error', () => undefined);
  child.on('spawn', () => {
    // A dump of a crashed host could hold a PIN, or a document.
    if (child.pid !== undefined) void dropCoreDumps(child.pid);
  });
  return {
    get pid() {
      return child.pid;
    },
    postMessage: (message) => child.postMessage(message),
    on: (event: 'message' | 'exit', listener: (message: unknown) => void) => {
      if (event === 'message') child.on('message', listener);
      else child.on('exit', () => listener(undefined));
    },
    // Not kill(): that asks, with SIGTERM, and a module that hangs may not hear it.
    kill: () => {
      if (child.pid === undefined) child.kill();
      else killAtOnce(child.pid);
    },
  };
}

/** One that has ended by itself, and whose end is not told yet, is no reason to fail: ESRCH. */
function killAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
  }
}

/** The built file beside this one. */
function entry(name: string): string {
  return fileURLToPath(new URL(`./${name}`, import.meta.url));
}
