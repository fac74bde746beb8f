// Which PKCS#11 modules are installed on this computer: the places in resources/drivers.json and those
// registered with p11-kit, looked at and nothing more. Finding one is no reason to trust it: module-file.ts decides before it is loaded.
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { z } from 'zod';
import { readResource } from '../files/resources.ts';
import type { Environment } from './host-environment.ts';
import { p11KitFolders, p11KitModules } from './p11-kit-modules.ts';

const paths = z.array(z.string().min(1).max(1000)).max(50);

export const driverCatalogue = z.strictObject({
  version: z.literal(1),
  note: z.string(),
  products: z.array(
    z.strictObject({
      name: z.string().min(1),
      /** Looked for only where this variable is set, e.g. SoftHSM2 without a token of ours. */
      onlyWithVariable: z.string().optional(),
      /** Looked for only where this is there, e.g. the device of a TPM: without it the module only fails. */
      onlyWithFile: z.string().startsWith('/').optional(),
      /** Of its cards, upper-case hexadecimal; a hint only, as products share them. */
      atrs: z
        .array(z.string().regex(/^(?:[0-9A-F]{2}){2,33}$/))
        .max(50)
        .optional(),
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

type Product = z.infer<typeof driverCatalogue>['products'][number];

/** Where p11-kit looks for a module that is registered by its file name alone. */
const P11_KIT_LIBRARIES = [
  '/usr/lib/{triplet}/pkcs11',
  '/usr/lib64/pkcs11',
  '/usr/lib/pkcs11',
  '/opt/homebrew/lib/pkcs11',
  '/usr/local/lib/pkcs11',
];

interface FindOptions {
  /** Whether the user's own registrations with p11-kit count; true by default. */
  readonly usersOwn?: boolean;
}

/**
 * @param extra paths the person named: first, and kept even where nothing is there (the list of
 *   tokens then says so)
 * @returns absolute paths; a module that two paths lead to is listed once
 */
export async function findModules(
  extra: readonly string[],
  { usersOwn = true }: FindOptions = {},
): Promise<string[]> {
  const products = await catalogueProducts();
  const installed = products
    .filter(isMeant)
    .flatMap((product) => installedPaths(product).slice(0, 1));
  const unmeant = products.filter((product) => !isMeant(product)).flatMap(installedPaths);
  const libraries = P11_KIT_LIBRARIES.flatMap((path) => expand(path, process.env) ?? []);
  const registered = await p11KitModules(p11KitFolders(usersOwn), libraries);
  const left = new Set(await Promise.all(unmeant.map(real)));
  const found = new Map<string, string>();
  for (const path of [...extra, ...installed]) {
    const target = await real(path);
    if (!found.has(target)) found.set(target, path);
  }
  for (const path of registered) {
    const target = await real(path);
    if (!found.has(target) && !left.has(target)) found.set(target, path);
  }
  return [...found.values()];
}

/** The product that a card with this ATR (hexadecimal) is of, and whether its software is installed. */
export async function productOfAtr(
  atr: string,
): Promise<{ readonly name: string; readonly installed: boolean } | null> {
  const products = await catalogueProducts();
  const product = products.find(({ atrs }) => atrs?.includes(atr.toUpperCase()) === true);
  if (product === undefined) return null;
  return { name: product.name, installed: installedPaths(product).length > 0 };
}

async function catalogueProducts(): Promise<Product[]> {
  const text = new TextDecoder().decode(await readResource('drivers.json'));
  return driverCatalogue.parse(JSON.parse(text)).products;
}

function isMeant({ onlyWithVariable: variable, onlyWithFile: file }: Product): boolean {
  if (file !== undefined && !existsSync(file)) return false;
  return variable === undefined || Boolean(process.env[variable]);
}

function installedPaths(product: Product): string[] {
  return product[placeOf(process.platform)]
    .flatMap((path) => expand(path, process.env) ?? [])
    .filter((path) => existsSync(path));
}

function real(path: string): Promise<string> {
  return realpath(path).catch(() => path);
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
