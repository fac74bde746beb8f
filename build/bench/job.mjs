// One measured job in a process of its own: `node job.mjs KIND JSON`. Times itself, without start-up
// and without reading key and fonts, and prints one line of JSON: seconds, seconds of processor, peak bytes.
// With `repeat`, the work is done that many times in one process, and the median is what is told.
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/root.mjs';
import { PRACTICE_P12_PASSPHRASE } from '../practice/constants.mjs';
import { median } from './measure.mjs';
import { touchMemory } from './touch-memory.mjs';

const CHUNK = 1 << 20;

/**
 * @typedef {{ input: string, output: string, p12: string, anchor: string, repeat?: number, signatures?: number, times?: number, reason?: () => string }} JobFiles
 *   `signatures`: how many the document has, where not one; `times`: how often it is signed on
 * @typedef {(() => Promise<unknown>) & { before?: () => Promise<unknown> }} Work what is timed; `before`: not timed, before each time
 */

/** Jobs that write as much as they read. */
const WRITERS = new Set(['copy', 'sign', 'sign-stamp', 'sign-first-seen', 'sign-next']);

/** A module of the built program. @param {string} path */
const built = (path) => import(pathToFileURL(join(root, 'out', path)).href);

/** @type {Record<string, (files: JobFiles) => Promise<Work>>} each prepares, and gives its work */
const JOBS = {
  copy: async ({ input, output }) => {
    return async () => digestFile(input, openSync(output, 'w'));
  },
  read: async ({ input }) => {
    return async () => digestFile(input, null);
  },
  'read-folder': async ({ input }) => {
    return async () => {
      for (const name of readdirSync(input)) digestFile(join(input, name), null);
    };
  },
  sign: (files) => prepareSigning(files, null),
  'sign-first-seen': (files) => prepareSigning(files, null, 'as-new'),
  'sign-unseen': (files) => prepareSigning(files, null, 'none'),
  'sign-next': signNext,
  'sign-again': async ({ times = 1, ...files }) => {
    return async () => {
      for (let n = 0; n < times; n += 1) {
        const input = n === 0 ? files.input : files.output;
        await (
          await prepareSigning({ ...files, input }, null, 'none')
        )();
      }
    };
  },
  'sign-stamp': async (files) => {
    const { loadFonts } = await built('native/files/resources.js');
    // The first stamp of a process loads its libraries: start-up, which no job counts.
    await built('core/pdf/appearance/draw-stamp.js');
    const content = {
      ...{ name: 'NAMA PEJABAT LATIHAN', position: 'Wali Kota Latihan', zone: 'WIB', qr: null },
      ...{ reason: '', location: '', time: new Date(), fonts: await loadFonts() },
    };
    const rect = { x: 300, y: 300, width: 220, height: 90 };
    return prepareSigning(files, { page: 'last', rect, content });
  },
  verify: async ({ input, anchor, signatures = 1 }) => {
    const { openFileSource } = await built('native/files/file-source.js');
    const { validateDocument } = await built('core/validation/validate-document.js');
    const anchors = [new Uint8Array(readFileSync(anchor))];
    return async () => {
      const source = await openFileSource(input);
      const report = await validateDocument(source, { anchors, at: null, now: new Date() });
      await source.close();
      // What is fast and wrong is not worth a figure.
      const right = report.signatures.every(
        (/** @type {any} */ one) => one.intact && one.trustAnchor !== null,
      );
      if (!right || report.signatures.length !== signatures) {
        throw new Error(`not the verdict that was expected: ${JSON.stringify(report)}`);
      }
    };
  },
};

/**
 * The floor: whoever signs a file has to read, digest, write and flush it.
 * @param {string} input
 * @param {number | null} target file descriptor; null: only read
 */
