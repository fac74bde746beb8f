// Refuses a PIN on the command line: the process list shows it to everybody and the shell's history
// keeps it. Looked at before the arguments are parsed, so that no complaint repeats it.
import { existsSync } from 'node:fs';
import { PenaError } from '../core/domain/pena-error.ts';

/** What people try, with the value behind a space or without one. */
const OPTIONS =
  /^(--?(pin|passphrase|password|passwd|passcode|pass|pwd|puk|sandi|kata-sandi|frasa-sandi|so-pin|user-pin|new-pin|old-pin|tsa-password|tsa-pass)(=.*)?|--?(pin|password|tsa-password)-stdin=.*|-p([=\d].*)?)$/is;

/** What takes no value and is followed by one all the same. */
const SWITCHES = ['--pin-stdin', '--password-stdin', '--tsa-password-stdin'];

/** An address that brings a name and password along: `https://budi:rahasia@tsa.example/`. */
const ADDRESS = /^[a-z]+:\/\/[^/?#]*@/i;

/** @throws {PenaError} PIN_ON_COMMAND_LINE */
export function refusePinArguments(argv: readonly string[]): void {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  const refused = options.some(
    (argument, index) =>
      OPTIONS.test(argument) ||
      (options[index - 1] === '--tsa' && ADDRESS.test(argument)) ||
      (argument.startsWith('--tsa=') && ADDRESS.test(argument.slice('--tsa='.length))) ||
      (SWITCHES.includes(options[index - 1] ?? '') && looksLikePin(argument)),
  );
  if (refused) throw new PenaError('PIN_ON_COMMAND_LINE');
}

/** Digits where a file is expected, and no such file: "file 482915 not found" would show the PIN. */
function looksLikePin(argument: string): boolean {
  return /^\d{4,16}$/.test(argument) && !existsSync(argument);
}
