// Asking for the PIN: what the window is shown, and every way in which it is left.
import { describe, expect, it, vi } from 'vitest';
import type { KeychainState } from '../../../core/ports/secret-store.ts';
import type { PinRequest } from '../../../core/ports/token.ts';
import { pinDescription } from '../../../core/contract/pin.ts';
import { PinDesk, type PinAnswers } from '../../../electron/main/pin-desk.ts';
import type { TokenListener } from '../../../native/pkcs11/token-watch.ts';

const TOKEN = { label: 'TOKEN', serial: 'A1', pinPad: false };
const REQUEST: PinRequest = {
  token: TOKEN,
  pinState: 'ok',
  certificateName: 'ANI',
  purpose: { documents: [{ name: 'surat.pdf', sha256: 'a'.repeat(64) }] },
  previousWrong: false,
};
const ON_PAD: PinRequest = { ...REQUEST, token: { ...TOKEN, pinPad: true } };

const LOCKED: KeychainState = { state: 'locked' };

function desk(keychain: KeychainState = LOCKED) {
  let listener: TokenListener | null = null;
  const close = vi.fn();
  const waiting: boolean[] = [];
  const stop = new AbortController();
  let answers: PinAnswers | null = null;
  const it = new PinDesk({
    tokens: {
      onChange: (told) => {
        listener = told;
        return () => (listener = null);
      },
    },
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
  /** The tokens there now, after one has come or gone; true where anybody was told. */
  const change = (...serials: string[]): boolean => {
    listener?.((serial) => serials.includes(serial));
    return listener !== null;
  };
  return { desk: it, close, waiting, stop, opened, change };
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
    const { desk: it, opened } = desk(keychain);
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
    const { desk: it, close, opened, change } = desk();
    const outcome = expect(it.ask(REQUEST)).rejects.toMatchObject({
      ...{ code: 'TOKEN_REMOVED', params: { token: 'TOKEN' } },
    });
    await opened();
    change('B2');
    await outcome;
    expect(close).toHaveBeenCalledOnce();
    expect(change('A1')).toBe(false);
  });

  it('stays while another token comes and goes', async () => {
    const { desk: it, close, opened, change } = desk();
    const asked = it.ask(REQUEST);
    const { cancel } = await opened();
    expect([change('A1', 'B2'), change('A1')]).toEqual([true, true]);
    expect(close).not.toHaveBeenCalled();
    cancel();
    expect(await asked).toBeNull();
    expect(change('B2')).toBe(false);
  });
});
