// Where Debian and Fedora put libraries.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @param name below the library folder, e.g. `pkcs11/p11-kit-client.so`; null where there is none */
export function libraryPath(name: string): string | null {
  if (!existsSync('/usr/lib')) return null;
  const triplets = readdirSync('/usr/lib').filter((folder) => folder.includes('-linux-gnu'));
  const folders = [
    ...triplets.map((triplet) => join('/usr/lib', triplet)),
    '/usr/lib64',
    '/usr/lib',
  ];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
