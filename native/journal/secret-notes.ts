// What the journal keeps of secrets: that a PIN failed or a last try was used, that something was stored or
// deleted. Digests and codes only (core/domain/journal-entry.ts has no room for more).
import type { JournalEntry } from '../../core/domain/journal-entry.ts';
import type { ErrorCode } from '../../core/domain/error-code.ts';
import type { Journal } from '../../core/ports/journal.ts';
import type { SecretKind, SecretName } from '../../core/ports/secret-store.ts';
import type { PinPrompt } from '../../core/ports/token.ts';

export interface SecretNotes {
  readonly journal: Pick<Journal, 'append'>;
  /** Told where something that has happened could not be written down. */
  readonly onProblem: (thrown: unknown) => void;
}

type SecretEntry = Extract<JournalEntry, { kind: 'secret' }>;

const WHAT: Readonly<Record<SecretKind, SecretEntry['what']>> = {
  pin: 'pin',
  tsa: 'tsa',
  smtp: 'mail',
  gateway: 'gateway',
  drafts: 'drafts',
};
const SHA256 = /^[0-9a-f]{64}$/;

/** For createKeychain: writes down what became of a secret. */
export function notesOfSecrets({ journal, onProblem }: SecretNotes) {
  return async ({ kind, id }: SecretName, did: SecretEntry['did']): Promise<void> => {
    const certificate = kind === 'pin' && SHA256.test(id) ? id : null;
    await journal
      .append({ kind: 'secret', what: WHAT[kind], did, certificate })
      .catch((thrown: unknown) => onProblem(thrown));
  };
}

/**
 * The same prompt, with what becomes of its answers written down: a last try before it is used, and not
 * used where that cannot be written (PP 71/2019 Pasal 62); a PIN that failed after the token said so.
 * @param certificate SHA-256 of the signer's; null where nothing is signed
 */
export function notingPrompt(
  prompt: PinPrompt,
  certificate: string | null,
  { journal, onProblem }: SecretNotes,
): PinPrompt {
  return {
    ask: async (request) => {
      const pin = await prompt.ask(request);
      if (pin === null || request.pinState !== 'final-try') return pin;
      try {
        await journal.append({
          ...{ kind: 'overridden', override: 'last-pin-try', by: 'person', certificate },
          ...{ document: null, codes: ['TOKEN_PIN_LAST_TRY'] },
        });
        return pin;
      } catch (thrown) {
        pin.fill(0);
        throw thrown;
      }
    },
    judged: async (accepted, code) => {
      await prompt.judged?.(accepted, code);
      if (accepted || code === undefined || !isPinFailure(code)) return;
      await journal.append({ kind: 'pin-failed', certificate, code }).catch(onProblem);
    },
  };
}

/** The token judged what was typed; a module that crashed has judged nothing. */
export function isPinFailure(code: ErrorCode): boolean {
  return /^TOKEN_(PIN|PUK)_/.test(code);
}
