// The journal on disk. Appends under a lock, from where another process may have come to meanwhile; flushed
// before it is said to be done; what a crash cut off is noted, not removed.
import { constants, writeSync } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry } from '../../core/domain/journal-entry.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Journal } from '../../core/ports/journal.ts';
import { errnoOf, writeError } from '../files/file-error.ts';
import { type ChainHead, GENESIS, sha256, writeLine } from './chain.ts';
import {
  fileName,
  journalFiles,
  openHead,
  readHead,
  readTail,
  type Tail,
  writeHead,
} from './journal-folder.ts';
import { takeLock } from './lock-file.ts';

export interface JournalOptions {
  readonly clock: Clock;
  /** A file that has grown to this is followed by a new one. */
  readonly maxFileBytes?: number;
  /** How long another process's writing is waited for. */
  readonly lockWaitMs?: number;
}

/** Some ten thousand records. */
const MAX_FILE = 8 << 20;
const LOCK_WAIT = 15_000;
/** Milliseconds: how long one process writes on while more comes, and then lets others in. */
const BURST = 250;
const GIVE_WAY = 20;
/** A batch gives one entry after the other: those of the next moment are flushed together. */
const LINGER = 4;

interface Waiting {
  readonly entries: readonly JournalEntry[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Where the last append of this process ended: still true while the file has not grown since. */
interface Known {
  readonly number: number;
  readonly size: number;
  readonly head: ChainHead;
}

export class JournalFile implements Journal {
  readonly #folder: string;
  readonly #options: JournalOptions;
  #waiting: Waiting[] = [];
  #writing = false;
  #known: Known | null = null;

  constructor(folder: string, options: JournalOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  /** See Journal. What is given while another append is under way is written together. */
  append(...entries: readonly JournalEntry[]): Promise<void> {
    const done = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ entries, resolve, reject });
    });
    if (!this.#writing) void this.#run();
    return done;
  }

  /** The last record; what a checkpoint is made over. */
  async head(): Promise<ChainHead> {
    return this.#locked(async (folder) => {
      const place = await findPlace(folder, this.#known);
      await place.file?.close();
      return place.head;
    });
  }

  async #run(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      try {
        await this.#locked((folder) => this.#burst(folder));
      } catch (thrown) {
        this.#known = null;
        const failed = this.#waiting;
        this.#waiting = [];
        for (const { reject } of failed) reject(thrown);
      }
      // Others, too, want to write.
      if (this.#waiting.length > 0) await pause(GIVE_WAY);
    }
    this.#writing = false;
  }

  /** Writes as long as there is something to write, but not so long that others wait in vain. */
  async #burst(folder: string): Promise<void> {
    const end = Date.now() + BURST;
    const headFile = await openHead(folder);
    let place = await findPlace(folder, this.#known);
    try {
      while (this.#waiting.length > 0) {
        // A copy: more may come while this is being written.
        const now = [...this.#waiting];
        place = await this.#write(
          folder,
          place,
          now.flatMap(({ entries }) => entries),
        );
        this.#known = place;
        writeHead(headFile.fd, place.head);
        this.#waiting = this.#waiting.slice(now.length);
        for (const { resolve } of now) resolve();
        if (Date.now() > end) return;
        await pause(LINGER);
      }
    } finally {
      await place.file?.close();
      await headFile.close();
    }
  }

  async #locked<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = this.#folder;
    const path = join(folder, 'journal.lock');
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const lock = await takeLock(path, this.#options.lockWaitMs ?? LOCK_WAIT);
      if ('busy' in lock) throw new PenaError('JOURNAL_BUSY');
      try {
        return await work(folder);
      } finally {
        await lock.release();
      }
    } catch (thrown) {
      const known = thrown instanceof PenaError || errnoOf(thrown) === null;
      throw known ? thrown : writeError(thrown, path);
    }
  }

  async #write(
    folder: string,
    place: Place,
    entries: readonly JournalEntry[],
  ): Promise<Place & { readonly file: FileHandle }> {
    const { clock, maxFileBytes = MAX_FILE } = this.#options;
    const full = place.size >= maxFileBytes && place.torn.length === 0 && place.closed;
    const old = full ? null : place.file;
    const number = place.number + (old === null ? 1 : 0);
    const { bytes, head } = linesOf(place, entries, clock.now());
    const file = old ?? (await openFile(folder, number, true));
    writeWhole(file.fd, bytes);
    await file.datasync();
    if (old === null) await syncFolder(folder);
    if (full) await place.file?.close();
    const size = (old === null ? 0 : place.size) + bytes.length;
    return { number, file, size, head, torn: Buffer.alloc(0), closed: true };
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

interface Place extends Pick<Tail, 'torn' | 'closed'> {
  /** 0 and null where there is no file yet. */
  readonly number: number;
  readonly file: FileHandle | null;
  readonly size: number;
  readonly head: ChainHead;
}

async function findPlace(folder: string, known: Known | null): Promise<Place> {
  const numbers = await journalFiles(folder);
  const number = numbers.at(-1) ?? 0;
  const remembered = await readHead(folder);
  if (number === 0) {
    const head = remembered ?? GENESIS;
    return { number, file: null, size: 0, head, torn: Buffer.alloc(0), closed: true };
  }
  const file = await openFile(folder, number, false);
  try {
    const { size } = await file.stat();
    if (known?.number === number && known.size === size) {
      const { head } = known;
      return { number, file, size, head, torn: Buffer.alloc(0), closed: true };
    }
    const { head, torn, closed } = await readTail(file, size);
    const last = head ?? (await lastBefore(folder, numbers)) ?? GENESIS;
    // Records that are known of and not there leave a gap in the numbers, for ever to be seen.
    const ahead = remembered !== null && remembered.n > last.n;
    return { number, file, size, head: ahead ? remembered : last, torn, closed };
  } catch (thrown) {
    await file.close();
    throw thrown;
  }
}

/** The last record of the files before the last one. */
async function lastBefore(folder: string, numbers: readonly number[]): Promise<ChainHead | null> {
  for (const number of numbers.slice(0, -1).reverse()) {
    const file = await openFile(folder, number, false);
    try {
      const { head } = await readTail(file, (await file.stat()).size);
      if (head !== null) return head;
    } finally {
      await file.close();
    }
  }
  return null;
}

function linesOf(
  { head: start, torn, closed }: Place,
  entries: readonly JournalEntry[],
  at: Date,
): { readonly bytes: Buffer; readonly head: ChainHead } {
  const note: JournalEntry = { kind: 'healed', bytes: torn.length, sha256: sha256(torn) };
  let head = start;
  let text = closed ? '' : '\n';
  for (const entry of torn.length > 0 ? [note, ...entries] : entries) {
    const written = writeLine(head, at, entry);
    head = written.head;
    text += `${written.line}\n`;
  }
  return { bytes: Buffer.from(text), head };
}

function openFile(folder: string, number: number, create: boolean): Promise<FileHandle> {
  const { O_RDWR, O_APPEND, O_CREAT, O_EXCL } = constants;
  const flags = O_RDWR | O_APPEND | (create ? O_CREAT | O_EXCL : 0);
  return open(join(folder, fileName(number)), flags, 0o600);
}

function writeWhole(fd: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  await handle.sync().finally(() => handle.close());
}
