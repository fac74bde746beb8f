// Encrypted files of every kind of the standard security handler, made by qpdf.
import { execFileSync } from 'node:child_process';

/** Options of `qpdf --encrypt`, the key length first. */
export const ENCRYPTION_KINDS = {
  'RC4 40 (V 1, R 2)': ['40'],
  'RC4 128 (V 2, R 3)': ['128', '--use-aes=n'],
  'RC4 128 by crypt filter (V 4, R 4)': ['128', '--use-aes=n', '--force-V4'],
  'AES-128 (V 4, R 4)': ['128', '--use-aes=y'],
  'AES-128, metadata in the clear': ['128', '--use-aes=y', '--cleartext-metadata'],
  'AES-256 (V 5, R 5)': ['256', '--force-R5'],
  'AES-256 (V 5, R 6)': ['256'],
  'AES-256, metadata in the clear': ['256', '--cleartext-metadata'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type EncryptionKind = keyof typeof ENCRYPTION_KINDS;

export const KINDS = Object.keys(ENCRYPTION_KINDS) as EncryptionKind[];

export interface EncryptionChoice {
  readonly kind: EncryptionKind;
  readonly user: string;
  readonly owner: string;
  /** More options of `--encrypt`: what is restricted. */
  readonly restrictions?: readonly string[];
  /** Options of qpdf beside those. */
  readonly layout?: readonly string[];
}

export function encryptFile(input: string, output: string, choice: EncryptionChoice): void {
  const { kind, user, owner, restrictions = [], layout = [] } = choice;
  const encryption = [user, owner, ...ENCRYPTION_KINDS[kind], ...restrictions];
  execFileSync(
    'qpdf',
    ['--allow-weak-crypto', ...layout, '--encrypt', ...encryption, '--', input, output],
    { stdio: 'pipe' },
  );
}
