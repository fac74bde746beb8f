// The door between window and main: who may ask, what may be asked, and what comes back.
import { EventEmitter } from 'node:events';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { CHANNELS } from '../../core/contract/channels.ts';
import { call } from '../../core/contract/entry.ts';
import { mainContract } from '../../core/contract/main-window.ts';
import { pinContract } from '../../core/contract/pin.ts';
import { PenaError } from '../../core/domain/pena-error.ts';

type Handler = (event: object, name: unknown, request: unknown) => Promise<unknown>;
const { handlers } = vi.hoisted(() => ({ handlers: new Map<string, Handler>() }));
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
}));
// Neither what other files have loaded without it nor, to them, what is loaded with it here.
vi.hoisted(() => vi.resetModules());
afterAll(() => void vi.resetModules());

const { answer } = await import('../../electron/ipc/answer.ts');
const { openDoors, serve, tell } = await import('../../electron/ipc/serve.ts');
openDoors();

class Contents extends EventEmitter {
  readonly sent: unknown[][] = [];
  destroyed = false;
  send(...args: unknown[]): void {
    this.sent.push(args);
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
}

const OWN = { url: 'app://main/index.html', parent: null };
const entry = call(
  z.strictObject({ text: z.string().max(5) }),
  z.strictObject({ length: z.number().max(4) }),
);
let contents: Contents;

beforeEach(() => {
  contents = new Contents();
  serve(contents as never, {
    host: 'main',
    page: {
      'text.length': answer(entry, ({ text }) => ({ length: text.length })),
      'text.stray': answer(entry, () => ({ length: 1, path: '/home/ani/rahasia' })),
      'text.known': answer(entry, () => {
        throw new PenaError('FILE_NOT_FOUND', { file: 'x'.repeat(400) });
      }),
      'text.bug': answer(entry, () => {
        throw new TypeError('secret detail');
      }),
    },
    preload: { 'text.dropped': answer(entry, () => ({ length: 0 })) },
  });
});

const asks = (
  name: unknown,
  request: unknown = { text: 'abc' },
  frame: object | null = OWN,
  sender: object = contents,
  channel: string = CHANNELS.call,
) => handlers.get(channel)?.({ sender, senderFrame: frame }, name, request);

const refused = (code: string) => ({ ok: false, error: { code, params: {} } });

describe('an answer', () => {
  it('comes in its envelope', async () => {
    expect(await asks('text.length')).toEqual({ ok: true, value: { length: 3 } });
  });

  it('is refused to unknown names and to what objects inherit', async () => {
    for (const name of [
      'no.such',
      'toString',
      '__proto__',
      'constructor',
      7,
      null,
      undefined,
      {},
    ]) {
      expect(await asks(name)).toEqual(refused('IPC_UNKNOWN_CHANNEL'));
    }
  });

  it('is refused to requests of another shape', async () => {
    for (const request of [
      ...[null, [], 'abc', { text: 7 }, {}],
      ...[{ text: 'abc', extra: true }, { text: 'longer' }],
    ]) {
      expect(await asks('text.length', request)).toEqual(refused('IPC_REQUEST_INVALID'));
    }
  });

  it('never carries what the contract does not have', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    expect(await asks('text.stray')).toEqual(refused('IPC_RESPONSE_INVALID'));
    expect(JSON.stringify(log.mock.calls)).not.toContain('rahasia');
    log.mockRestore();
  });

  it('names what went wrong by its code, shortened, and never says more', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    expect(await asks('text.known')).toEqual({
      ok: false,
      error: { code: 'FILE_NOT_FOUND', params: { file: 'x'.repeat(300) } },
    });
    expect(log).not.toHaveBeenCalled();
    expect(await asks('text.bug')).toEqual(refused('INTERNAL'));
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

describe('a sender', () => {
  it.each([
    ['without a frame', null],
    ['in a frame of the page', { url: OWN.url, parent: OWN }],
    ['at the PIN window’s address', { url: 'app://pin/pin.html', parent: null }],
    ['at another scheme of the same host', { url: 'evil://main/index.html', parent: null }],
    ['on the web', { url: 'https://main/index.html', parent: null }],
    ['at a host that begins alike', { url: 'app://main.evil/', parent: null }],
    ['at no address', { url: '', parent: null }],
    ['at about:blank', { url: 'about:blank', parent: null }],
  ])('is refused %s', async (_where, frame) => {
    expect(await asks('text.length', { text: 'a' }, frame)).toEqual(refused('IPC_SENDER_REFUSED'));
  });

  it('is refused when it is no window of ours, or no longer', async () => {
    const stranger = new Contents();
    expect(await asks('text.length', {}, OWN, stranger)).toEqual(refused('IPC_SENDER_REFUSED'));
    contents.emit('destroyed');
    expect(await asks('text.length')).toEqual(refused('IPC_SENDER_REFUSED'));
  });

  it('reaches what is the preload’s only on the preload’s line', async () => {
    expect(await asks('text.dropped')).toEqual(refused('IPC_UNKNOWN_CHANNEL'));
    const own = [{ text: 'a' }, OWN, contents, CHANNELS.preload] as const;
    expect(await asks('text.dropped', ...own)).toEqual({ ok: true, value: { length: 0 } });
    expect(await asks('text.length', ...own)).toEqual(refused('IPC_UNKNOWN_CHANNEL'));
  });
});

describe('telling', () => {
  it('sends what the contract has, and throws at anything else', () => {
    const chosen = mainContract['menu.chosen'];
    tell(contents as never, 'menu.chosen', chosen, { item: 'open' });
    expect(contents.sent).toEqual([[CHANNELS.event, 'menu.chosen', { item: 'open' }]]);
    expect(() => tell(contents as never, 'menu.chosen', chosen, { item: 'x' as never })).toThrow();
  });

  it('says nothing to a window that is gone', () => {
    contents.destroyed = true;
    tell(contents as never, 'menu.chosen', mainContract['menu.chosen'], { item: 'open' });
    expect(contents.sent).toEqual([]);
  });
});

it('the two windows have no entry in common', () => {
  const names = new Set(Object.keys(mainContract));
  expect(Object.keys(pinContract).filter((name) => names.has(name))).toEqual([]);
});
