// The outbox on disk: for each message one file that never changes (a report with its papers, an application's
// package) and one that says how far it has come, both encrypted and both whole or not at all. A message is there once
// its first file is.
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { OutboxHandIn, OutboxStatus, OutboxStore } from '../../core/ports/outbox-store.ts';
import { createAtomicOutput } from '../files/atomic-output.ts';
import { errnoOf, FileError, readError, writeError } from '../files/file-error.ts';
import { takeLock } from '../journal/lock-file.ts';
import { seal, unseal } from './sealed-file.ts';

const KEY = /^[0-9a-f-]{36}$/;
const STATUS = '.status';
const WAIT_MS = 2000;

/**
 * @param folder made when first needed, for its owner only
 * @param key 32 octets; the caller's to wipe when done
 */
export function openOutbox(folder: string, key: Uint8Array): OutboxStore {
  return openMessages(folder, key, '.report', ({ request }) => request.idempotencyKey);
}

/** The applications beside the reports, in the same folder, under the same key and lock. */
export function openHandIns(folder: string, key: Uint8Array): OutboxStore<OutboxHandIn> {
  return openMessages(folder, key, '.permohonan', (message) => message.key);
}

function openMessages<M extends object>(
  folder: string,
  key: Uint8Array,
  ending: string,
  keyOf: (message: M) => string,
): OutboxStore<M> {
  const write = async (name: string, value: unknown, overwrite: boolean): Promise<void> => {
    const bytes = seal(Buffer.from(JSON.stringify(value, asText)), key, name);
    const output = await createAtomicOutput(join(folder, name), { overwrite });
    await output.append(bytes);
    await output.commit();
  };
  const read = async (name: string): Promise<unknown> => {
    const bytes = unseal(await readFile(join(folder, name)), key, name);
    return JSON.parse(Buffer.from(bytes).toString('utf8'), asBytes);
  };
  return {
    put: async (message, status) => {
      const name = nameOf(keyOf(message), ending);
      await makeFolder(folder);
      try {
        await write(name, { ...message, status }, false);
      } catch (thrown) {
        if (!(thrown instanceof FileError) || thrown.code !== 'FILE_OUTPUT_EXISTS') throw thrown;
      }
    },
    keys: async () => {
      const names = await readdir(folder).catch((thrown: unknown) => {
        if (errnoOf(thrown) === 'ENOENT') return [];
        throw readError(thrown, folder);
      });
      return names
        .filter((name) => name.endsWith(ending) && KEY.test(name.slice(0, -ending.length)))
        .map((name) => name.slice(0, -ending.length));
    },
    read: async (id) => {
      const name = nameOf(id, ending);
      try {
        // What we have encrypted ourselves, and nobody has changed, has the shape we gave it.
        const { status, ...message } = (await read(name)) as M & { readonly status: OutboxStatus };
        const later = await read(nameOf(id, STATUS)).catch((thrown: unknown) => {
          if (errnoOf(thrown) === 'ENOENT') return status;
          throw thrown;
        });
        return { message: message as unknown as M, status: later as OutboxStatus };
      } catch (thrown) {
        if (thrown instanceof PenaError) throw thrown;
        throw readError(thrown, name);
      }
    },
    writeStatus: (id, status) => write(nameOf(id, STATUS), status, true),
    remove: async (id) => {
      // The message first: a status alone is none.
      await rm(join(folder, nameOf(id, ending)), { force: true });
      await rm(join(folder, nameOf(id, STATUS)), { force: true });
    },
    alone: async (work) => {
      await makeFolder(folder);
      const lock = await takeLock(join(folder, 'outbox.lock'), WAIT_MS);
      if ('busy' in lock) throw new PenaError('OUTBOX_BUSY');
      try {
        return await work();
      } finally {
        await lock.release();
      }
    },
  };
}

function nameOf(id: string, ending: string): string {
  if (!KEY.test(id)) throw new PenaError('INTERNAL');
  return id + ending;
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw writeError(thrown, folder);
  }
}

/** Bytes as an object that no other value looks like. */
function asText(this: unknown, name: string, value: unknown): unknown {
  // JSON.stringify has already asked Buffer for its own form.
  const original: unknown = (this as Record<string, unknown>)[name];
  return original instanceof Uint8Array
    ? { $bytes: Buffer.from(original).toString('base64') }
    : value;
}

function asBytes(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
  return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'));
}
