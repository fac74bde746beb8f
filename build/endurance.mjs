// `npm run endurance`: whether memory and handles stay flat over many signatures on a SoftHSM2 token
// (`--signatures N`, 100000) and many insertions of a virtual card (`--cycles N`, 1000). Takes hours; linux only.
// `--json FILE` writes the figures down. Needs out/ built.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findOpenscModule, insertMany } from './endurance/cycles.mjs';
import { readingsTable } from './endurance/readings.mjs';
import { signMany } from './endurance/signatures.mjs';
import { missingForToken } from './practice/token.mjs';
import { whyNoCardService } from './virtual-card/card-service.mjs';

const { values } = parseArgs({
  options: {
    signatures: { type: 'string', default: '100000' },
    cycles: { type: 'string', default: '1000' },
    json: { type: 'string' },
    lang: { type: 'string' },
  },
});
const signatures = Number(values.signatures);
const cycles = Number(values.cycles);
if (![signatures, cycles].every((number) => Number.isInteger(number) && number >= 0)) {
  console.error('--signatures N, --cycles N: whole numbers from 0');
  process.exit(64);
}

const folder = mkdtempSync(join(tmpdir(), 'pena-endurance-'));
/** @type {Record<string, object>} */
const figures = {};
try {
  const missing = missingForToken();
  if (signatures > 0 && missing.length > 0)
    console.log(`signatures: skipped: no ${missing.join()}`);
  else if (signatures > 0) await part('signatures', signMany, signatures);
  const noCards = whyNoCardService() ?? (findOpenscModule() === null ? 'skipped: no OpenSC' : null);
  if (cycles > 0 && noCards !== null) console.log(`cycles: ${noCards}`);
  else if (cycles > 0) await part('cycles', insertMany, cycles);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(figures, null, 2));

/**
 * @template {object} T
 * @param {string} name
 * @param {(folder: string, count: number,
 *   onReading: (reading: import('./endurance/readings.mjs').Reading) => void) => Promise<T>} run
 * @param {number} count
 */
async function part(name, run, count) {
  /** @type {import('./endurance/readings.mjs').Reading[]} */
  const readings = [];
  const result = await run(join(folder, name), count, (reading) => {
    readings.push(reading);
    console.log(`${name} ${reading.at}: ${JSON.stringify(reading)}`);
  });
  figures[name] = { ...result, readings };
  console.log(`\n${readingsTable(name, readings)}`);
  const { seenAfter, ...totals } = /** @type {T & { seenAfter?: number[] }} */ (result);
  console.log(`${JSON.stringify(totals)}\n`);
  if (seenAfter !== undefined) {
    const sorted = [...seenAfter].sort((a, b) => a - b);
    const at = (/** @type {number} */ part) => sorted[Math.floor((sorted.length - 1) * part)];
    console.log(`seen after ms: median ${at(0.5)}, 95 % ${at(0.95)}, most ${at(1)}\n`);
  }
}
