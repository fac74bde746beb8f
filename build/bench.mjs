// `npm run bench`: what signing and verifying cost, beside the least that any program can take for the
// same file. `--runs N` (5), `--large` (adds 1 GB), `--write` (puts the figures into docs/benchmarks.md).
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writePictures, writeSmallObjects } from './bench/documents.mjs';
import { hasPyhanko, measure, runJob, runPyhanko, timeProgram } from './bench/measure.mjs';
import { figuresTable } from './bench/table.mjs';
import { which } from './lib/command.mjs';
import { root } from './lib/root.mjs';
import { step } from './lib/steps.mjs';
import { PRACTICE_P12_PASSPHRASE, SIGNER_SUBJECT } from './practice/constants.mjs';
import { issue, makeCa, writeP12 } from './practice/pki.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    large: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    lang: { type: 'string' },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error('--runs N: a whole number from 1');
  process.exit(64);
}

const FLOOR = 'copy + SHA-256 + fsync (the floor)';
const DOCUMENTS = [
  { title: '100 MB: 100 streams', write: (/** @type {string} */ p) => writePictures(p, 100) },
  {
    title: '112 MB: 100,000 objects',
    write: (/** @type {string} */ p) => writeSmallObjects(p, 1e5),
  },
  ...(values.large
    ? [{ title: '1 GB: 1,000 streams', write: (/** @type {string} */ p) => writePictures(p, 1000) }]
    : []),
];

/** What else runs here, over the last minute; Windows does not say. */
const loadNow = () => loadavg()[0] ?? 0;
const before = loadNow();
const dir = mkdtempSync(join(process.env['PENA_BENCH_DIR'] ?? tmpdir(), 'pena-bench-'));
try {
  const { p12, anchor } = await step('Practice key (RSA 2048)', () =>
    practiceKey(join(dir, 'pki')),
  );
  const pyhanko = await hasPyhanko();
  const sections = [];
  for (const { title, write } of DOCUMENTS) {
    const input = join(dir, 'original.pdf');
    await step(`Document of ${title}`, async () => write(input));
    const figures = await step(`Measuring, ${runs} runs each`, () =>
      measure(jobs({ input, p12, anchor }, pyhanko), runs),
    );
    const size = (statSync(input).size / 1e6).toFixed(1);
    sections.push({ title: `${title} (${size} MB)`, text: figuresTable(figures, FLOOR) });
    console.log(`\n${title}\n${sections.at(-1)?.text}\n`);
  }
  const start = await step('Start-up', () => measure(startUp(), Math.max(runs, 5)));
  sections.push({ title: 'Start-up', text: figuresTable(start, 'node -e 0') });
  console.log(`\nStart-up\n${sections.at(-1)?.text}\n`);
  if (values.write) writeReport(sections);
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** @param {string} folder */
async function practiceKey(folder) {
  const ca = await makeCa(folder, { baseUrl: 'http://127.0.0.1:9' });
  const signer = await issue(ca, 'signer', 'signer', { subject: SIGNER_SUBJECT });
  const p12 = join(folder, 'signer.p12');
  await writeP12(ca, signer, {
    ...{ path: p12, passphrase: PRACTICE_P12_PASSPHRASE, friendlyName: 'KUNCI LATIHAN' },
  });
  return { p12, anchor: ca.certificateDer };
}

/**
 * @param {{ input: string, p12: string, anchor: string }} given
 * @param {boolean} pyhanko
 * @returns {import('./bench/measure.mjs').Job[]} in this order: verify reads what sign has written
 */
function jobs({ input, p12, anchor }, pyhanko) {
  const signed = join(dir, 'signed.pdf');
  const other = join(dir, 'other.pdf');
  const files = { input, output: other, p12, anchor };
  const list = [
    { name: FLOOR, start: () => runJob('copy', files) },
    { name: 'sign, visible stamp', start: () => runJob('sign-stamp', files) },
    { name: 'sign, invisible', start: () => runJob('sign', { ...files, output: signed }) },
    { name: 'read + SHA-256', start: () => runJob('read', { ...files, input: signed }) },
    { name: 'verify', start: () => runJob('verify', { ...files, input: signed }) },
  ];
  if (pyhanko) list.push({ name: 'pyHanko: sign, invisible', start: () => runPyhanko(files) });
  if (which('pdfsig') !== null) {
    list.push({
      name: 'pdfsig: verify (whole program)',
      start: () => timeProgram('pdfsig', ['-nocert', signed]),
    });
  }
  return list;
}

/** @returns {import('./bench/measure.mjs').Job[]} */
function startUp() {
  const node = (/** @type {string[]} */ ...args) => timeProgram(process.execPath, args);
  return [
    { name: 'node -e 0', start: () => node('-e', '0') },
    { name: 'pena --help', start: () => node(join(root, 'cli/bin.js'), '--help') },
  ];
}

/** @param {readonly { title: string, text: string }[]} sections */
function writeReport(sections) {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.versions.node}`;
  const text = `# Benchmarks

\`npm run bench -- --write\` made this file. Each figure is the median of ${runs} runs (peak memory: the
highest), each run in a process of its own that times itself, without start-up and without opening the
PKCS#12 file; the file system's cache is warm. The floor is what no program can do without: read the
file, digest it, write it, flush it, in pieces of 1 MiB. "processor" is user and system time of all
threads together. Only figures of one table can be compared.

- Date: ${new Date().toISOString().slice(0, 10)}
- Machine: ${machine}
- Load average before and after: ${before.toFixed(1)}, ${loadNow().toFixed(1)} (measuring itself makes about 1; more means that
  something else ran, and that only "processor" and "peak memory" are to be relied on)

${sections.map(({ title, text: body }) => `## ${title}\n\n${body}\n`).join('\n')}`;
  const target = join(root, 'docs/benchmarks.md');
  writeFileSync(target, text);
  console.log(`${target} written`);
}
