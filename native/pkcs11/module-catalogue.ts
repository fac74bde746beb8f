// Which PKCS#11 modules are installed on this computer: the places in resources/drivers.json, looked at
// and nothing more. Finding one is no reason to trust it: module-file.ts decides before it is loaded.
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { z } from 'zod';
import { readResource } from '../files/resources.ts';
import type { Environment } from './host-environment.ts';

const paths = z.array(z.string().min(1).max(1000)).max(50);

export const driverCatalogue = z.strictObject({
  version: z.literal(1),
  note: z.string(),
  products: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** Looked for only where this variable is set, e.g. SoftHSM2 without a token of ours. */
      onlyWithVariable: z.string().optional(),
      /** In the order of preference: the first one that exists stands for the product. */
      windows: paths,
      macos: paths,
      linux: paths,
    }),
  ),
});

/** Debian's names (multiarch tuples) for what Node calls process.arch. */
const TRIPLETS: Readonly<Record<string, string>> = {
  x64: 'x86_64-linux-gnu',
  arm64: 'aarch64-linux-gnu',
  arm: 'arm-linux-gnueabihf',
  ia32: 'i386-linux-gnu',
  riscv64: 'riscv64-linux-gnu',
};

/**
 * @param extra paths the person named: first, and kept even where nothing is there (the list of
 *   tokens then says so)
 * @returns absolute paths; a module that two paths lead to is listed once
 */
export async function findModules(extra: readonly string[]): Promise<string[]> {
  const catalogue = driverCatalogue.parse(
    JSON.parse(new TextDecoder().decode(await readResource('drivers.json'))),
  );
  const installed = catalogue.products.flatMap((product) => {
    const { onlyWithVariable: variable } = product;
    if (variable !== undefined && !process.env[variable]) return [];
    const place = product[placeOf(process.platform)].map((path) => expand(path, process.env));
    return place.filter((path) => path !== null && existsSync(path)).slice(0, 1);
  });
  const found = new Map<string, string>();
  for (const path of [...extra, ...installed]) {
    if (path === null) continue;
    const real = await realpath(path).catch(() => path);
    if (!found.has(real)) found.set(real, path);
  }
  return [...found.values()];
}

function placeOf(platform: NodeJS.Platform): 'windows' | 'macos' | 'linux' {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'macos' : 'linux';
}

/** Fills in %VARIABLE% and {triplet}; null where this computer has no value for one. */
export function expand(
  path: string,
  environment: Environment,
  arch: string = process.arch,
): string | null {
  const missing: string[] = [];
  const expanded = path.replace(/%([^%]+)%|\{triplet\}/g, (hole, variable?: string) => {
    const value = variable === undefined ? TRIPLETS[arch] : environment[variable];
    if (value === undefined) missing.push(hole);
    return value ?? '';
  });
  return missing.length === 0 ? expanded : null;
}
