// Where the PIN or passphrase comes from: the keyboard, standard input or another descriptor. Never the
// command line, never the environment.
import { UsageError } from '../usage-error.ts';
import { readFirstLine } from './first-line.ts';
import type { Keyboard } from './terminal-line.ts';

export type PinSource =
  | { readonly kind: 'keyboard'; readonly keyboard: Keyboard }
  /** The holder wipes `bytes` when all is done. */
  | { readonly kind: 'given'; readonly bytes: Uint8Array }
  | { readonly kind: 'none' };

export interface PinOptions {
  readonly pinStdin?: boolean;
  readonly pinFd?: string;
}

/** @throws {PenaError} USAGE, PIN_NOT_GIVEN, TOKEN_PIN_LENGTH */
export function openPinSource({ pinStdin, pinFd }: PinOptions): PinSource {
  if (pinStdin === true && pinFd !== undefined) throw new UsageError('pinSources');
  if (pinFd !== undefined) {
    if (!/^\d{1,6}$/.test(pinFd)) throw new UsageError('pinFdNumber');
    return { kind: 'given', bytes: readFirstLine(Number(pinFd)) };
  }
  // Reading a line from a terminal would show the PIN while it is typed.
  if (process.stdin.isTTY) return { kind: 'keyboard', keyboard: process.stdin };
  return pinStdin === true ? { kind: 'given', bytes: readFirstLine(0) } : { kind: 'none' };
}
