// Watches how much memory a token host takes: a module that leaks or is fed something wicked must not
// take the computer's memory with it.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Milliseconds between two looks. */
const INTERVAL = 500;
const PAGE = 4096;

/**
 * Calls `onFlood` once, when the process has more than `limit` bytes in memory. Windows has no cheap way
 * to ask; there the host's time-outs alone end a module that runs away.
 * @returns ends the watch
 */
export function watchMemory(
  host: { readonly pid?: number | undefined },
  limit: number,
  onFlood: () => void,
): () => void {
  if (process.platform === 'win32') return () => undefined;
  let looking = false;
  const timer = setInterval(() => {
    const { pid } = host;
    if (looking || pid === undefined) return;
    looking = true;
    void residentBytes(pid).then((bytes) => {
      looking = false;
      if (bytes !== null && bytes > limit) {
        clearInterval(timer);
        onFlood();
      }
    });
  }, INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}

/** Null where the process is gone. */
async function residentBytes(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') return residentByPs(pid);
  try {
    // proc(5), statm: the second number counts resident pages.
    const pages = Number((await readFile(`/proc/${pid}/statm`, 'latin1')).split(' ')[1]);
    return Number.isFinite(pages) ? pages * PAGE : null;
  } catch {
    return null;
  }
}

function residentByPs(pid: number): Promise<number | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
      const kilobytes = Number(stdout.trim());
      resolve(error === null && kilobytes > 0 ? kilobytes * 1024 : null);
    });
  });
}