function digestFile(input, target) {
  const source = openSync(input, 'r');
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK);
  for (let length; (length = readSync(source, chunk)) > 0;) {
    const bytes = chunk.subarray(0, length);
    hash.update(bytes);
    if (target !== null) writeSync(target, bytes);
  }
  hash.digest();
  if (target !== null) {
    fsyncSync(target);
    closeSync(target);
  }
  closeSync(source);
}

/**
 * As the program signs: also whether anything speaks against the signatures that are there already.
 * @param {JobFiles} files
 * @param {unknown} stamp
 * @param {'remembering' | 'as-new' | 'none'} look at them, as the program does; as if the process had never seen
 *   the file; or, only to show what that costs, not at all
 * @returns {Promise<Work>}
 */
async function prepareSigning(
  { input, output, p12, reason = () => '' },
  stamp,
  look = 'remembering',
) {
  const { hasUnexplainedChanges } = await built('core/validation/earlier-changes.js');
  const { KnownLooks } = await built('core/validation/known-looks.js');
  const asNew = (/** @type {unknown} */ reader, /** @type {unknown} */ source) =>
    hasUnexplainedChanges(reader, source, new KnownLooks());
  const unexplainedChanges = { remembering: hasUnexplainedChanges, 'as-new': asNew, none: null }[
    look
  ];
  const { openInTurn } = await built('native/batch/small-files.js');
  const { createAtomicOutput } = await built('native/files/atomic-output.js');
  const { openP12 } = await built('core/cms/p12-key.js');
  const { signDocument } = await built('core/signing/sign-document.js');
  const key = await openP12(
    new Uint8Array(readFileSync(p12)),
    new TextEncoder().encode(PRACTICE_P12_PASSPHRASE),
  );
  return async () => {
    const source = await openInTurn(input);
    await signDocument({
      ...{ source, key, stamp, name: basename(input), field: null, reason: reason(), location: '' },
      ...(unexplainedChanges === null ? {} : { unexplainedChanges }),
      clock: { now: () => new Date() },
      openOutput: () => createAtomicOutput(output, { overwrite: true }),
    });
    await source.close();
  };
}

/**
 * Who signs what the same process signed just before: the same document with one signature more, which it has not
 * seen. Each time by a reason of its own, or two results of one second would be the same octets.
 * @param {JobFiles} files `input`: with two signatures less than the one that is timed makes them
 * @returns {Promise<Work>}
 */
async function signNext(files) {
  let times = 0;
  const reason = () => `urutan ${times}`;
  const middle = `${files.output}.tengah`;
  const one = await prepareSigning({ ...files, output: middle, reason }, null);
  const next = await prepareSigning({ ...files, input: middle, reason }, null);
  const before = async () => {
    times += 1;
    await one();
  };
  return Object.assign(next, { before });
}

/**
 * The most memory this process ever had in RAM. Linux keeps getrusage's figure across exec, so that a
 * child would report its larger parent's (proc(5)); VmHWM is the process's own.
 */
function peakBytes() {
  if (process.platform === 'linux') {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    if (line !== null) return Number(line[1]) * 1024;
  }
  return process.resourceUsage().maxRSS * 1024;
}

const [kind = '', parameters = '{}'] = process.argv.slice(2);
const prepare = JOBS[kind];
if (prepare === undefined) throw new Error(`no such job: ${kind}`);
const files = JSON.parse(parameters);
const work = await prepare(files);
/** @type {number[]} */ const times = [];
/** @type {number[]} */ const cpus = [];
if (WRITERS.has(kind)) touchMemory(files.input, `${files.output}.warm`);
for (let runs = files.repeat ?? 1; runs > 0; runs -= 1) {
  await work.before?.();
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  await work();
  times.push((performance.now() - started) / 1000);
  const { user, system } = process.cpuUsage(cpuBefore);
  cpus.push((user + system) / 1e6);
}
const figures = { seconds: median(times), cpu: median(cpus), peakBytes: peakBytes() };
console.log(JSON.stringify(figures));
