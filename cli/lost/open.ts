// The cases and the outbox of this user, under the key that encrypts drafts: from the keychain, or from a passphrase
// where there is none.
import { PenaError } from '../../core/domain/pena-error.ts';
import { type LostPlaces, withLostPlaces } from '../../native/cases/places.ts';
import { createKeychain } from '../../native/keychain/keychain.ts';
import { userFolders } from '../../native/settings/user-folders.ts';
import { readFirstLine } from '../pin/first-line.ts';
import { SilentTerminal } from '../pin/silent-terminal.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';
import { UsageError } from '../usage-error.ts';

export interface DraftsOptions {
  readonly passphraseStdin?: boolean;
  readonly passphraseFd?: string;
}

/** @throws {PenaError} KEYCHAIN_*, USAGE, CANCELLED, and what the work throws */
export async function withCases<T>(
  options: DraftsOptions,
  shell: Shell,
  work: (places: LostPlaces) => Promise<T>,
): Promise<T> {
  const ask = async (first: boolean): Promise<Uint8Array> => {
    const typed = await passphrase(first, options, shell);
    if (first) shell.err.line(lostTexts(shell.language).passphraseEachTime, { tone: 'warn' });
    return typed;
  };
  const places = { store: createKeychain(), folder: userFolders().settings };
  const progress = { begun: false };
  try {
    return await withLostPlaces(
      { ...places, passphrase: canAsk(options) ? ask : null },
      (opened) => {
        progress.begun = true;
        return work(opened);
      },
    );
  } catch (thrown) {
    const absent =
      !progress.begun && thrown instanceof PenaError && thrown.code === 'KEYCHAIN_ABSENT';
    throw absent ? new PenaError('KEYCHAIN_PASSPHRASE_NEEDED', {}, { cause: thrown }) : thrown;
  }
}

function canAsk({ passphraseStdin, passphraseFd }: DraftsOptions): boolean {
  return passphraseStdin === true || passphraseFd !== undefined || process.stdin.isTTY;
}

async function passphrase(
  first: boolean,
  { passphraseStdin, passphraseFd }: DraftsOptions,
  { err, interrupt, language }: Shell,
): Promise<Uint8Array> {
  if (passphraseFd !== undefined) {
    if (!/^\d{1,6}$/.test(passphraseFd)) throw new UsageError('fdNumber', '--passphrase-fd');
    return readFirstLine(Number(passphraseFd));
  }
  if (!process.stdin.isTTY || passphraseStdin === true) return readFirstLine(0);
  const texts = lostTexts(language);
  const terminal = new SilentTerminal(process.stdin, {
    write: (text) => err.raw(text),
    signal: interrupt.signal,
    onInterrupt: () => interrupt.abort('SIGINT'),
  });
  try {
    const typed = await terminal.ask(first ? texts.newPassphrase : texts.passphrase, false);
    if (typed === null) throw new PenaError('CANCELLED');
    return typed;
  } finally {
    terminal.close();
  }
}
