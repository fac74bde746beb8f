// What each job that writes a large file does before its clock starts. A virtual machine may have handed its
// free memory back to its host, and whoever first writes to a new page then pays for getting it again: as
// much as for all the rest. So all that are compared find the memory that they need in the same state.
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';

const CHUNK = 1 << 20;
/** Less than this costs nothing worth speaking of. */
const LARGE = 16 << 20;

/**
 * Writes a file as large as the input, and removes it: its pages are what the result will be written to.
 * @param {string} input
 * @param {string} path of a file that is not there, on the file system of the result
 */
export function touchMemory(input, path) {
  const { size } = statSync(input);
  if (size < LARGE) return;
  const target = openSync(path, 'wx');
  const chunk = Buffer.alloc(CHUNK, 1);
  for (let done = 0; done < size; done += CHUNK) writeSync(target, chunk);
  closeSync(target);
  rmSync(path);
}
