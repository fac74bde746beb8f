// The PIN window's contract: what is taken as a PIN, and what is wiped because it is not.
import { describe, expect, it, vi } from 'vitest';
import type { PinDescription } from '../../core/contract/pin.ts';
import { pinAnswers } from '../../electron/ipc/handlers/pin.ts';

const DESCRIPTION: PinDescription = {
  ...{ language: 'id', tokenLabel: 'TOKEN', tokenSerial: 'A1', certificateName: 'ANI' },
  errand: null,
  documents: [{ name: 'surat.pdf', sha256: 'a'.repeat(64) }],
  ...{ count: 1, sealed: null, pinPad: false, pinState: 'ok', previousWrong: false },
  mayKeep: true,
  mark: { picture: 'boat', word: 'Mahakam' },
};

function desk(part: Partial<PinDescription> = {}) {
  const submit = vi.fn();
  const cancel = vi.fn();
  return {
    submit,
    cancel,
    ...pinAnswers({ description: { ...DESCRIPTION, ...part }, submit, cancel }, DESCRIPTION.mark),
  };
}
const pin = () => new Uint8Array([49, 50, 51, 52]);
const code = (name: string) => ({ ok: false, error: { code: name } });

describe('pin.submit', () => {
  it.each([
    [true, true],
    [false, false],
  ])('passes on the wish to keep it only where that was offered (%s)', async (mayKeep, passed) => {
    const asked = desk({ mayKeep });
    await asked['pin.submit']({ pin: pin(), lastTryConfirmed: false, keep: true });
    expect(asked.submit.mock.calls[0]?.[1]).toBe(passed);
  });

  it('hands on the very bytes it was given', async () => {
    const asked = desk();
    const bytes = pin();
    expect(
      await asked['pin.submit']({ pin: bytes, lastTryConfirmed: false, keep: false }),
    ).toMatchObject({
      ok: true,
    });
    expect(asked.submit.mock.calls[0]?.[0]).toBe(bytes);
  });

  it.each([
    ['an unconfirmed last try', { pinState: 'final-try' }, 'TOKEN_PIN_LAST_TRY'],
    ['a locked token', { pinState: 'locked' }, 'TOKEN_PIN_LOCKED'],
    ['a PIN typed beside the PIN pad', { pinPad: true }, 'TOKEN_PIN_LENGTH'],
  ] as const)('refuses %s, and wipes it', async (_what, part, refused) => {
    const asked = desk(part);
    const bytes = pin();
    expect(
      await asked['pin.submit']({ pin: bytes, lastTryConfirmed: false, keep: false }),
    ).toMatchObject(code(refused));
    expect(asked.submit).not.toHaveBeenCalled();
    expect(bytes).toEqual(new Uint8Array(4));
  });

  it('takes the last try when it is confirmed, and nothing for a PIN pad', async () => {
    const last = desk({ pinState: 'final-try' });
    expect(
      await last['pin.submit']({ pin: pin(), lastTryConfirmed: true, keep: false }),
    ).toMatchObject({
      ok: true,
    });
    const pad = desk({ pinPad: true });
    expect(
      await pad['pin.submit']({ pin: new Uint8Array(0), lastTryConfirmed: false, keep: false }),
    ).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['text', '1234'],
    ['an array', [49, 50]],
    ['too much', new Uint8Array(257)],
  ])('refuses %s', async (_what, given) => {
    const asked = desk();
    expect(
      await asked['pin.submit']({ pin: given, lastTryConfirmed: false, keep: false }),
    ).toMatchObject(code('IPC_REQUEST_INVALID'));
    expect(asked.submit).not.toHaveBeenCalled();
  });
});
