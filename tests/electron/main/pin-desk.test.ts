// Asking for the PIN: what the window is shown, and every way in which it is left.
import { describe, expect, it, vi } from 'vitest';
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
const LISTED: TokenInfo = {
  ...TOKEN,
  ...{ module: '/m.so', slot: 0, manufacturer: '', model: '', pinState: 'ok', certificates: [] },
};

function desk(listed: readonly TokenInfo[] = [LISTED]) {
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
    signal: stop.signal,
    onWaiting: (now) => waiting.push(now),
  });
  return { desk: it, close, waiting, stop, answers: () => answers };
}

describe('PinDesk', () => {
  it('shows what is to be signed, and hands the bytes on', async () => {
    const { desk: it, close, waiting, answers } = desk();
    const asked = it.ask(REQUEST);
    expect(pinDescription.parse(answers()?.description)).toMatchObject({
      ...{ language: 'en', tokenLabel: 'TOKEN', certificateName: 'ANI' },
      documents: [{ name: 'surat.pdf', sha256: 'a'.repeat(64) }],
    });
    const pin = new Uint8Array([49, 50]);
    answers()?.submit(pin);
    expect(await asked).toBe(pin);
    expect(close).toHaveBeenCalledOnce();
    expect(waiting).toEqual([true, false]);
  });

  it('gives null when the window is left, and when the signing is cancelled', async () => {
    const left = desk();
    const first = left.desk.ask(REQUEST);
    left.answers()?.cancel();
    expect(await first).toBeNull();

    const stopped = desk();
    const second = stopped.desk.ask(REQUEST);
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
    const { desk: it, close, answers } = desk();
    const asked = it.ask(REQUEST);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(close).not.toHaveBeenCalled();
    answers()?.cancel();
    await asked;
    vi.useRealTimers();
  });
});
