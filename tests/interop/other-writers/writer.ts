// What a program that signs, and is not ours, is to these tests.
import { which } from '../../../build/lib/command.mjs';

export interface Key {
  readonly p12: string;
  readonly passphrase: string;
  /** PEM. */
  readonly certificate: string;
  readonly privateKey: string;
  readonly authority: string;
}

export interface Writer {
  readonly name: string;
  /** What is not here that it needs; null when all is. */
  readonly missing: string | null;
  /** Signs `input` (or, where it makes its own document, something else) into `output`. */
  readonly sign: (input: string, output: string, key: Key, folder: string) => Promise<void> | void;
  /** It signs with SHA-1 whatever it is asked for. */
  readonly weak?: boolean;
  /** It makes a document of its own, without fields to fill in. */
  readonly formless?: boolean;
}

export const without = (program: string): string | null =>
  which(program) === null ? program : null;

export const quiet = { stdio: 'pipe' } as const;
