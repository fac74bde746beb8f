// Where the password of an encrypted PDF comes from: standard input, another descriptor, or the keyboard
// where standard input is one. Never the command line, never the environment.
import { PenaError } from '../../core/domain/pena-error.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { readFirstLine } from './first-line.ts';
import { SilentTerminal } from './silent-terminal.ts';
import type { PinOptions } from './source.ts';

export interface PasswordOptions {
  readonly passwordStdin?: boolean;
  readonly passwordFd?: string;
}

/**
 * One password for all files, for the caller to wipe; undefined where none was announced.
 * @throws {PenaError} USAGE, PIN_NOT_GIVEN, TOKEN_PIN_LENGTH, CANCELLED
 */
export async function readPassword(
  { passwordStdin, passwordFd, pinStdin, pinFd }: PasswordOptions & PinOptions,
  shell: Shell,
): Promise<Uint8Array | undefined> {
  const asked = passwordStdin === true;
  // A descriptor gives one line: what stands behind it is lost.
  const shared = (asked && pinStdin === true) || (passwordFd !== undefined && passwordFd === pinFd);
  if (shared || (asked && passwordFd !== undefined)) throw new UsageError('passwordSources');
  if (passwordFd !== undefined) {
    if (!/^\d{1,6}$/.test(passwordFd)) throw new UsageError('passwordFdNumber');
    return readFirstLine(Number(passwordFd));
  }
  if (!asked) return undefined;
  return process.stdin.isTTY ? typed(shell) : readFirstLine(0);
}

async function typed({ err, interrupt, texts }: Shell): Promise<Uint8Array> {
  const terminal = new SilentTerminal(process.stdin, {
    write: (text) => err.raw(text),
    signal: interrupt.signal,
    onInterrupt: () => interrupt.abort('SIGINT'),
  });
  try {
    const password = await terminal.ask(texts.pin.documentPassword, false);
    if (password === null) throw new PenaError('CANCELLED');
    return password;
  } finally {
    terminal.close();
  }
}
