// What is looked at before a vendor's module is loaded: it is there, nobody else can change it, and it
// was built for this machine. Loading it runs its code, so all this comes first.
import type { Stats } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { HEADER_LENGTH, libraryKind } from './module-header.ts';
import { TokenError } from './token-error.ts';

/**
 * @throws {TokenError} TOKEN_MODULE_MISSING; TOKEN_MODULE_UNSAFE where other users may write the file
 *   or put another in its place; TOKEN_MODULE_INVALID where it is no library of this system and
 *   processor (`params.built` and `params.needed` say which, where known)
 */
export async function checkModuleFile(path: string): Promise<void> {
  const params = { module: basename(path) };
  const file = await realpath(path).catch(() => null);
  const stats = file === null ? null : await stat(file).catch(() => null);
  if (file === null || stats?.isFile() !== true) {
    throw new TokenError('TOKEN_MODULE_MISSING', params);
  }
  if (othersMayWrite(stats) || (await othersMayReplace(file))) {
    throw new TokenError('TOKEN_MODULE_UNSAFE', params);
  }
  const kind = libraryKind(await readHeader(file));
  if (kind?.format !== neededFormat()) throw new TokenError('TOKEN_MODULE_INVALID', params);
  if (!kind.architectures.includes(process.arch)) {
    const built = kind.architectures.join(', ');
    throw new TokenError('TOKEN_MODULE_INVALID', { ...params, built, needed: process.arch });
  }
}

const OTHERS_WRITE = 0o002;
const STICKY = 0o1000;

function othersMayWrite(stats: Stats): boolean {
  // Windows keeps this in access lists, which Node does not show: the mode there means nothing.
  if (process.platform === 'win32') return false;
  const owners = [0, process.getuid?.()];
  return (stats.mode & OTHERS_WRITE) !== 0 || !owners.includes(stats.uid);
}

/** By another file, or by another folder above it. With the sticky bit (/tmp) only an owner can move what is his. */
async function othersMayReplace(file: string): Promise<boolean> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const stats = await stat(folder);
    if (othersMayWrite(stats) && (stats.mode & STICKY) === 0) return true;
    if (folder === dirname(folder)) return false;
  }
}

async function readHeader(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(HEADER_LENGTH));
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    throw new TokenError('TOKEN_MODULE_INVALID', { module: basename(path) }, { cause: thrown });
  }
}

function neededFormat(): string {
  switch (process.platform) {
    case 'win32':
      return 'pe';
    case 'darwin':
      return 'mach-o';
    default:
      return 'elf';
  }
}
