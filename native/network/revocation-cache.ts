// The RevocationCache on disk: one file an answer, each appearing whole or not at all, the oldest removed
// when they grow too many. What is read back is judged by core like any answer from outside.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RevocationCache } from '../../core/ports/revocation-cache.ts';
import { createAtomicOutput } from '../files/atomic-output.ts';

const SUFFIX = '.answer';
/** File format: this line, the digest of all that follows, the time it holds until, the key; then the answer. */
const MAGIC = 'pena-revocation-1';
const MAX_HEADER = 8192;

export interface RevocationCacheOptions {
  /** All answers together. */
  readonly maxBytes?: number;
  readonly maxFiles?: number;
}

/** @param folder is made when something is kept; only the user may read it, it tells who was asked about */
export function createRevocationCache(
  folder: string,
  { maxBytes = 256 << 20, maxFiles = 4096 }: RevocationCacheOptions = {},
): RevocationCache {
  return {
    get: (key, now) => quietly(() => read(folder, key, now)),
    set: async (key, value, until) => {
      await quietly(async () => {
        if (value.length > maxBytes) return;
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await write(pathOf(folder, key), encode(key, value, until), value);
        await tidy(folder, maxBytes, maxFiles);
      });
    },
  };
}

/** A cache that cannot be read or written costs time, and nothing else. */
async function quietly<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

function pathOf(folder: string, key: string): string {
  return join(folder, createHash('sha256').update(key).digest('hex') + SUFFIX);
}

function headerOf(key: string, until: string, value: Uint8Array): string {
  const rest = `${until}\n${JSON.stringify(key)}\n`;
  const digest = createHash('sha256').update(rest).update(value).digest('hex');
  return `${MAGIC}\n${digest}\n${rest}`;
}

function encode(key: string, value: Uint8Array, until: Date): Uint8Array {
  return Buffer.from(headerOf(key, until.toISOString(), value));
}

async function write(path: string, header: Uint8Array, value: Uint8Array): Promise<void> {
  const output = await createAtomicOutput(path, { overwrite: true });
  try {
    await output.append(header);
    await output.append(value);
    await output.commit();
  } finally {
    await output.abort();
  }
}

async function read(folder: string, key: string, now: Date): Promise<Uint8Array | null> {
  const path = pathOf(folder, key);
  const bytes = await readFile(path);
  const lines = bytes.subarray(0, MAX_HEADER).toString('utf8').split('\n');
  const [, , until = ''] = lines;
  const headerLength = Buffer.byteLength(lines.slice(0, 4).join('\n')) + 1;
  const value = new Uint8Array(
    bytes.buffer,
    bytes.byteOffset + headerLength,
    bytes.length - headerLength,
  );
  const whole = bytes.subarray(0, headerLength).toString('utf8') === headerOf(key, until, value);
  if (whole && Date.parse(until) > now.getTime()) return value;
  await rm(path, { force: true });
  return null;
}

/** Removes the oldest until both bounds hold again. */
async function tidy(folder: string, maxBytes: number, maxFiles: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX));
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, mtimeMs };
    }),
  );
  files.sort((a, b) => b.mtimeMs - a.mtimeMs);
  let bytes = 0;
  for (const [index, { path, size }] of files.entries()) {
    bytes += size;
    if (index >= maxFiles || bytes > maxBytes) await rm(path, { force: true });
  }
}
