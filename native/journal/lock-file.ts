// One writer at a time, over processes: a file that only one can create (open(2) O_EXCL), naming who holds
// it, so that what a killed program left is told apart from what another one is doing.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import { errnoOf, writeError } from '../files/file-error.ts';

const holder = z.object({ pid: z.number(), start: z.string(), host: z.string(), id: z.string() });
type Holder = z.infer<typeof holder>;

/** A holder on another computer, or one that cannot be looked at, is given this long. */
const UNKNOWN_MS = 10 * 60_000;
/** From creating the file to its content is an instant; one without content was killed in it. */
const EMPTY_MS = 2_000;
/** Clearing away what a dead process left takes an instant too. */
const GUARD_MS = 10_000;
const POLL_MS = 5;

export interface HeldLock {
  release(): Promise<void>;
}

export interface LockBusy {
  readonly busy: true;
  /** Null where it cannot be told. */
  readonly pid: number | null;
}

/**
 * @param waitMs how long another's work is waited for; 0: not at all
 * @throws {FileError} FILE_* where the folder cannot be written
 */
export async function takeLock(path: string, waitMs: number): Promise<HeldLock | LockBusy> {
  const end = Date.now() + waitMs;
  for (;;) {
    const mine = await create(path);
    if (mine !== null) return { release: () => release(path, mine) };
    const { stale, pid } = await look(path);
    if (stale) await clear(path);
    else if (Date.now() >= end) return { busy: true, pid };
    else await new Promise((resolve) => setTimeout(resolve, POLL_MS + Math.random() * POLL_MS));
  }
}

async function create(path: string): Promise<string | null> {
  const id = randomUUID();
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      const content: Holder = { pid: process.pid, start: startOf(process.pid), host: HOST, id };
      await handle.writeFile(JSON.stringify(content));
    } finally {
      await handle.close();
    }
    return id;
  } catch (thrown) {
    if (errnoOf(thrown) === 'EEXIST') return null;
    throw writeError(thrown, path);
  }
}

/** Only one's own: it may have been taken for dead, and be another's by now. */
async function release(path: string, id: string): Promise<void> {
  if ((await read(path))?.id === id) await rm(path, { force: true });
}

async function read(path: string): Promise<Holder | null> {
  try {
    return holder.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

async function look(path: string): Promise<{ stale: boolean; pid: number | null }> {
  const age = await ageOf(path);
  // Released meanwhile: tried again.
  if (age === null) return { stale: false, pid: null };
  const found = await read(path);
  if (found === null) return { stale: age > EMPTY_MS, pid: null };
  if (found.host !== HOST) return { stale: age > UNKNOWN_MS, pid: null };
  return { stale: !isAlive(found, age), pid: found.pid };
}

/**
 * Removes a dead process's lock. Under a guard of its own: of two who see the same dead lock, the slower
 * one must not remove the faster one's new lock.
 */
async function clear(path: string): Promise<void> {
  const guard = `${path}.clearing`;
  const mine = await create(guard);
  if (mine === null) {
    const age = await ageOf(guard);
    if (age !== null && age > GUARD_MS) await rm(guard, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    return;
  }
  try {
    if ((await look(path)).stale) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function ageOf(path: string): Promise<number | null> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch {
    return null;
  }
}

const HOST = hostname();

function isAlive({ pid, start }: Holder, age: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    if (errnoOf(thrown) !== 'EPERM') return false;
  }
  // Process numbers come round again; the time of the start does not.
  const now = startOf(pid);
  if (start !== '' && now !== '') return start === now;
  return age < UNKNOWN_MS;
}

/** Linux: field 22 of /proc/PID/stat (proc(5)), behind the name in parentheses. Empty elsewhere. */
function startOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
