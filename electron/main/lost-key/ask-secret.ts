// Asks for a passphrase or an access token in the window for secrets.
import type { PassphraseTask } from '../../../core/contract/secret-window.ts';
import type { SecretDesk } from '../secret-desk.ts';

/** Null: the window was left without an answer. Bytes for the caller to wipe. @throws {PenaError} TOKEN_IN_USE_HERE */
export type AskSecret = (question: Omit<PassphraseTask, 'kind'>) => Promise<Uint8Array | null>;

export function askedOf(desk: SecretDesk): AskSecret {
  return async (question) => {
    const answer = await desk.ask<'passphrase'>({ kind: 'passphrase', ...question });
    return answer?.passphrase ?? null;
  };
}
