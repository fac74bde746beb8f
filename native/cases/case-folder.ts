// Cases on disk (AES-256-GCM). Each has a random key of its own, which lies there encrypted with the drafts' key: to
// delete a case is to destroy its key, and then its files.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { CaseStore, DeletionProof } from '../../core/ports/case-store.ts';
import { createAtomicOutput, syncFolder } from '../files/atomic-output.ts';
import { errnoOf, readError, writeError } from '../files/file-error.ts';
import { takeLock } from '../journal/lock-file.ts';
import { seal, unseal } from '../outbox/sealed-file.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const KEY_LENGTH = 32;
/** Of another Pena's change: a few small files. */
const WAIT_MS = 5_000;
/** Beside the case while it is changed: none of it. */
const LOCK = '.lock';

/** @param folder made when first needed, for its owner only; @param key 32 octets, the caller's to wipe */
export class CaseFolder implements CaseStore {
  readonly #folder: string;
  readonly #key: Uint8Array;
  readonly #now: () => Date;

  constructor(folder: string, key: Uint8Array, now: () => Date = () => new Date()) {
    this.#folder = folder;
    this.#key = key;
    this.#now = now;
  }

  async alone<T>(id: string, work: () => Promise<T>): Promise<T> {
    await this.#makeFolder();
    const lock = await takeLock(join(this.#folder, checked(id) + LOCK), WAIT_MS);
    if ('busy' in lock) throw new PenaError('CASE_BUSY');
    try {
      return await work();
    } finally {
      await lock.release();
    }
  }

  async ids(): Promise<readonly string[]> {
    const names = await this.#names();
    return names
      .filter((name) => name.endsWith('.key') && ID.test(name.slice(0, -4)))
      .map((name) => name.slice(0, -4));
  }

  async read(id: string): Promise<unknown> {
    return this.#withKey(id, async (key) => {
      const text = Buffer.from(await this.#unsealed(`${id}.case`, key)).toString('utf8');
      const value: unknown = JSON.parse(text);
      return value;
    });
  }

  async write(id: string, value: unknown): Promise<void> {
    if (!(await this.ids()).includes(checked(id))) await this.#newKey(id);
    await this.#withKey(id, (key) =>
      this.#write(`${id}.case`, Buffer.from(JSON.stringify(value)), key),
    );
  }

  async addPaper(id: string, bytes: Uint8Array): Promise<string> {
    const sha256 = digest(bytes);
    await this.#withKey(id, (key) => this.#write(`${id}.${sha256}.paper`, bytes, key));
    return sha256;
  }

  async readPaper(id: string, sha256: string): Promise<Uint8Array> {
    if (!DIGEST.test(sha256)) throw new PenaError('INTERNAL');
    return this.#withKey(id, (key) => this.#unsealed(`${id}.${sha256}.paper`, key));
  }

  async remove(id: string): Promise<DeletionProof> {
    const mine = (names: readonly string[]): string[] =>
      names.filter((name) => name.startsWith(`${checked(id)}.`) && !name.includes(LOCK)).sort();
    const names = mine(await this.#names());
    if (names.length === 0) throw new PenaError('CASE_NOT_FOUND');
    try {
      const files = await Promise.all(
        names.map(async (name) => {
          const bytes = await readFile(join(this.#folder, name));
          return { name, size: bytes.length, sha256: digest(bytes) };
        }),
      );
      if (names.includes(`${id}.key`)) await this.#destroyKey(`${id}.key`);
      for (const name of names) await rm(join(this.#folder, name), { force: true });
      await syncFolder(this.#folder);
      const [left] = mine(await this.#names());
      if (left !== undefined) throw new PenaError('FILE_WRITE_FAILED', { file: left });
      return { id, at: this.#now().toISOString(), files };
    } catch (thrown) {
      if (thrown instanceof PenaError) throw thrown;
      throw writeError(thrown, this.#folder);
    }
  }

  async #newKey(id: string): Promise<void> {
    await this.#makeFolder();
    const key = new Uint8Array(randomBytes(KEY_LENGTH));
    await this.#write(`${id}.key`, key, this.#key).finally(() => key.fill(0));
  }

  async #makeFolder(): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    } catch (thrown) {
      throw writeError(thrown, this.#folder);
    }
  }

  async #withKey<T>(id: string, work: (key: Uint8Array) => Promise<T>): Promise<T> {
    const key = await this.#unsealed(`${checked(id)}.key`, this.#key);
    try {
      return await work(key);
    } finally {
      key.fill(0);
    }
  }

  async #unsealed(name: string, key: Uint8Array): Promise<Uint8Array> {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(join(this.#folder, name));
    } catch (thrown) {
      if (errnoOf(thrown) === 'ENOENT') throw new PenaError('CASE_NOT_FOUND');
      throw readError(thrown, join(this.#folder, name));
    }
    try {
      return unseal(bytes, key, name);
    } catch (thrown) {
      throw new PenaError('CASE_UNREADABLE', {}, { cause: thrown });
    }
  }

  async #write(name: string, bytes: Uint8Array, key: Uint8Array): Promise<void> {
    const output = await createAtomicOutput(join(this.#folder, name), { overwrite: true });
    try {
      await output.append(seal(bytes, key, name));
      await output.commit();
    } finally {
      await output.abort();
    }
  }

  /** Written over before it is taken away; a disk that moves its blocks may still hold it, encrypted. */
  async #destroyKey(name: string): Promise<void> {
    const file = await open(join(this.#folder, name), 'r+');
    try {
      const { size } = await file.stat();
      await file.write(randomBytes(size), 0, size, 0);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #names(): Promise<string[]> {
    try {
      return await readdir(this.#folder);
    } catch (thrown) {
      if (errnoOf(thrown) === 'ENOENT') return [];
      throw readError(thrown, this.#folder);
    }
  }
}

function checked(id: string): string {
  if (!ID.test(id)) throw new PenaError('CASE_NOT_FOUND');
  return id;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
