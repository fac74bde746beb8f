// Gives a finished temporary file its name, never in the place of another file.
import { linkSync, lstatSync, renameSync, unlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { NO_HARD_LINKS } from '../files/atomic-output.ts';
import { errnoOf, FileError } from '../files/file-error.ts';

/** As atomic-output.ts does it: a link refuses where another file has come to be. */
export function putInPlace(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
    unlinkSync(temporary);
  } catch (thrown) {
    if (!NO_HARD_LINKS.includes(errnoOf(thrown) ?? '')) throw thrown;
    if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) {
      throw new FileError('FILE_OUTPUT_EXISTS', { file: basename(target) });
    }
    renameSync(temporary, target);
  }
}
