// Folders of this computer replaced by a test's own, for the programs inside and nobody else: mount and IPC
// namespaces (Linux, root). Modules with fixed paths and daemons are tested there.
import { fork, spawn, spawnSync, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { hostEnvironment } from '../../../native/pkcs11/host-environment.ts';
import type { ForkHost } from '../../../native/pkcs11/host-process.ts';

export interface OwnNamespace {
  /** Runs a program inside and gives its output. */
  readonly run: (command: string, args: readonly string[]) => string;
  /** Starts token hosts inside. */
  readonly fork: ForkHost;
  readonly stop: () => void;
}

export function whyNoNamespace(): string | null {
  const namespace = ['--mount', '--ipc', '--propagation', 'private', 'true'];
  const there = process.platform === 'linux' && spawnSync('unshare', namespace).status === 0;
  return there ? null : 'skipped: no namespaces';
}

/** @param script for sh: mounts what is to be mounted; $1 is `folder`, where it leaves a file `ready` */
export async function openNamespace(folder: string, script: string): Promise<OwnNamespace> {
  const whole = `set -e\n${script}\ntouch "$1/ready"\nexec sleep 100000`;
  const inside = ['--mount', '--ipc', '--propagation', 'private', 'sh', '-c', whole, 'sh', folder];
  const keeper = spawn('unshare', inside, { stdio: 'ignore' });
  for (let wait = 0; !existsSync(`${folder}/ready`); wait++) {
    if (wait > 600 || keeper.exitCode !== null) throw new Error('the namespace did not open');
    await delay(50);
  }
  const enter = ['-t', String(keeper.pid), '-m', '-i', `--wdns=${folder}`];
  return {
    run: (command, args) =>
      execFileSync('nsenter', [...enter, command, ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    fork: (entry) => {
      const child = fork(entry, [], {
        ...{ execPath: '/usr/bin/nsenter', execArgv: [...enter, process.execPath] },
        env: hostEnvironment(process.env),
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
      });
      return {
        get pid() {
          return child.pid;
        },
        postMessage: (message) => {
          if (child.connected) child.send(message as object, () => undefined);
        },
        on: (event: 'message' | 'exit', listener: (message: unknown) => void) =>
          child.on(event, listener),
        kill: () => child.kill('SIGKILL'),
      };
    },
    stop: () => void keeper.kill('SIGKILL'),
  };
}
