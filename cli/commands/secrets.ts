// `pena secrets`: what lies in the keychain, and its deletion. No secret is ever shown.
import { PenaError } from '../../core/domain/pena-error.ts';
import { formatDate } from '../../core/domain/local-time.ts';
import type { KeychainState, SecretName } from '../../core/ports/secret-store.ts';
import { createKeychain } from '../../native/keychain/keychain.ts';
import { keepServerPassword, type ServerKind } from '../../native/keychain/server-password.ts';
import { EXIT } from '../exit-codes.ts';
import { openKeychain } from '../keychain.ts';
import { readPassword, type PasswordOptions } from '../pin/secret-options.ts';
import type { Shell } from '../shell.ts';
import { secretTexts, type SecretTexts } from '../texts/secrets.ts';
import { UsageError } from '../usage-error.ts';

export interface SecretsOptions {
  readonly json?: boolean;
}

/** @returns the exit code; @throws {PenaError} KEYCHAIN_FAILED */
export async function secretsList({ json }: SecretsOptions, shell: Shell): Promise<number> {
  const { out, zone, language } = shell;
  const texts = secretTexts(language);
  const store = createKeychain();
  const state = await store.state();
  const found = state.state === 'available' ? await store.list() : [];
  if (json === true) {
    const secrets = found.map(({ kind, id, label, expires, since }) => ({
      ...{ name: `${kind}:${id}`, kind, label, since: since.toISOString() },
      expires: expires?.toISOString() ?? null,
    }));
    out.json({ keychain: state, secrets });
  } else {
    out.facts([{ name: texts.keychain, value: stateText(state, texts) }]);
    if (found.length === 0) out.line(texts.none);
    for (const { kind, id, label, expires, since } of found) {
      out.line();
      out.line(texts.kinds[kind], { tone: 'strong' });
      out.facts(
        [
          { name: texts.owner, value: label },
          { name: texts.since, value: formatDate(since, zone, language) },
          ...(expires === null
            ? []
            : [{ name: texts.expires, value: formatDate(expires, zone, language) }]),
          { name: texts.name, value: `${kind}:${id}` },
        ],
        2,
      );
    }
  }
  return state.state === 'available' ? EXIT.ok : EXIT.unavailable;
}

export interface SecretSetOptions extends PasswordOptions {
  readonly user: string;
}

const KIND: ServerKind = 'tsa';

/**
 * Keeps a server's password. It comes from standard input or a descriptor, never from the command line.
 * @throws {PenaError} USAGE, PIN_NOT_GIVEN, KEYCHAIN_*, CANCELLED
 */
export async function secretsSet(
  given: string,
  url: string,
  { user, ...options }: SecretSetOptions,
  shell: Shell,
): Promise<number> {
  if (given !== KIND) throw new UsageError('secretKind');
  if (!isServer(url)) throw new UsageError('secretAddress');
  if (user === '' || user.length > 200 || user.includes(':')) throw new UsageError('secretUser');
  const texts = secretTexts(shell.language);
  const password = await readPassword(options, shell, texts.askPassword);
  if (password === undefined) throw new PenaError('PIN_NOT_GIVEN');
  try {
    if (password.byteLength === 0) throw new PenaError('PIN_NOT_GIVEN');
    await keepServerPassword(openKeychain(shell), { kind: KIND, url }, { user, password });
  } finally {
    password.fill(0);
  }
  shell.out.line(texts.kept, { tone: 'ok' });
  return EXIT.ok;
}

function isServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && username + password === '';
}

/** @param names as the list says them */
export async function secretsDelete(names: readonly string[], shell: Shell): Promise<number> {
  const store = openKeychain(shell);
  const listed = await store.list();
  const wanted = names.map((name) => {
    const found = listed.find(({ kind, id }) => `${kind}:${id}` === name);
    if (found === undefined) throw new UsageError('secretUnknown');
    return found;
  });
  return remove(wanted, shell);
}

/** The drafts' key is no secret that anybody could type again: it stays. */
export async function secretsDeleteAll(shell: Shell): Promise<number> {
  const listed = await createKeychain().list();
  return remove(
    listed.filter(({ kind }) => kind !== 'drafts'),
    shell,
  );
}

async function remove(names: readonly SecretName[], shell: Shell): Promise<number> {
  const store = openKeychain(shell);
  for (const { kind, id } of names) await store.delete({ kind, id });
  shell.out.line(secretTexts(shell.language).deleted(names.length));
  return EXIT.ok;
}

function stateText(state: KeychainState, texts: SecretTexts): string {
  const text = texts.states[state.state];
  return state.state === 'absent' ? `${text} (${texts.gaps[state.why]})` : text;
}
