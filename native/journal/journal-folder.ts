// The journal's folder: numbered files of lines, and a small file that says which record is the last, by
// which an end that was cut off is noticed.
import { constants, writeSync } from 'node:fs';
import { open, readdir, readFile, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { PenaError } from '../../core/domain/pena-error.ts';
import { errnoOf } from '../files/file-error.ts';
import { type ChainHead, readLine } from './chain.ts';

const NAME = /^journal-(\d{6})\.jsonl$/;
const HEAD = 'head.json';
/** Always as long, so that it is written in place in one go. */
const HEAD_BYTES = 128;
const FIRST_TAIL = 64 << 10;

export function fileName(number: number): string {
  return `journal-${String(number).padStart(6, '0')}.jsonl`;
}

/** Numbers of the files there, in order. @throws {PenaError} JOURNAL_UNREADABLE */
export async function journalFiles(folder: string): Promise<number[]> {
  try {
    const numbers = (await readdir(folder)).flatMap((name) => NAME.exec(name)?.[1] ?? []);
    return numbers.map(Number).sort((a, b) => a - b);
  } catch (thrown) {
    if (errnoOf(thrown) === 'ENOENT') return [];
    throw unreadable(folder, thrown);
  }
}

export async function readJournalFile(folder: string, number: number): Promise<Buffer> {
  const path = join(folder, fileName(number));
  try {
    return await readFile(path);
  } catch (thrown) {
    throw unreadable(path, thrown);
  }
}

const headShape = z.object({
  n: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Null where it is missing or cut off. */
export async function readHead(folder: string): Promise<ChainHead | null> {
  try {
    return headShape.parse(JSON.parse(await readFile(join(folder, HEAD), 'utf8')));
  } catch {
    return null;
  }
}

/** Not flushed: after a power cut it lags behind the records, which says nothing false. */
export async function openHead(folder: string): Promise<FileHandle> {
  return open(join(folder, HEAD), constants.O_RDWR | constants.O_CREAT, 0o600);
}

export function writeHead(fd: number, { n, hash }: ChainHead): void {
  const text = `${JSON.stringify({ n, hash }).padEnd(HEAD_BYTES - 1)}\n`;
  writeSync(fd, Buffer.from(text), 0, HEAD_BYTES, 0);
}

export interface Tail {
  /** Of the file's last record; null where it has none. */
  readonly head: ChainHead | null;
  /** What stands behind that record, without the line end that may close it. */
  readonly torn: Buffer;
  /** Whether the file ends with a line end, or is empty. */
  readonly closed: boolean;
}

export async function readTail(file: FileHandle, size: number): Promise<Tail> {
  for (let length = FIRST_TAIL; ; length *= 4) {
    const from = Math.max(0, size - length);
    const bytes = Buffer.alloc(size - from);
    await file.read(bytes, 0, bytes.length, from);
    const tail = tailOf(bytes);
    if (tail.head !== null || from === 0) return tail;
  }
}

/** Looks at the lines from the last one upwards, until one is a record. */
function tailOf(bytes: Buffer): Tail {
  const closed = bytes.length === 0 || bytes.at(-1) === 0x0a;
  let end = closed ? bytes.length - 1 : bytes.length;
  while (end > 0) {
    const start = bytes.lastIndexOf(0x0a, end - 1) + 1;
    const line = readLine(bytes.toString('utf8', start, end));
    // One that was edited is a record still: it must not pass for one that was cut off.
    if (line.kind === 'record') {
      const torn = withoutLineEnd(bytes.subarray(Math.min(end + 1, bytes.length)));
      return { head: { n: line.n, hash: line.hash }, torn, closed };
    }
    end = start - 1;
  }
  return { head: null, torn: withoutLineEnd(bytes), closed };
}

export function withoutLineEnd(bytes: Buffer): Buffer {
  return bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes;
}

function unreadable(path: string, cause: unknown): PenaError {
  return new PenaError('JOURNAL_UNREADABLE', { file: basename(path) }, { cause });
}
