// Switches a process's core dumps off from outside (prlimit, util-linux): for Electron's processes, which
// no shell with `ulimit -c 0` starts. Children started afterwards inherit it.
import { execFile } from 'node:child_process';

/**
 * Linux only; elsewhere nothing is done (macOS writes none by default, Windows none of user programs).
 * @returns whether it was done
 */
export function dropCoreDumps(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(false);
  return new Promise((resolve) => {
    execFile('prlimit', ['--pid', String(pid), '--core=0:0'], { timeout: 5_000 }, (error) =>
      resolve(error === null),
    );
  });
}
