// Asks for a document's password in a window of its own, and again after a wrong one: it is no token that
// would lock. Nothing else in main sees the bytes but whoever tries them, and they are wiped after the try.
import type { PasswordDescription } from '../../core/contract/password.ts';
import { PenaError, toPenaError } from '../../core/domain/pena-error.ts';
import type { PasswordAnswers } from '../ipc/handlers/password.ts';
import type { GuardedWindow } from './guarded-window.ts';

export type OpenPasswordWindow = (answers: PasswordAnswers) => GuardedWindow;
type Question = Pick<PasswordDescription, 'document' | 'purpose'>;

export class PasswordDesk {
  readonly #openWindow: OpenPasswordWindow;
  readonly #language: () => PasswordDescription['language'];
  #asking = false;

  constructor(openWindow: OpenPasswordWindow, language: () => PasswordDescription['language']) {
    this.#openWindow = openWindow;
    this.#language = language;
  }

  /**
   * @param attempt throws PDF_PASSWORD_INCORRECT for another try
   * @throws {PenaError} CANCELLED; what `attempt` throws otherwise
   */
  async unlock<T>(
    question: Question,
    attempt: (password: Uint8Array) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    // One window at a time: behind a second one the first would not be seen.
    if (this.#asking) throw new PenaError('CANCELLED');
    this.#asking = true;
    try {
      for (let previousWrong = false; ; previousWrong = true) {
        const password = await this.#ask({ ...question, previousWrong }, signal);
        if (password === null) throw new PenaError('CANCELLED');
        try {
          return await attempt(password);
        } catch (thrown) {
          if (toPenaError(thrown).code !== 'PDF_PASSWORD_INCORRECT') throw thrown;
        } finally {
          password.fill(0);
        }
      }
    } finally {
      this.#asking = false;
    }
  }

  async #ask(
    question: Omit<PasswordAnswers['description'], 'language'>,
    signal?: AbortSignal,
  ): Promise<Uint8Array | null> {
    let window: GuardedWindow | null = null;
    try {
      return await new Promise<Uint8Array | null>((resolve) => {
        const cancel = (): void => resolve(null);
        if (signal?.aborted === true) cancel();
        else {
          const description = { language: this.#language(), ...question };
          window = this.#openWindow({ description, submit: resolve, cancel });
        }
        signal?.addEventListener('abort', cancel, { once: true });
      });
    } finally {
      closeIfOpen(window);
    }
  }
}

function closeIfOpen(window: GuardedWindow | null): void {
  window?.close();
}
