// Questions that only a person decides: each is told to the window under a name of its own, which is good
// for one answer.
import type { z } from 'zod';
import { questionHandle, type signingContract } from '../../core/contract/signing.ts';
import type { HostQuestion } from '../hosts/document-client.ts';
import { Handles } from '../ipc/handles.ts';

type QuestionHandle = z.infer<typeof questionHandle>;
type Told = z.infer<(typeof signingContract)['signing.question']['payload']>;

export class Questions {
  readonly #tell: (question: Told) => void;
  readonly #open = new Handles<QuestionHandle, (accept: boolean) => void>('qst', (text) =>
    questionHandle.parse(text),
  );

  constructor(tell: (question: Told) => void) {
    this.#tell = tell;
  }

  /** No, where the signing is cancelled meanwhile. */
  ask({ question: kind, problems }: HostQuestion, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve(false);
        return;
      }
      const question = this.#open.issue(resolve);
      signal.addEventListener('abort', () => resolve(false), { once: true });
      this.#tell({ question, kind, problems });
    });
  }

  /** @throws {PenaError} HANDLE_UNKNOWN for one that was answered, or never asked */
  decide(question: QuestionHandle, accept: boolean): void {
    this.#open.release(question)(accept);
  }

  /** At the end of a signing: what is still open has no meaning any more. */
  drop(): void {
    for (const resolve of this.#open.releaseAll()) resolve(false);
  }
}
