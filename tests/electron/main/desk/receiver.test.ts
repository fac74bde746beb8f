// Orders to the receiver that come at once. Its process is a fake, which listens as soon as it is told to; the file with
// its keys is real.
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Receiver } from '../../../../electron/main/desk/receiver.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

class FakeProcess extends EventEmitter {
  ended = false;
  postMessage(message: unknown): void {
    const { kind } = message as { readonly kind: string };
    if (kind === 'start')
      setImmediate(() => this.emit('message', { kind: 'listening', port: 8443 }));
    else this.kill();
  }
  kill(): void {
    if (this.ended) return;
    this.ended = true;
    setImmediate(() => this.emit('exit'));
  }
}

function receiver() {
  const path = join(temporaryFolder(), 'desk.db');
  const secret = new TextEncoder().encode('rahasia loket latihan');
  const processes: FakeProcess[] = [];
  const shown: string[] = [];
  const under = new Receiver({
    file: {
      isOpen: true,
      path: () => Promise.resolve(path),
      withSecret: async (work) => work(secret.slice()),
    },
    fork: () => {
      const next = new FakeProcess();
      processes.push(next);
      return next;
    },
    show: (token) => {
      shown.push(token);
      return Promise.resolve(true);
    },
  });
  return { under, processes, shown };
}

it('starts one process and shows one token where it is started twice at once', async () => {
  const { under, processes, shown } = receiver();
  const states = await Promise.all([under.start('loopback', 0), under.start('loopback', 0)]);
  expect(states.map(({ state }) => state)).toEqual(['on', 'on']);
  expect(processes).toHaveLength(1);
  expect(shown).toHaveLength(1);
});

it('is off, and leaves no process behind, where it is stopped while it starts', async () => {
  const { under, processes } = receiver();
  const [, stopped] = await Promise.all([under.start('loopback', 0), under.stop()]);
  expect(stopped.state).toBe('off');
  expect(processes.map(({ ended }) => ended)).toEqual([true]);
});
