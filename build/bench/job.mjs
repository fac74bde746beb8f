// One measured job in a process of its own: `node job.mjs KIND JSON`. Times itself, without start-up
// and without reading key and fonts, and prints one line of JSON: seconds, seconds of processor, peak bytes.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/root.mjs';
import { PRACTICE_P12_PASSPHRASE } from '../practice/constants.mjs';

const CHUNK = 1 << 20;

/**
 * @typedef {{ input: string, output: string, p12: string, anchor: string }} JobFiles
 * @typedef {() => Promise<unknown>} Work what is timed
 */

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
  sign: (files) => prepareSigning(files, null),
  'sign-stamp': async (files) => {
    const { loadFonts } = await built('native/files/resources.js');
    const content = {
      ...{ name: 'NAMA PEJABAT LATIHAN', position: 'Wali Kota Latihan', zone: 'WIB', qr: null },
      ...{ reason: '', location: '', time: new Date(), fonts: await loadFonts() },
    };
    const rect = { x: 300, y: 300, width: 220, height: 90 };
    return prepareSigning(files, { page: 'last', rect, content });
  },
  verify: async ({ input, anchor }) => {
    const { openFileSource } = await built('native/files/file-source.js');
    const { validateDocument } = await built('core/validation/validate-document.js');
    const anchors = [new Uint8Array(readFileSync(anchor))];
    return async () => {
      const source = await openFileSource(input);
      const report = await validateDocument(source, { anchors, at: null, now: new Date() });
      await source.close();
      const [signature, ...more] = report.signatures;
      // What is fast and wrong is not worth a figure.
      if (!signature?.intact || signature.trustAnchor === null || more.length > 0) {
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
 * @param {JobFiles} files
 * @param {unknown} stamp
 * @returns {Promise<Work>}
 */
async function prepareSigning({ input, output, p12 }, stamp) {
  const { openFileSource } = await built('native/files/file-source.js');
  const { createAtomicOutput } = await built('native/files/atomic-output.js');
  const { openP12 } = await built('core/cms/p12-key.js');
  const { signDocument } = await built('core/signing/sign-document.js');
  const key = await openP12(
    new Uint8Array(readFileSync(p12)),
    new TextEncoder().encode(PRACTICE_P12_PASSPHRASE),
  );
  return async () => {
    const source = await openFileSource(input);
    await signDocument({
      ...{ source, key, stamp, name: basename(input), field: null, reason: '', location: '' },
      clock: { now: () => new Date() },
      openOutput: () => createAtomicOutput(output, { overwrite: true }),
    });
    await source.close();
  };
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
const work = await prepare(JSON.parse(parameters));
const started = performance.now();
const cpuBefore = process.cpuUsage();
await work();
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpuBefore);
console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6, peakBytes: peakBytes() }));
