// The certificates ever seen on this computer, in certificates.json of the user's folder: public data, one
// writer at a time, replaced whole.
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type KnownCertificate, knownCertificate } from '../../core/domain/known-certificate.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { createAtomicOutput } from '../files/atomic-output.ts';
import { errnoOf, readError } from '../files/file-error.ts';
import { fileIdentity } from '../files/file-identity.ts';
import { takeLock } from '../journal/lock-file.ts';
import { userFolders } from '../settings/user-folders.ts';

/** What is seen of a certificate at one moment; the rest the registry knows or adds. */
export type Sighting = Omit<
  KnownCertificate,
  'firstSeen' | 'lastSeen' | 'lastSigned' | 'reportedLost'
> & {
  /** Whether it was just signed with. */
  readonly signed?: boolean;
};

const MOST = 2_000;
const shape = z.strictObject({ format: z.literal(1), certificates: z.array(knownCertificate) });
const LOCK_MS = 5_000;
/** Seeing the same again is written down once in this time. */
const REFRESH_MS = 60_000;

export function certificateRegistryPath(): string {
  return join(userFolders().settings, 'certificates.json');
}

/**
 * Whether the certificate was reported lost here, and since when (ISO 8601); null: not. What
 * signing asks, in whichever process it runs.
 * @throws {PenaError} CERTIFICATE_REGISTRY_INVALID, FILE_NOT_READABLE: then nothing is to be signed
 */
export async function reportedLostSince(sha256: string): Promise<string | null> {
  const path = certificateRegistryPath();
  const identity = fileIdentity(path);
  if (identity === null || lastRead?.path !== path || lastRead.identity !== identity) {
    const known = await new CertificateRegistry(path).list();
    lastRead = { path, identity, known };
  }
  const found = lastRead.known.find((one) => one.sha256 === sha256);
  return found?.reportedLost?.since ?? null;
}

/**
 * A batch asks for each of its documents. The identity is from before the reading: what was changed
 * meanwhile has another one, and is read again.
 */
let lastRead: {
  readonly path: string;
  readonly identity: string | null;
  readonly known: readonly KnownCertificate[];
} | null = null;

/**
 * Notes what is there, for whoever does something else meanwhile: a list that cannot be written stops
 * neither the looking nor the signing that is done; that it cannot be read, signing itself says.
 */
export async function noteSightings(sightings: readonly Sighting[]): Promise<void> {
  await new CertificateRegistry().see(sightings).catch(() => undefined);
}

export class CertificateRegistry {
  readonly #path: string;
  readonly #now: () => Date;

  constructor(path = certificateRegistryPath(), now: () => Date = () => new Date()) {
    this.#path = path;
    this.#now = now;
  }

