// The keychain process: the only place that loads keytar. It lives for one request, so that a keychain
// that hangs or crashes (libsecret does, of a locked collection) is a message, and so that keytar's
// strings, which cannot be wiped, end with the process. Its core dumps are switched off.
import { createRequire } from 'node:module';
import { practiceMode } from '../settings/practice-mode.ts';
import { parentPort } from '../pkcs11/host/parent-port.ts';
import {
  keychainRequest,
  storedValue,
  type KeychainAnswer,
  type KeychainRequest,
} from './protocol.ts';

/** The name under which the keychain's own program shows all of it; practice mode has entries of its own. */
const SERVICE = practiceMode() ? 'id.pena.desktop.latihan' : 'id.pena.desktop';

/** What is used of keytar. Declared here: where it could not be built, its own types are not there either. */
interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
  findCredentials(service: string): Promise<readonly { account: string; password: string }[]>;
}

type Entries = Extract<KeychainAnswer, { answer: 'entries' }>['entries'];

async function answer(request: KeychainRequest): Promise<KeychainAnswer> {
  const keytar = load();
  if (keytar === null) return { answer: 'failed', why: 'module' };
  try {
    return await perform(keytar, request);
  } catch {
    return { answer: 'failed', why: 'keychain' };
  } finally {
    if (request.operation === 'set') request.secret.fill(0);
  }
}

/** Null where the optional dependency is not there or finds no libsecret. */
function load(): Keytar | null {
  try {
    return createRequire(import.meta.url)('keytar') as Keytar;
  } catch {
    return null;
  }
}

async function perform(keytar: Keytar, request: KeychainRequest): Promise<KeychainAnswer> {
  switch (request.operation) {
    case 'load':
      return { answer: 'done', found: true };
    case 'get': {
      const found = read(await keytar.getPassword(SERVICE, accountOf(request.name)));
      if (found === null) return { answer: 'secret', found: null };
      const { label, expires, secret } = found;
      return {
        answer: 'secret',
        found: { label, expires, secret: new Uint8Array(Buffer.from(secret, 'base64')) },
      };
    }
    case 'set': {
      const { name, note, secret } = request;
      const value = { v: 1, ...note, since: new Date().toISOString(), secret: base64(secret) };
      await keytar.setPassword(SERVICE, accountOf(name), JSON.stringify(value));
      return { answer: 'done', found: true };
    }
    case 'delete':
      return {
        answer: 'done',
        found: await keytar.deletePassword(SERVICE, accountOf(request.name)),
      };
    case 'list':
      return { answer: 'entries', entries: entriesOf(await keytar.findCredentials(SERVICE)) };
  }
}

function accountOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}:${id}`;
}

/** What somebody else wrote under our name is nothing of ours. */
function entriesOf(found: Awaited<ReturnType<Keytar['findCredentials']>>): Entries {
  return found.flatMap(({ account, password }) => {
    const value = read(password);
    const [kind = '', ...id] = account.split(':');
    if (value === null) return [];
    const { label, expires, since } = value;
    const parsed = keychainRequest.safeParse({
      operation: 'get',
      name: { kind, id: id.join(':') },
    });
    return parsed.success && parsed.data.operation === 'get'
      ? [{ ...parsed.data.name, label, expires, since }]
      : [];
  });
}

function read(text: string | null): ReturnType<typeof storedValue.parse> | null {
  if (text === null) return null;
  try {
    return storedValue.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

const port = parentPort();
port.onMessage((message) => {
  void answer(keychainRequest.parse(message)).then((told) => {
    port.postMessage(told);
    if (told.answer === 'secret') told.found?.secret.fill(0);
  });
});
// Ctrl+C in a terminal reaches the whole group: the parent decides, and takes this process along.
process.on('SIGINT', () => undefined);
