// A person at the PIN window, for tests: gives the answers prepared, and remembers what was asked.
import type { PinPrompt, PinRequest } from '../../core/ports/token.ts';

export interface ScriptedPrompt extends PinPrompt {
  readonly requests: readonly PinRequest[];
  /** The very arrays handed out, to see that they were wiped. */
  readonly given: readonly Uint8Array[];
}

/** One answer a question; null cancels. Asked once more than prepared, it throws. */
export function answering(...answers: readonly (string | null)[]): ScriptedPrompt {
  const requests: PinRequest[] = [];
  const given: Uint8Array[] = [];
  return {
    requests,
    given,
    ask: (request) => {
      const answer = answers[requests.length];
      requests.push(request);
      if (answer === undefined) return Promise.reject(new Error('asked too often'));
      if (answer === null) return Promise.resolve(null);
      const bytes = new TextEncoder().encode(answer);
      given.push(bytes);
      return Promise.resolve(bytes);
    },
  };
}
