// The modules that are registered with p11-kit (pkcs11.conf(5)): only read, never through p11-kit itself.
import { constants, existsSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { moduleOfP11Kit, parseP11KitConfig, type P11KitFields } from './p11-kit-config.ts';

const SYSTEM = ['/usr/share/p11-kit/modules', '/etc/pkcs11/modules'];
const USER = ['.config', 'pkcs11', 'modules'];
const MAX_FILES = 100;
const MAX_BYTES = 64 << 10;
const OTHERS_WRITE = 0o022;

/** Where registrations are looked for; later folders hold over earlier ones, file by file. */
export function p11KitFolders(withUsers: boolean, home = homedir()): string[] {
  if (process.platform === 'win32') return [];
  return withUsers ? [...SYSTEM, join(home, ...USER)] : SYSTEM;
}

/**
 * @param libraries where bare file names are looked for
 * @returns absolute paths of modules that are there; a file that cannot be read, is too big or can be
 *   written by others is as if it were not there
 */
export async function p11KitModules(
  folders: readonly string[],
  libraries: readonly string[],
): Promise<string[]> {
  const files = new Map<string, P11KitFields>();
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const registered = names.filter((name) => /^[\w.-]+\.module$/.test(name)).sort();
    for (const name of registered.slice(0, MAX_FILES)) {
      const fields = parseP11KitConfig((await smallText(join(folder, name))) ?? '');
      files.set(name, { ...files.get(name), ...fields });
    }
  }
  return [...files.values()].flatMap((fields) => {
    const module = moduleOfP11Kit(fields);
    if (module === null) return [];
    const places = isAbsolute(module) ? [module] : libraries.map((folder) => join(folder, module));
    return places.filter((path) => existsSync(path)).slice(0, 1);
  });
}

async function smallText(path: string): Promise<string | null> {
  try {
    // A pipe under that name would keep a plain open() waiting.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      const owners = [0, process.getuid?.()];
      const foreign = (stats.mode & OTHERS_WRITE) !== 0 || !owners.includes(stats.uid);
      if (!stats.isFile() || stats.size > MAX_BYTES || foreign) return null;
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
