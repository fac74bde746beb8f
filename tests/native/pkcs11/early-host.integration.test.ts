// The host that runs before it is asked for: handed over once, alive, and never left behind. Real processes.
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { withEarlyHost } from '../../../native/pkcs11/early-host.ts';
import {
  defaultHostEntry,
  type ForkHost,
  type HostChannel,
  nodeForkHost,
} from '../../../native/pkcs11/host-process.ts';

const entry = defaultHostEntry();

function watched(): { start: ForkHost; started: HostChannel[] } {
  const started: HostChannel[] = [];
  const start: ForkHost = (asked) => {
    const host = nodeForkHost()(asked);
    started.push(host);
    return host;
  };
  return { start, started };
}

function runs({ pid = 0 }: HostChannel): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function ended(host: HostChannel): Promise<void> {
  for (let look = 0; runs(host); look++) {
    if (look === 200) throw new Error('the host is still there');
    await delay(25);
  }
}

it('is the first that is asked for, and answers; the next is another one', async () => {
  const { start, started } = watched();
  await withEarlyHost(
    true,
    async (fork) => {
      const first = fork?.(entry);
      const second = fork?.(entry);
      expect(started).toEqual([first, second]);
      const answer = new Promise((resolve) => first?.on('message', resolve));
      first?.postMessage({ id: 7, operation: 'present', request: {} });
      // No module is loaded: whatever it says, it hears.
      expect(await answer).toMatchObject({ id: 7, ok: false });
      second?.kill();
    },
    start,
  );
  const [taken] = started;
  // Whoever took it ends it.
  expect(taken !== undefined && runs(taken)).toBe(true);
  taken?.kill();
});

it('is ended where nobody took it, also after a failure', async () => {
  const { start, started } = watched();
  await expect(
    withEarlyHost(true, () => Promise.reject(new Error('no plan')), start),
  ).rejects.toThrow('no plan');
  expect(started).toHaveLength(1);
  for (const host of started) await ended(host);
});

it('that has died is not handed over', async () => {
  const { start, started } = watched();
  await withEarlyHost(
    true,
    async (fork) => {
      const [dead] = started;
      const gone = new Promise<void>((resolve) => dead?.on('exit', resolve));
      dead?.kill();
      await gone;
      const next = fork?.(entry);
      expect(next).not.toBe(dead);
      expect(started).toHaveLength(2);
      next?.kill();
    },
    start,
  );
});

it('is not started where none is wanted', async () => {
  const { start, started } = watched();
  expect(await withEarlyHost(false, (fork) => Promise.resolve(fork), start)).toBeUndefined();
  expect(started).toEqual([]);
});
