// Asking for a document's password: again after a wrong one, never after anything else, wiped after each try.
import { describe, expect, it } from 'vitest';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { PasswordDesk } from '../../../electron/main/password-desk.ts';
import type { PasswordAnswers } from '../../../electron/ipc/handlers/password.ts';
import { rejection } from '../../support/rejection.ts';

const question = { document: 'rahasia.pdf', purpose: 'open' } as const;

/** A desk whose windows are answered one after the other; null leaves the window. */
function deskWith(typed: readonly (string | null)[]) {
  const shown: PasswordAnswers['description'][] = [];
  const given: Uint8Array[] = [];
  let closed = 0;
  const desk = new PasswordDesk(
    ({ description, submit, cancel }) => {
      const text = typed[shown.length] ?? null;
      shown.push(description);
      queueMicrotask(() => {
        if (text === null) cancel();
        else {
          const bytes = new TextEncoder().encode(text);
          given.push(bytes);
          submit(bytes);
        }
      });
      return { close: () => (closed += 1) };
    },
    () => 'id',
  );
  return { desk, shown, given, closed: () => closed };
}

const opens = (right: string) => (password: Uint8Array) =>
  new TextDecoder().decode(password) === right
    ? Promise.resolve('terbuka')
    : Promise.reject(new PenaError('PDF_PASSWORD_INCORRECT'));

describe('the desk for passwords', () => {
  it('asks again after a wrong one, as often as it takes, and wipes every one', async () => {
    const { desk, shown, given, closed } = deskWith(['satu', 'dua', 'tiga', 'benar']);
    expect(await desk.unlock(question, opens('benar'))).toBe('terbuka');
    expect(shown.map(({ previousWrong }) => previousWrong)).toEqual([false, true, true, true]);
    expect(closed()).toBe(4);
    expect(given.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('is left without a password', async () => {
    const { desk, given } = deskWith([null]);
    expect((await rejection(desk.unlock(question, opens('x')))).code).toBe('CANCELLED');
    expect(given).toEqual([]);
  });

  it('asks no more where something else is wrong, and wipes what it was given', async () => {
    const { desk, shown, given } = deskWith(['benar', 'benar']);
    const broken = () => Promise.reject(new PenaError('PDF_XREF_BROKEN'));
    expect((await rejection(desk.unlock(question, broken))).code).toBe('PDF_XREF_BROKEN');
    expect(shown.length).toBe(1);
    expect(given[0]?.every((byte) => byte === 0)).toBe(true);
  });

  it('asks for one document at a time', async () => {
    const { desk } = deskWith(['benar']);
    const first = desk.unlock(question, opens('benar'));
    expect((await rejection(desk.unlock(question, opens('benar')))).code).toBe('CANCELLED');
    expect(await first).toBe('terbuka');
  });

  it('closes its window when what asked for it is cancelled', async () => {
    const stop = new AbortController();
    let closed = false;
    const desk = new PasswordDesk(
      () => ({ close: () => (closed = true) }),
      () => 'en',
    );
    const asked = desk.unlock(question, opens('x'), stop.signal);
    stop.abort();
    expect((await rejection(asked)).code).toBe('CANCELLED');
    expect(closed).toBe(true);
  });
});
