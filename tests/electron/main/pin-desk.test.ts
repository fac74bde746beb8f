// Asking for the PIN: what the window is shown, and every way in which it is left.
import { describe, expect, it, vi } from 'vitest';
import type { KeychainState } from '../../../core/ports/secret-store.ts';
import type { PinRequest, TokenInfo } from '../../../core/ports/token.ts';
import { pinDescription } from '../../../core/contract/pin.ts';
import { PinDesk, type PinAnswers } from '../../../electron/main/pin-desk.ts';

const TOKEN = { label: 'TOKEN', serial: 'A1', pinPad: false };
const REQUEST: PinRequest = {
  token: TOKEN,
  pinState: 'ok',
  certificateName: 'ANI',
  purpose: { documents: [{ name: 'surat.pdf', sha256: 'a'.repeat(64) }] },
  previousWrong: false,
};
const ON_PAD: PinRequest = { ...REQUEST, token: { ...TOKEN, pinPad: true } };
const LISTED: TokenInfo = {
  ...TOKEN,
  ...{ module: '/m.so', slot: 0, manufacturer: '', model: '', pinState: 'ok', certificates: [] },
};

const LOCKED: KeychainState = { state: 'locked' };

function desk(listed: readonly TokenInfo[] = [LISTED], keychain: KeychainState = LOCKED) {
  const close = vi.fn();
  const waiting: boolean[] = [];
  const stop = new AbortController();
  let answers: PinAnswers | null = null;
  const it = new PinDesk({
    tokens: { list: () => Promise.resolve({ tokens: [...listed], problems: [] }) },
    language: () => 'en',
    openWindow: (given) => {
      answers = given;
      return { close };
    },
    store: { state: () => Promise.resolve(keychain) },
    signal: stop.signal,
    onWaiting: (now) => waiting.push(now),
  });
  const opened = async (): Promise<PinAnswers> => {
    // The keychain is looked at first.
    for (let turn = 0; answers === null && turn < 10; turn++) await Promise.resolve();
    if (answers === null) throw new Error('no window');
    return answers;
  };
  return { desk: it, close, waiting, stop, opened };
}

describe('PinDesk', () => {
  it('shows what is to be signed, and hands the bytes on', async () => {
    const { desk: it, close, waiting, opened } = desk();
    const asked = it.ask(REQUEST);
    const answers = await opened();
    expect(pinDescription.omit({ mark: true }).parse(answers.description)).toMatchObject({
      ...{ language: 'en', tokenLabel: 'TOKEN', certificateName: 'ANI' },
      documents: [{ name: 'surat.pdf', sha256: 'a'.repeat(64) }],
    });
    const pin = new Uint8Array([49, 50]);
    answers.submit(pin, false);
    expect(await asked).toBe(pin);
    expect(close).toHaveBeenCalledOnce();
    expect(waiting).toEqual([true, false]);
  });

  it.each([
    ['available', REQUEST, { state: 'available' }, true],
    ['locked', REQUEST, LOCKED, false],
    ['absent', REQUEST, { state: 'absent', why: 'no-bus' }, false],
    ['there, but on a PIN pad', ON_PAD, { state: 'available' }, false],
  ] as const)('offers to keep the PIN, keychain %s', async (_what, request, keychain, offered) => {
    const { desk: it, opened } = desk([LISTED], keychain);
    const asked = it.ask(request);
    const { description, submit } = await opened();
    expect(description.mayKeep).toBe(offered);
    submit(new Uint8Array([49]), true);
    await asked;
    expect(it.wantsToKeep).toBe(true);
    const again = it.ask(request);
    expect(it.wantsToKeep).toBe(false);
    (await opened()).cancel();
    void again;
  });

  it('gives null when the window is left, and when the signing is cancelled', async () => {
    const left = desk();
    const first = left.desk.ask(REQUEST);
    (await left.opened()).cancel();
    expect(await first).toBeNull();

    const stopped = desk();
    const second = stopped.desk.ask(REQUEST);
    await stopped.opened();
    stopped.stop.abort();
    expect(await second).toBeNull();
    expect(stopped.close).toHaveBeenCalledOnce();
    expect(await stopped.desk.ask(REQUEST)).toBeNull();
  });

  it('closes when the token is taken away', async () => {
    vi.useFakeTimers();
    const { desk: it, close } = desk([]);
    const outcome = expect(it.ask(REQUEST)).rejects.toMatchObject({
      ...{ code: 'TOKEN_REMOVED', params: { token: 'TOKEN' } },
    });
    await vi.advanceTimersByTimeAsync(2_000);
    await outcome;
    expect(close).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it('stays while the token is there', async () => {
    vi.useFakeTimers();
    const { desk: it, close, opened } = desk();
    const asked = it.ask(REQUEST);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(close).not.toHaveBeenCalled();
    (await opened()).cancel();
    await asked;
    vi.useRealTimers();
  });
});
