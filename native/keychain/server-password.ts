// Passwords of time-stamp authorities in the keychain (what reports need is kept by `pena lost secret`). User
// name and password are kept as one secret, as HTTP Basic joins them (RFC 7617): the name cannot hold a colon.
import type { CredentialSource, HttpCredential } from '../../core/ports/http-client.ts';
import type { SecretKind, SecretStore } from '../../core/ports/secret-store.ts';

export type ServerKind = Extract<SecretKind, 'tsa'>;

export interface ServerPlace {
  readonly kind: ServerKind;
  /** https://tsa.example/tsa */
  readonly url: string;
}

const COLON = 0x3a;

/** The caller wipes its bytes. @throws {PenaError} KEYCHAIN_*; {TypeError} for no address */
export async function keepServerPassword(
  store: SecretStore,
  place: ServerPlace,
  { user, password }: HttpCredential,
): Promise<void> {
  const name = new TextEncoder().encode(`${user}:`);
  const pair = new Uint8Array(name.length + password.length);
  pair.set(name);
  pair.set(password, name.length);
  const note = { label: `${user} @ ${new URL(place.url).host}`, expires: null };
  try {
    await store.set(nameOf(place), pair, note);
  } finally {
    pair.fill(0);
  }
}

/** For the caller to wipe; null where none is kept. @throws {PenaError} KEYCHAIN_* */
export async function readServerPassword(
  store: SecretStore,
  place: ServerPlace,
): Promise<HttpCredential | null> {
  const pair = await store.get(nameOf(place));
  if (pair === null) return null;
  const colon = pair.indexOf(COLON);
  if (colon < 0) {
    pair.fill(0);
    return null;
  }
  const user = Buffer.from(pair.subarray(0, colon)).toString();
  const password = pair.slice(colon + 1);
  pair.fill(0);
  return { user, password };
}

/** What the server refused, or the person wants gone. @throws {PenaError} KEYCHAIN_* */
export function forgetServerPassword(store: SecretStore, place: ServerPlace): Promise<boolean> {
  return store.delete(nameOf(place));
}

export interface KeptCredential {
  readonly credential: CredentialSource;
  /** To be called where the server answered that user or password are wrong. */
  readonly refused: () => Promise<void>;
  /** Wipes what was read. */
  readonly close: () => void;
}

/**
 * Read at its first use and once: a batch asks thousands of times. A keychain that is locked or absent has
 * no password, and the server is asked without one. One that the server refused is deleted and not sent again.
 */
export function keptCredential(store: SecretStore, place: ServerPlace): KeptCredential {
  let kept: Promise<HttpCredential | null> | null = null;
  const wipe = async (): Promise<boolean> => {
    const credential = await kept;
    credential?.password.fill(0);
    kept = Promise.resolve(null);
    return credential !== null;
  };
  return {
    credential: async () => {
      kept ??= readServerPassword(store, place).catch(() => null);
      const found = await kept;
      // Each request wipes what it was given.
      return found === null ? null : { user: found.user, password: found.password.slice() };
    },
    refused: async () => {
      if (await wipe()) await forgetServerPassword(store, place).catch(() => false);
    },
    close: () => void wipe(),
  };
}

function nameOf({ kind, url }: ServerPlace) {
  return { kind, id: new URL(url).href };
}
