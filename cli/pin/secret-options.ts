// Where passwords come from beside the PIN: standard input, another descriptor, or the keyboard where
// standard input is one. Never the command line, never the environment.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { TsaOptions } from '../network/options.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { readFirstLine } from './first-line.ts';
import { openTerminal } from './silent-terminal.ts';
import type { PinOptions } from './source.ts';

export interface PasswordOptions {
  readonly passwordStdin?: boolean;
  readonly passwordFd?: string;
}

type TsaPasswordOptions = Pick<TsaOptions, 'tsaPasswordStdin' | 'tsaPasswordFd'>;

/**
 * A place gives one line, and to one of them: what stands behind it would be lost.
 * @throws {UsageError}
 */
export function checkSecretSources(
  options: PinOptions & PasswordOptions & TsaPasswordOptions,
): void {
  const { pinStdin, passwordStdin, tsaPasswordStdin } = options;
  const { pinFd, passwordFd, tsaPasswordFd } = options;
  const lines = [pinStdin, passwordStdin, tsaPasswordStdin].filter((asked) => asked === true);
  const numbers = [pinFd, passwordFd, tsaPasswordFd].filter((fd) => fd !== undefined).map(Number);
  const shared = lines.length > 1 || new Set(numbers).size < numbers.length;
  const twice = [
    [passwordStdin, passwordFd],
    [tsaPasswordStdin, tsaPasswordFd],
  ].some(([stdin, fd]) => stdin === true && fd !== undefined);
  if (shared || twice) throw new UsageError('secretSources');
}

/**
 * One password, of all encrypted files where no other question is asked, for the caller to wipe; undefined where none was announced.
 * @throws {PenaError} USAGE, PIN_NOT_GIVEN, TOKEN_PIN_LENGTH, CANCELLED
 */
export function readPassword(
  { passwordStdin, passwordFd }: PasswordOptions,
  shell: Shell,
  question = shell.texts.pin.documentPassword,
): Promise<Uint8Array | undefined> {
  const place = { stdin: passwordStdin === true, fd: passwordFd, option: '--password-fd' };
  return readSecret(place, question, shell);
}

/** The same for a time-stamp authority. */
export function readTsaPassword(
  { tsaPasswordStdin, tsaPasswordFd }: TsaPasswordOptions,
  shell: Shell,
): Promise<Uint8Array | undefined> {
  const place = {
    stdin: tsaPasswordStdin === true,
    fd: tsaPasswordFd,
    option: '--tsa-password-fd',
  };
  return readSecret(place, shell.texts.pin.tsaPassword, shell);
}

interface Place {
  readonly stdin: boolean;
  readonly fd: string | undefined;
  readonly option: string;
}

async function readSecret(
  { stdin, fd, option }: Place,
  question: string,
  shell: Shell,
): Promise<Uint8Array | undefined> {
  if (fd !== undefined) {
    if (!/^\d{1,6}$/.test(fd)) throw new UsageError('fdNumber', option);
    return readFirstLine(Number(fd));
  }
  if (!stdin) return undefined;
  return process.stdin.isTTY ? typed(question, shell) : readFirstLine(0);
}

async function typed(question: string, shell: Shell): Promise<Uint8Array> {
  const terminal = openTerminal(shell);
  try {
    const secret = await terminal.ask(question, false);
    if (secret === null) throw new PenaError('CANCELLED');
    return secret;
  } finally {
    terminal.close();
  }
}
