// Where practice mode keeps what it made: a folder of its own on this computer, and a token in it where one can be
// made here.
import type { TokenKeys } from './token-keys.ts';

export interface PracticePlace {
  /**
   * Makes an empty token, logs in to it and gives its keys; nothing of an earlier one is left.
   * @returns false where this computer has nothing to make a token with: then `use` is not called
   * @throws {PenaError} PRACTICE_NOT_MADE, TOKEN_*
   */
  withNewToken(use: (keys: TokenKeys) => Promise<void>): Promise<boolean>;
  /** Whole or not at all. @throws {PenaError} FILE_* */
  save(name: 'ca.pem' | 'kunci-latihan.p12', bytes: Uint8Array): Promise<void>;
  readonly passphrase: Uint8Array;
  random(length: number): Uint8Array;
}
