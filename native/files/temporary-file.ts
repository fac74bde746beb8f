// Names of the files that are written beside their later place, and the removal of those that a
// killed program left behind.
import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from './file-error.ts';

/**
 * Of this computer: on a shared folder, a process number of another computer says nothing about
 * whether the writer still lives.
 */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const NAME = /^\..*\.pena-(\d+)-([0-9a-f]{8})[0-9a-f]{16}\.tmp$/;

/** File names have at most 255 bytes on the usual file systems; this leaves room for our own part. */
const MAX_NAME_BYTES = 180;

/** A path in the folder of `target` that nobody else uses: `.<name>.pena-<pid>-<random>.tmp`. */
export function temporaryPath(target: string): string {
  // Node draws these from a supply; asking the system for each file of a batch takes longer than naming it.
  const random = HOST + randomUUID().replaceAll('-', '').slice(-16);
  const name = shorten(basename(target));
  return join(dirname(target), `.${name}.pena-${process.pid}-${random}.tmp`);
}

/** Removes the temporary files of this computer's dead processes. What cannot be removed stays. */
export async function removeStaleFiles(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = NAME.exec(name);
    if (found?.[1] === undefined || found[2] !== HOST || isAlive(Number(found[1]))) continue;
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** kill(2) with signal 0: EPERM says that the process is there, but another user's. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return errnoOf(thrown) === 'EPERM';
  }
}

function shorten(name: string): string {
  let short = name;
  while (Buffer.byteLength(short) > MAX_NAME_BYTES) short = Array.from(short).slice(0, -1).join('');
  return short;
}
