// The shared material beside a checkout (../shared): not part of the project, not everywhere there.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** What a test says that was left out: `skip(NO_CORPUS)` in a test, or in the name of a describe. */
export const NO_CORPUS = 'skipped: no corpus';

/** Absolute path of ../shared, or of what PENA_SHARED names; null where there is none. */
export function sharedDir(): string | null {
  const dir =
    process.env['PENA_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url));
  return existsSync(dir) ? dir : null;
}

/** Absolute path of the folder of PDF files (odd/, bsre/); null where there is none. */
export function corpusDir(): string | null {
  const dir = sharedDir();
  return dir !== null && existsSync(join(dir, 'corpus')) ? join(dir, 'corpus') : null;
}
