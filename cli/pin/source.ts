// Where the PIN or passphrase comes from: the keyboard, standard input or another descriptor. Never the
// command line, never the environment.
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import { readFirstLine } from './first-line.ts';
import { openTerminal, type SilentTerminal } from './silent-terminal.ts';

export type PinSource =
  | { readonly kind: 'keyboard'; readonly terminal: SilentTerminal }
  | { readonly kind: 'given'; readonly bytes: Uint8Array }
  | { readonly kind: 'none' };

export interface PinOptions {
  readonly pinStdin?: boolean;
  readonly pinFd?: string;
}

/** Close it with `closePinSource`. @throws {PenaError} USAGE, PIN_NOT_GIVEN, TOKEN_PIN_LENGTH */
export function openPinSource(
  { pinStdin, pinFd }: PinOptions,
  shell: Pick<Shell, 'err' | 'interrupt'>,
): PinSource {
  if (pinStdin === true && pinFd !== undefined) throw new UsageError('pinSources');
  if (pinFd !== undefined) {
    if (!/^\d{1,6}$/.test(pinFd)) throw new UsageError('pinFdNumber');
    return { kind: 'given', bytes: readFirstLine(Number(pinFd)) };
  }
  // Reading a line from a terminal would show the PIN while it is typed.
  if (process.stdin.isTTY) {
    const terminal = openTerminal(shell);
    return { kind: 'keyboard', terminal };
  }
  return pinStdin === true ? { kind: 'given', bytes: readFirstLine(0) } : { kind: 'none' };
}

/** Wipes what was given, or gives the terminal back. */
export function closePinSource(source: PinSource): void {
  if (source.kind === 'given') source.bytes.fill(0);
  if (source.kind === 'keyboard') source.terminal.close();
}
