// The contract of the window for secrets: each task takes its own kind of answer, and what is refused is wiped.
import { describe, expect, it, vi } from 'vitest';
import type { SecretTask, SetPinTask } from '../../core/contract/secret-window.ts';
import { secretWindowAnswers } from '../../electron/ipc/handlers/secret-window.ts';

const SET_PIN: SetPinTask = {
  ...{ kind: 'set-pin', how: 'change', tokenLabel: 'TOKEN', tokenSerial: 'A1', pinPad: false },
  ...{ state: 'ok', first: false, minLength: 4, maxLength: 8 },
};
const PASSWORD: SecretTask = {
  kind: 'password',
  what: 'tsa',
  server: 'tsa.test',
  user: '',
  encrypted: true,
};

function window(task: SecretTask) {
  const submit = vi.fn();
  const cancel = vi.fn();
  const description = { language: 'id', mark: null, task } as const;
  return { submit, cancel, ...secretWindowAnswers({ description, submit, cancel }) };
}
const bytes = (text: string) => new TextEncoder().encode(text);
const pins = (lastTryConfirmed = false) => ({
  ...{ current: bytes('1234'), next: bytes('5678'), lastTryConfirmed },
});
const refused = (code: string) => ({ ok: false, error: { code } });

describe('secret.setPassphrase', () => {
  const task: SecretTask = {
    ...{ kind: 'passphrase', what: 'drafts', server: '', previousWrong: false },
  };

  it('hands on the very bytes it was given', async () => {
    const asked = window(task);
    const passphrase = bytes('frasa sandi yang panjang');
    expect(await asked['secret.setPassphrase']({ passphrase })).toMatchObject({ ok: true });
    const given = asked.submit.mock.calls[0]?.[0] as { passphrase: Uint8Array };
    expect(given.passphrase).toBe(passphrase);
  });

  it('wipes it where something else was asked for', async () => {
    const asked = window(PASSWORD);
    const passphrase = bytes('frasa');
    expect(await asked['secret.setPassphrase']({ passphrase })).toMatchObject(refused('CANCELLED'));
    expect(asked.submit).not.toHaveBeenCalled();
    expect([...passphrase]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('secret.setPin', () => {
  it('hands on the very bytes it was given', async () => {
    const asked = window(SET_PIN);
    const given = pins();
    expect(await asked['secret.setPin'](given)).toMatchObject({ ok: true });
    expect(asked.submit.mock.calls[0]?.[0]).toMatchObject({ kind: 'set-pin' });
    expect((asked.submit.mock.calls[0]?.[0] as typeof given).current).toBe(given.current);
    expect((asked.submit.mock.calls[0]?.[0] as typeof given).next).toBe(given.next);
  });

  it.each([
    ['the last PIN try', { how: 'change', state: 'final-try' }, 'TOKEN_PIN_LAST_TRY'],
    ['the last PUK try', { how: 'unblock', state: 'final-try' }, 'TOKEN_PUK_LAST_TRY'],
    ['a PIN typed beside the PIN pad', { pinPad: true }, 'TOKEN_PIN_LENGTH'],
  ] as const)('refuses %s without a word for it, and wipes both', async (_what, part, code) => {
    const asked = window({ ...SET_PIN, ...part });
    const given = pins();
    expect(await asked['secret.setPin'](given)).toMatchObject(refused(code));
    expect(asked.submit).not.toHaveBeenCalled();
    expect([...given.current, ...given.next]).toEqual(new Array(8).fill(0));
  });

  it('takes the last try with the word, and nothing for a PIN pad', async () => {
    const last = window({ ...SET_PIN, state: 'final-try' });
    expect(await last['secret.setPin'](pins(true))).toMatchObject({ ok: true });
    const pad = window({ ...SET_PIN, pinPad: true });
    const none = { current: bytes(''), next: bytes(''), lastTryConfirmed: false };
    expect(await pad['secret.setPin'](none)).toMatchObject({ ok: true });
    expect(pad.submit).toHaveBeenCalledOnce();
  });

  it('refuses an empty new PIN', async () => {
    const asked = window(SET_PIN);
    const given = { ...pins(), next: bytes('') };
    expect(await asked['secret.setPin'](given)).toMatchObject(refused('TOKEN_PIN_LENGTH'));
    expect(given.current).toEqual(new Uint8Array(4));
  });
});

describe('the other tasks', () => {
  it('take no answer of another kind, and wipe it', async () => {
    const asked = window(PASSWORD);
    const given = pins();
    expect(await asked['secret.setPin'](given)).toMatchObject(refused('CANCELLED'));
    expect(given.next).toEqual(new Uint8Array(4));
    const password = bytes('kata sandi');
    const elsewhere = window({ kind: 'mark' });
    expect(await elsewhere['secret.setPassword']({ user: 'ani', password })).toMatchObject(
      refused('CANCELLED'),
    );
    expect(password).toEqual(new Uint8Array(10));
  });

  it('takes a password with its user', async () => {
    const asked = window(PASSWORD);
    const password = bytes('rahasia');
    expect(await asked['secret.setPassword']({ user: ' ani ', password })).toMatchObject({
      ok: true,
    });
    expect(asked.submit).toHaveBeenCalledExactlyOnceWith({
      ...{ kind: 'password', user: 'ani', password },
    });
  });

  it('takes a mark from the list, and no other', async () => {
    const asked = window({ kind: 'mark' });
    expect(
      await asked['secret.setMark']({ mark: { picture: 'boat', word: 'rahasia' } }),
    ).toMatchObject(refused('IPC_REQUEST_INVALID'));
    expect(asked.submit).not.toHaveBeenCalled();
    const mark = { picture: 'boat', word: 'Toba' };
    expect(await asked['secret.setMark']({ mark })).toMatchObject({ ok: true });
    expect(asked.submit).toHaveBeenCalledExactlyOnceWith({ kind: 'mark', mark });
  });
});
