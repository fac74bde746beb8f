// Runs some batches one after the other in one process, as `pena batch run` does each, and prints how long the
// last one took: `node warm-batch.mjs JSON`. Nothing is left of starting and of code that runs for the first
// time, as in a window that is open; the token's own process starts and logs in anew for each.
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/root.mjs';
import { PRACTICE_PIN } from '../practice/constants.mjs';

/** @typedef {{ plan: string, out: string, journal: string }} Batch */

/** @param {string} path */
const built = (path) => import(pathToFileURL(join(root, 'out', path)).href);

const { batchRun } = await built('cli/commands/batch-run.js');
const { TEXTS_ID } = await built('cli/texts/id.js');
const { Output } = await built('cli/output.js');
const { Interrupt } = await built('cli/interrupt.js');

/** @type {{ module: string, folder: string, batches: readonly Batch[] }} */
const { module, folder, batches } = JSON.parse(process.argv[2] ?? '');
const pin = join(folder, 'pin');
writeFileSync(pin, `${PRACTICE_PIN}\n`, { mode: 0o600 });
const nowhere = { write: () => true };
const shell = {
  ...{ language: 'id', texts: TEXTS_ID, zone: 'WIB', interrupt: new Interrupt() },
  ...{ out: new Output(nowhere, {}), err: new Output(process.stderr, process.env) },
};
let seconds = NaN;
for (const { plan, out, journal } of batches) {
  const fd = openSync(pin, 'r');
  const begun = performance.now();
  const options = { out, module, journal, pinFd: String(fd), offline: true, json: true };
  const code = await batchRun(plan, options, shell);
  seconds = (performance.now() - begun) / 1000;
  closeSync(fd);
  if (code !== 0) throw new Error(`a batch ended with ${code}`);
}
console.log(JSON.stringify({ seconds }));
