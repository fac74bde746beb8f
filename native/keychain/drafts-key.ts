// The key that encrypts drafts and the outbox on this computer's disk: 32 random bytes in the keychain.
// Where there is no keychain, it comes from a passphrase by scrypt (RFC 7914). Which of the two, a small
// file remembers: a keychain that is locked today must not lead to a second key, and lost drafts.
import { createHmac, randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { SecretName, SecretStore } from '../../core/ports/secret-store.ts';
import { createAtomicOutput } from '../files/atomic-output.ts';
import { errnoOf, readError } from '../files/file-error.ts';
import { takeLock } from '../journal/lock-file.ts';

const NAME: SecretName = { kind: 'drafts', id: 'local' };
const LABEL = 'Pena';
const FILE = 'drafts-key.json';
const LENGTH = 32;
const WAIT_MS = 10_000;
/** 128 MiB and about half a second: RFC 7914's form, OWASP's cost for a key that is derived once a start. */
const COST = { N: 131_072, r: 8, p: 1 } as const;

const base64 = z.base64().max(64);
const record = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('keychain'), check: base64 }),
  z.strictObject({
    from: z.literal('passphrase'),
    salt: base64,
    N: z.literal(COST.N),
    r: z.literal(COST.r),
    p: z.literal(COST.p),
    check: base64,
  }),
]);
type KeyRecord = z.infer<typeof record>;

export interface DraftsKeyParts {
  readonly store: SecretStore;
  /** The program's own folder of data; made where it is missing. */
  readonly folder: string;
  /**
   * Asks the person for the passphrase where there is no keychain; `first` when it is chosen. UTF-8
   * bytes, wiped here. Null: nobody can be asked.
   */
  readonly passphrase: ((first: boolean) => Promise<Uint8Array>) | null;
}

/**
 * @returns 32 bytes, for the caller to wipe
 * @throws {PenaError} KEYCHAIN_LOCKED; KEYCHAIN_ABSENT where nobody can be asked either;
 *   KEYCHAIN_DRAFTS_KEY where the key is not there any more, KEYCHAIN_PASSPHRASE for a wrong passphrase;
 *   OUTBOX_BUSY where another makes the first one and does not end; KEYCHAIN_FAILED, FILE_*
 */
export async function draftsKey(parts: DraftsKeyParts): Promise<Uint8Array> {
  const known = await readRecord(parts.folder);
  return known === null ? firstKey(parts) : knownKey(parts, known);
}

async function knownKey(parts: DraftsKeyParts, known: KeyRecord): Promise<Uint8Array> {
  const key =
    known.from === 'keychain'
      ? await parts.store.get(NAME)
      : await derive(parts, Buffer.from(known.salt, 'base64'), false);
  if (key === null) throw new PenaError('KEYCHAIN_DRAFTS_KEY');
  if (timingSafeEqual(checkOf(key), Buffer.from(known.check, 'base64'))) return key;
  key.fill(0);
  throw new PenaError(known.from === 'keychain' ? 'KEYCHAIN_DRAFTS_KEY' : 'KEYCHAIN_PASSPHRASE');
}

async function firstKey(parts: DraftsKeyParts): Promise<Uint8Array> {
  const { store, folder } = parts;
  const state = await store.state();
  if (state.state === 'locked') throw new PenaError('KEYCHAIN_LOCKED');
  if (state.state === 'absent') {
    const salt = randomBytes(16);
    const key = await derive(parts, salt, true);
    const check = checkOf(key).toString('base64');
    await writeRecord(folder, {
      ...{ from: 'passphrase', salt: salt.toString('base64'), ...COST, check },
    });
    return key;
  }
  return keptKey(parts);
}

/** Under a lock: of two first keys the one would be in the keychain and the other be noted, and no draft open again. */
async function keptKey(parts: DraftsKeyParts): Promise<Uint8Array> {
  const { store, folder } = parts;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = await takeLock(join(folder, `${FILE}.lock`), WAIT_MS);
  if ('busy' in lock) throw new PenaError('OUTBOX_BUSY');
  try {
    const known = await readRecord(folder);
    if (known !== null) return await knownKey(parts, known);
    // One that is there already is from a start that ended before it could be noted.
    const kept = await store.get(NAME);
    const key = kept ?? new Uint8Array(randomBytes(LENGTH));
    if (kept === null) await store.set(NAME, key, { label: LABEL, expires: null });
    await writeRecord(folder, { from: 'keychain', check: checkOf(key).toString('base64') });
    return key;
  } finally {
    await lock.release();
  }
}

async function derive(
  { passphrase }: DraftsKeyParts,
  salt: Uint8Array,
  first: boolean,
): Promise<Uint8Array> {
  if (passphrase === null) throw new PenaError('KEYCHAIN_ABSENT');
  const typed = await passphrase(first);
  try {
    return await scryptKey(typed, salt, { ...COST, maxmem: 256 * COST.N * COST.r });
  } finally {
    typed.fill(0);
  }
}

function scryptKey(
  typed: Uint8Array,
  salt: Uint8Array,
  options: ScryptOptions,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, LENGTH, options, (error, key) => {
      if (error === null) resolve(new Uint8Array(key));
      else reject(error);
    });
  });
}

/** Says whether a key is the one from before, and nothing else about it. */
function checkOf(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('pena drafts key').digest();
}

async function readRecord(folder: string): Promise<KeyRecord | null> {
  const path = join(folder, FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return null;
    throw readError(thrown, path);
  }
  try {
    return record.parse(JSON.parse(text));
  } catch (thrown) {
    // Not understood is not "none": a new key would make the old drafts unreadable.
    throw new PenaError('KEYCHAIN_DRAFTS_KEY', {}, { cause: thrown });
  }
}

async function writeRecord(folder: string, value: KeyRecord): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const output = await createAtomicOutput(join(folder, FILE), { overwrite: false });
  try {
    await output.append(new TextEncoder().encode(`${JSON.stringify(value)}\n`));
    await output.commit();
  } finally {
    await output.abort();
  }
}