  /** In the order they were first seen. @throws {PenaError} CERTIFICATE_REGISTRY_INVALID, FILE_NOT_READABLE */
  async list(): Promise<readonly KnownCertificate[]> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (thrown) {
      if (['ENOENT', 'ENOTDIR'].includes(errnoOf(thrown) ?? '')) return [];
      throw readError(thrown, this.#path);
    }
    try {
      return shape.parse(JSON.parse(text)).certificates;
    } catch (thrown) {
      // Not put aside: with it the marks of lost keys would be gone, and signing would go on.
      const file = basename(this.#path);
      throw new PenaError('CERTIFICATE_REGISTRY_INVALID', { file }, { cause: thrown });
    }
  }

  async find(sha256: string): Promise<KnownCertificate | null> {
    return (await this.list()).find((one) => one.sha256 === sha256) ?? null;
  }

  /** Notes what is there now. Writes only where it says something new. */
  async see(sightings: readonly Sighting[]): Promise<void> {
    const now = this.#now();
    const isNews = (known: readonly KnownCertificate[]): boolean =>
      sightings.some((seen) => {
        const old = known.find(({ sha256 }) => sha256 === seen.sha256);
        return old === undefined || differs(old, seen, now);
      });
    if (sightings.length === 0 || !isNews(await this.list())) return;
    await this.#change((known) => {
      const next = new Map(known.map((one) => [one.sha256, one]));
      for (const { signed, ...seen } of sightings) {
        const old = next.get(seen.sha256);
        const at = now.toISOString();
        next.set(seen.sha256, {
          ...seen,
          hasPrivateKey: seen.hasPrivateKey ?? old?.hasPrivateKey ?? null,
          firstSeen: old?.firstSeen ?? at,
          lastSeen: at,
          lastSigned: signed === true ? at : (old?.lastSigned ?? null),
          reportedLost: old?.reportedLost ?? null,
        });
      }
      return withoutSurplus([...next.values()]);
    });
  }

  /** Notes that this program has signed with it. One that was never seen here is left alone. */
  async noteSigned(sha256: string): Promise<void> {
    const found = await this.find(sha256);
    if (found !== null) await this.see([{ ...sightingAgain(found), signed: true }]);
  }

  /**
   * From now on nothing is signed with it here. A second report keeps the earlier moment.
   * @throws {PenaError} CERT_NOT_FOUND where it was never seen here
   */
  async markReported(sha256: string, since: Date): Promise<void> {
    await this.#changeOne(sha256, (one) => {
      const earlier = one.reportedLost?.since;
      const told = since.toISOString();
      const first = earlier !== undefined && earlier < told ? earlier : told;
      return { ...one, reportedLost: { since: first, at: this.#now().toISOString() } };
    });
  }

  /** Reported by mistake, before anything was sent. @throws {PenaError} CERT_NOT_FOUND */
  async withdrawReport(sha256: string): Promise<void> {
    await this.#changeOne(sha256, (one) => ({ ...one, reportedLost: null }));
  }

  /**
   * @throws {PenaError} CERT_NOT_FOUND; CERTIFICATE_REPORTED_LOST: forgetting it would let it sign again
   */
  async forget(sha256: string): Promise<void> {
    await this.#change((known) => {
      const found = known.find((one) => one.sha256 === sha256);
      if (found === undefined) throw new PenaError('CERT_NOT_FOUND');
      if (found.reportedLost !== null) {
        const { since } = found.reportedLost;
        throw new PenaError('CERTIFICATE_REPORTED_LOST', { name: found.name, since });
      }
      return known.filter((one) => one !== found);
    });
  }

  async #changeOne(
    sha256: string,
    change: (one: KnownCertificate) => KnownCertificate,
  ): Promise<void> {
    await this.#change((known) => {
      if (!known.some((one) => one.sha256 === sha256)) throw new PenaError('CERT_NOT_FOUND');
      return known.map((one) => (one.sha256 === sha256 ? change(one) : one));
    });
  }

  async #change(
    change: (known: readonly KnownCertificate[]) => readonly KnownCertificate[],
  ): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    const lock = await takeLock(`${this.#path}.lock`, LOCK_MS);
    if ('busy' in lock) {
      throw new PenaError('CERTIFICATE_REGISTRY_BUSY', { pid: lock.pid ?? '?' });
    }
    try {
      const content = { format: 1, certificates: change(await this.list()) };
      const output = await createAtomicOutput(this.#path, { overwrite: true });
      try {
        await output.append(new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`));
        await output.commit();
        // Public data, and still nobody else's to read.
        await chmod(this.#path, 0o600).catch(() => undefined);
      } finally {
        await output.abort();
      }
    } finally {
      await lock.release();
    }
  }
}

function sightingAgain(known: KnownCertificate): Sighting {
  const {
    firstSeen: _first,
    lastSeen: _last,
    lastSigned: _signed,
    reportedLost: _lost,
    ...seen
  } = known;
  return seen;
}

function differs(old: KnownCertificate, seen: Sighting, now: Date): boolean {
  return (
    seen.signed === true ||
    (seen.hasPrivateKey !== null && seen.hasPrivateKey !== old.hasPrivateKey) ||
    seen.token?.serial !== old.token?.serial ||
    seen.token?.label !== old.token?.label ||
    now.getTime() - Date.parse(old.lastSeen) > REFRESH_MS
  );
}

/** Those not seen for longest go first; never one that was reported lost. */
function withoutSurplus(all: readonly KnownCertificate[]): readonly KnownCertificate[] {
  const surplus = all.length - MOST;
  if (surplus <= 0) return all;
  const oldest = all
    .filter(({ reportedLost }) => reportedLost === null)
    .sort((a, b) => a.lastSeen.localeCompare(b.lastSeen))
    .slice(0, surplus);
  return all.filter((one) => !oldest.includes(one));
}
