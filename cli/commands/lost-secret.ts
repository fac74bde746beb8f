// `pena lost secret`: keeps the access token, the CMP secret or the mail password in the keychain, under the name by
// which `pena lost send` looks for it; or deletes it.
import { PenaError } from '../../core/domain/pena-error.ts';
import { secretNameOf } from '../../core/lifecycle/channels/plan.ts';
import { createKeychain } from '../../native/keychain/keychain.ts';
import { effectiveSettings } from '../../native/settings/effective-settings.ts';
import { EXIT } from '../exit-codes.ts';
import { type JournalOption, openJournal } from '../journal/open.ts';
import { plansOf, secretFrom, type ServerOptions } from '../lost/channels.ts';
import type { Shell } from '../shell.ts';
import { lostTexts } from '../texts/lost.ts';
import { UsageError } from '../usage-error.ts';

export interface SecretOptions extends ServerOptions, JournalOption {
  readonly secretFd?: string;
  readonly delete?: boolean;
}

/** @param way https, cmp or email. @throws {PenaError} USAGE, KEYCHAIN_* */
export async function lostSecret(
  way: string,
  options: SecretOptions,
  shell: Shell,
): Promise<number> {
  const plan = plansOf({ ...options, by: way }, await effectiveSettings())[0];
  if (plan === undefined) throw new UsageError('noReportChannel');
  const name = secretNameOf(plan);
  if (name === null) throw new UsageError('missingOption', NEEDED[plan.way] ?? '');
  const store = createKeychain();
  const texts = lostTexts(shell.language);
  const note = {
    kind: 'secret',
    what: way === 'email' ? 'mail' : 'gateway',
    certificate: null,
  } as const;
  if (options.delete === true) {
    if (!(await store.delete(name))) throw new UsageError('secretUnknown');
    await openJournal(options).append({ ...note, did: 'deleted' });
    shell.out.line(texts.secretGone, { tone: 'ok' });
    return EXIT.ok;
  }
  const { secretFd } = options;
  if (secretFd === undefined) throw new UsageError('missingOption', '--secret-fd');
  const secret = secretFrom(secretFd, '--secret-fd');
  try {
    if ((await store.state()).state === 'absent') throw new PenaError('KEYCHAIN_ABSENT');
    await store.set(name, secret, { label: name.id.slice(0, 200), expires: null });
  } finally {
    secret.fill(0);
  }
  await openJournal(options).append({ ...note, did: 'stored' });
  shell.out.line(texts.secretStored(name.id), { tone: 'ok' });
  return EXIT.ok;
}

/** Without a name there is no secret: nobody is logged in, or a key protects the message. */
const NEEDED: Readonly<Record<string, string>> = { cmp: '--cmp-reference', email: '--smtp-user' };
