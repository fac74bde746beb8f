// Finds the read-only files that ship with the program (folder resources/).
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readError } from './file-error.ts';

/** Seen from native/files in the source tree, and from out/native/files (a checkout, a package). */
const CANDIDATES = ['../../resources/', '../../../resources/'];
let folder: string | null = null;

/**
 * Absolute path of a shipped file, e.g. `resourcePath('fonts', 'NotoSans-Regular.ttf')`.
 * Whether that file exists is seen when it is read.
 */
export function resourcePath(...names: readonly string[]): string {
  folder ??= findFolder();
  return join(folder, ...names);
}

export interface Fonts {
  /** TrueType files, whole. */
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  /** For names in Arabic script. */
  readonly arabic: { readonly regular: Uint8Array; readonly bold: Uint8Array };
}

/** The faces that stamps are set in. @throws {FileError} FILE_NOT_FOUND, FILE_NOT_READABLE */
export async function loadFonts(): Promise<Fonts> {
  const read = (name: string): Promise<Uint8Array> => readResource('fonts', `${name}.ttf`);
  const [regular, bold, arabicRegular, arabicBold] = await Promise.all([
    read('NotoSans-Regular'),
    read('NotoSans-Bold'),
    read('NotoNaskhArabic-Regular'),
    read('NotoNaskhArabic-Bold'),
  ]);
  return { regular, bold, arabic: { regular: arabicRegular, bold: arabicBold } };
}

/** A shipped file's content. @throws {FileError} FILE_NOT_FOUND, FILE_NOT_READABLE */
export async function readResource(...names: readonly string[]): Promise<Uint8Array> {
  const path = resourcePath(...names);
  try {
    const bytes = await readFile(path);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (thrown) {
    throw readError(thrown, path);
  }
}

function findFolder(): string {
  const found = CANDIDATES.map((relative) =>
    fileURLToPath(new URL(relative, import.meta.url)),
  ).find(
    // The driver catalogue marks our own folder: Electron too keeps one called resources.
    (candidate) => existsSync(join(candidate, 'drivers.json')),
  );
  if (found === undefined)
    throw new Error('the folder resources/ is missing from the installation');
  return found;
}
