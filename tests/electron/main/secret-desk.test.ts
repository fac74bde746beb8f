// Asking for a secret: one question at a time, and every way in which it is left.
import { describe, expect, it, vi } from 'vitest';
import type { PasswordTask } from '../../../core/contract/secret-window.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { SecretDesk, type SecretAnswers } from '../../../electron/main/secret-desk.ts';

const TASK: PasswordTask = {
  ...{ kind: 'password', what: 'tsa', server: 'tsa.test', user: '', encrypted: true },
};

function desk() {
  const close = vi.fn();
  const opened: SecretAnswers[] = [];
  const it = new SecretDesk({
    ...{ language: () => 'en', mark: () => ({ picture: 'boat', word: 'Toba' }) },
    openWindow: (answers) => {
      opened.push(answers);
      return { close };
    },
  });
  return { desk: it, close, opened };
}

describe('SecretDesk', () => {
  it('shows the mark and the task, and hands the answer on', async () => {
    const { desk: it, close, opened } = desk();
    const asked = it.ask(TASK);
    expect(opened[0]?.description).toEqual({
      ...{ language: 'en', mark: { picture: 'boat', word: 'Toba' } },
      task: TASK,
    });
    const password = new Uint8Array([1]);
    opened[0]?.submit({ kind: 'password', user: 'ani', password });
    expect((await asked)?.password).toBe(password);
    expect(close).toHaveBeenCalledOnce();
  });

  it('opens no second window beside the first, and another after it', async () => {
    const { desk: it, opened } = desk();
    const first = it.ask({ kind: 'mark' });
    await expect(it.ask({ kind: 'mark' })).rejects.toMatchObject({ code: 'TOKEN_IN_USE_HERE' });
    opened[0]?.cancel();
    expect(await first).toBeNull();
    const second = it.ask({ kind: 'mark' });
    expect(opened).toHaveLength(2);
    it.cancel();
    expect(await second).toBeNull();
  });

  it('is ended by what it watches, and stops watching', async () => {
    const { desk: it, close } = desk();
    const stop = vi.fn();
    const asked = it.ask({ kind: 'mark' }, (end) => {
      setTimeout(() => end(new PenaError('TOKEN_REMOVED')), 0);
      return stop;
    });
    await expect(asked).rejects.toMatchObject({ code: 'TOKEN_REMOVED' });
    expect(stop).toHaveBeenCalledOnce();
    expect(close).toHaveBeenCalledOnce();
  });
});
