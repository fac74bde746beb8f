// Asks for a secret in the window for it, one question at a time, and hands bytes on; nothing else in main
// sees them.
import type { SecretDescription, SecretTask } from '../../core/contract/secret-window.ts';
import type { Settings } from '../../core/contract/settings.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { WindowMark } from '../../core/domain/window-mark.ts';
import type { GuardedWindow } from './guarded-window.ts';

/** Bytes are whoever's waits for them from then on. */
export type SecretAnswer =
  | {
      readonly kind: 'set-pin';
      readonly current: Uint8Array;
      readonly next: Uint8Array;
      readonly lastTryConfirmed: boolean;
    }
  | { readonly kind: 'password'; readonly user: string; readonly password: Uint8Array }
  | { readonly kind: 'passphrase'; readonly passphrase: Uint8Array }
  | { readonly kind: 'show' }
  | { readonly kind: 'mark'; readonly mark: WindowMark };

/** What the window may do, once. */
export interface SecretAnswers {
  readonly description: SecretDescription;
  readonly submit: (answer: SecretAnswer) => void;
  /** Also when the window was closed in any other way. */
  readonly cancel: () => void;
}

export interface SecretDeskOptions {
  readonly language: () => Settings['language'];
  readonly mark: () => WindowMark | null;
  readonly openWindow: (answers: SecretAnswers) => GuardedWindow;
}

type AnswerTo<K extends SecretTask['kind']> = Extract<SecretAnswer, { kind: K }>;

export class SecretDesk {
  readonly #options: SecretDeskOptions;
  #cancel: (() => void) | null = null;

  constructor(options: SecretDeskOptions) {
    this.#options = options;
  }

  /**
   * Null where the person cancelled.
   * @param watch started with the window, ends it with an error; answers how to stop watching
   * @throws {PenaError} TOKEN_IN_USE_HERE while another question is open; what `watch` says
   */
  async ask<K extends SecretTask['kind']>(
    task: Extract<SecretTask, { kind: K }>,
    watch: (end: (error: PenaError) => void) => () => void = () => () => undefined,
  ): Promise<AnswerTo<K> | null> {
    if (this.#cancel !== null) throw new PenaError('TOKEN_IN_USE_HERE');
    const { language, mark, openWindow } = this.#options;
    let window: GuardedWindow | null = null;
    let stop: () => void = () => undefined;
    try {
      return await new Promise<AnswerTo<K> | null>((resolve, reject) => {
        this.#cancel = () => resolve(null);
        window = openWindow({
          description: { language: language(), mark: mark(), task },
          submit: (answer) => resolve(answer as AnswerTo<K>),
          cancel: () => resolve(null),
        });
        stop = watch(reject);
      });
    } finally {
      this.#cancel = null;
      stop();
      closeIfOpen(window);
    }
  }

  /** At the end of the main window: nobody waits for an answer any more. */
  cancel(): void {
    this.#cancel?.();
  }
}

function closeIfOpen(window: GuardedWindow | null): void {
  window?.close();
}
