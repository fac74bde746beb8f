// Series of documents that are measured: one signed again and again, and a folder of a thousand.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writePictures } from './documents.mjs';
import { runJob } from './measure.mjs';

/** Bytes of the picture on the page of a small document: 100 KB in all with its signature. */
const SMALL = 90_000;

/**
 * A document of 100 KB, as it is and with as many signatures as are asked for, each by a new signing.
 * @param {string} folder
 * @param {{ p12: string, anchor: string }} key
 * @param {readonly number[]} counts ascending
 * @returns {Promise<ReadonlyMap<number, string>>} paths by number of signatures
 */
export async function signedTimes(folder, key, counts) {
  const paths = new Map([[0, join(folder, 'signed-0.pdf')]]);
  writePictures(paths.get(0) ?? '', 1, SMALL);
  let last = paths.get(0) ?? '';
  let done = 0;
  for (const count of counts) {
    const output = join(folder, `signed-${count}.pdf`);
    await runJob('sign-again', { input: last, output, ...key, times: count - done });
    paths.set(count, output);
    last = output;
    done = count;
  }
  return paths;
}

/** @param {string} folder @param {string} file @param {number} count */
export function copies(folder, file, count) {
  mkdirSync(folder);
  for (let n = 1; n <= count; n += 1) copyFileSync(file, join(folder, `dokumen-${n}.pdf`));
}
