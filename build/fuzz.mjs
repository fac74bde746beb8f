// `npm run fuzz`: coverage-guided fuzzing of reader, CMS and validation, in one thread that is watched by
// another. `--minutes N` of the processor's time (5), `--targets a,b`, `--seed N`, `--out DIR` (findings; test-results/fuzz).
// Ends with 1 where something was found.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { root } from './lib/root.mjs';

const ALL =
  'read,validate,inspect,tags,rebuild,sign,cms,certificate,ocsp,crl,stamp,p12,answer,token';
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    targets: { type: 'string', default: ALL },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    out: { type: 'string', default: join(root, 'test-results/fuzz') },
  },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error('--minutes N: more than 0');
  process.exit(64);
}

/** An input may take this long before its thread is ended. */
const HANG_MS = 10_000;
/** Loading, and making the seeds. */
const START_MS = 120_000;
const ROOM = 256 << 10;

/** @typedef {import('../tests/fuzz/loop.ts').Progress} Progress */
/** @type {Map<string, Progress>} */ const progress = new Map();
const targets = values.targets.split(',');
const left = () => minutes * 60_000 - spent();
let found = 0;
mkdirSync(values.out, { recursive: true });
console.log(`seed ${values.seed}, findings go to ${values.out}`);
const talk = setInterval(print, 60_000);
for (let round = 0; left() > 0; round += 1) await watch(Number(values.seed) + round * 1000);
clearInterval(talk);
print();
process.exitCode = found > 0 ? 1 : 0;

/**
 * By the processor's time, since others may be using the machine; by ten times as much of the clock's for
 * what only waits. @param {number} since @param {number} started @param {number} limit
 */
function isOver(since, started, limit) {
  return spent() - started > limit || Date.now() - since > 10 * limit;
}

/** One thread, until its time is over or an input hangs. @param {number} seed */
function watch(seed) {
  const current = new SharedArrayBuffer(12 + ROOM);
  const head = new Int32Array(current, 0, 3);
  /** @type {Map<string, number>} */ const before = new Map();
  for (const [name, { runs }] of progress) before.set(name, runs);
  const worker = new Worker(join(root, 'tests/fuzz/loop.ts'), {
    workerData: { targets, seed, current, seconds: left() / 1000 },
    execArgv: ['--import', join(root, 'build/fuzz/loader.mjs')],
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  worker.on('message', (/** @type {any} */ { finding, progress: figures }) => {
    if (finding !== undefined) keep(finding.target, finding.what, finding.input);
    for (const one of figures ?? []) {
      progress.set(one.target, { ...one, runs: one.runs + (before.get(one.target) ?? 0) });
    }
  });
  return new Promise((resolve) => {
    let last = -1;
    let since = Date.now();
    let started = spent();
    const timer = setInterval(() => {
      const now = Atomics.load(head, 2);
      if (now !== last) {
        last = now;
        since = Date.now();
        started = spent();
      } else if (isOver(since, started, now === 0 ? START_MS : HANG_MS)) {
        ending('hang');
        void worker.terminate();
      }
    }, 500);
    const ending = (/** @type {string} */ what) => {
      const name = targets[Atomics.load(head, 1)] ?? 'start';
      keep(name, what, new Uint8Array(current, 12, Atomics.load(head, 0)).slice());
    };
    worker.on('error', (error) => ending(`ended: ${error.stack ?? error.message}`));
    worker.on('exit', () => {
      clearInterval(timer);
      resolve(undefined);
    });
  });
}

/** @param {string} target @param {string} what @param {Uint8Array} input */
function keep(target, what, input) {
  found += 1;
  const name = `${target}-${createHash('sha256').update(input).digest('hex').slice(0, 12)}`;
  writeFileSync(join(values.out, name), input);
  writeFileSync(join(values.out, `${name}.txt`), `${what}\n`);
  console.log(`\nFOUND ${name}\n${what}\n`);
}

/** Milliseconds. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function print() {
  for (const { target, runs, corpus, branches, slowest } of progress.values()) {
    const figures = `${runs} runs, ${branches} branches, ${corpus} kept, slowest ${Math.round(slowest)} ms`;
    console.log(`${target.padEnd(12)} ${figures}`);
  }
  console.log(
    `${found} findings, ${(spent() / 60_000).toFixed(1)} minutes of the processor's time`,
  );
}
