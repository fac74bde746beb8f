// `npm run bench`: what signing and verifying cost, beside the least that any program can take for the
// same file. `--runs N` (5), `--large` (adds 1 GB), `--linear` (adds a batch of 10,000), `--write` (puts
// the figures into docs/benchmarks.md).
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writePictures, writeSmallObjects } from './bench/documents.mjs';
import {
  hasPyhanko,
  measure,
  runJob,
  runPyhanko,
  runPyhankoVerify,
  timeProgram,
} from './bench/measure.mjs';
import {
  besideReading,
  FIRST_SEEN,
  FLOOR,
  growth,
  NEXT,
  READ,
  SEEN,
  UNSEEN,
  VERIFY,
  WARM,
} from './bench/notes.mjs';
import { copies, signedTimes } from './bench/series.mjs';
import { figuresTable } from './bench/table.mjs';
import { run, which } from './lib/command.mjs';
import { root } from './lib/root.mjs';
import { step } from './lib/steps.mjs';
import { PRACTICE_P12_PASSPHRASE, SIGNER_SUBJECT } from './practice/constants.mjs';
import { issue, makeCa, writeP12 } from './practice/pki.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    large: { type: 'boolean', default: false },
    linear: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    lang: { type: 'string' },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error('--runs N: a whole number from 1');
  process.exit(64);
}

/** As often a small job is repeated in its process. */
const REPEAT = 100;
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
/** @type {{ title: string, text: string }[]} */ const sections = [];
try {
  const key = await step('Practice key (RSA 2048)', () => practiceKey(join(dir, 'pki')));
  const pyhanko = await hasPyhanko();
  for (const { title, write } of DOCUMENTS) {
    const input = join(dir, 'original.pdf');
    await step(`Document of ${title}`, async () => write(input));
    const size = (statSync(input).size / 1e6).toFixed(1);
    const note = besideReading;
    await section(`${title} (${size} MB)`, jobs({ input, ...key }, pyhanko), FLOOR, { note });
  }
  const series = await step('A document signed 400 times', () =>
    signedTimes(dir, key, [1, 20, 198, 199, 200, 400]),
  );
  const signed = (/** @type {number} */ count) => series.get(count) ?? '';
  const output = join(dir, 'other.pdf');
  const nth = (/** @type {number} */ count) => ({ ...key, output, input: signed(count) });
  await section('One document of 100 KB, in a warm process', warmJobs(nth(1), pyhanko), READ);
  await section('One document with many signatures', manySignatures(nth, pyhanko), `${READ}, 200`);
  await section(
    'The 2nd and the 200th signature, in a warm process',
    nthJobs(nth),
    `${FLOOR}, 2nd`,
    { note: growth },
  );
  const folder = join(dir, 'folder');
  copies(folder, signed(1), 1000);
  await section('1,000 documents of 100 KB', folderJobs(folder, key.anchor), READ);
  await batchSection();
  await section('Start-up', startUp(), 'node -e 0', { times: Math.max(runs, 5) });
  if (values.write) writeReport();
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** The token's batch measures its own floors, in the same run. */
async function batchSection() {
  const program = join(root, 'build/bench/batch.mjs');
  const counts = values.linear ? ['1000', '10000'] : ['1000'];
  const { stdout } = await step(`A batch of ${counts.join(' and ')} with a token`, () =>
    run(process.execPath, [program, ...counts]),
  );
  const text = `\`\`\`text\n${stdout.toString().trim()}\n\`\`\``;
  sections.push({ title: 'Batches with a token (SoftHSM, RSA 2048)', text });
  console.log(text);
}

/**
 * @param {string} title
 * @param {readonly import('./bench/measure.mjs').Job[]} list
 * @param {string} floor
 * @param {{ times?: number, note?: (figures: Figures) => string }} [options] note: to follow the table
 */
async function section(title, list, floor, { times = runs, note } = {}) {
  const figures = await step(`${title}: ${times} runs each`, () => measure(list, times));
  const table = figuresTable(figures, floor);
  const text = note === undefined ? table : `${table}\n\n${note(figures)}`;
  sections.push({ title, text });
  console.log(`\n${title}\n${text}\n`);
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
    { name: READ, start: () => runJob('read', { ...files, input: signed }) },
    { name: VERIFY, start: () => runJob('verify', { ...files, input: signed }) },
    { name: WARM, start: () => runJob('verify', { ...files, input: signed, repeat: 5 }) },
  ];
  if (pyhanko) {
    const judged = { ...files, input: signed };
    list.push({ name: 'pyHanko: sign, invisible', start: () => runPyhanko(files) });
    list.push({ name: 'pyHanko: verify', start: () => runPyhankoVerify(judged) });
  }
  if (which('pdfsig') !== null) {
    list.push({
      name: 'pdfsig: verify (whole program)',
      start: () => timeProgram('pdfsig', ['-nocert', signed]),
    });
  }
  return list;
}

/**
 * @typedef {import('./bench/measure.mjs').Job} Job
 * @typedef {import('./bench/measure.mjs').JobFiles} JobFiles
 * @typedef {import('./bench/notes.mjs').Figures} Figures
 * @param {JobFiles} files
 * @param {boolean} pyhanko
 * @returns {Job[]}
 */
function warmJobs(files, pyhanko) {
  const repeated = { ...files, repeat: REPEAT };
  return [
    { name: READ, start: () => runJob('read', repeated) },
    { name: VERIFY, start: () => runJob('verify', repeated) },
    ...(pyhanko
      ? [{ name: 'pyHanko: verify', start: () => runPyhankoVerify({ ...files, repeat: 20 }) }]
      : []),
  ];
}

/**
 * @param {(count: number) => JobFiles} nth
 * @param {boolean} pyhanko
 * @returns {Job[]}
 */
function manySignatures(nth, pyhanko) {
  // pyHanko's time grows with the square: 200 would take it minutes.
  const list = [20, 200, 400].flatMap((count) => {
    const files = { ...nth(count), signatures: count };
    return [
      { name: `${READ}, ${count}`, start: () => runJob('read', files) },
      { name: `verify, ${count}`, start: () => runJob('verify', files) },
    ];
  });
  if (pyhanko) {
    list.push({ name: 'pyHanko: verify, 20', start: () => runPyhankoVerify(nth(20)) });
  }
  return list;
}

/** @param {(count: number) => JobFiles} nth @returns {Job[]} */
function nthJobs(nth) {
  return [
    { label: '2nd', files: { ...nth(1), repeat: REPEAT }, earlier: nth(0).input },
    { label: '200th', files: { ...nth(199), repeat: REPEAT }, earlier: nth(198).input },
  ].flatMap(({ label, files, earlier }) => [
    { name: `${FLOOR}, ${label}`, start: () => runJob('copy', files) },
    { name: `${SEEN}, ${label}`, start: () => runJob('sign', files) },
    { name: `${NEXT}, ${label}`, start: () => runJob('sign-next', { ...files, input: earlier }) },
    { name: `${FIRST_SEEN}, ${label}`, start: () => runJob('sign-first-seen', files) },
    { name: `${UNSEEN}, ${label}`, start: () => runJob('sign-unseen', files) },
  ]);
}

/** @param {string} folder @param {string} anchor @returns {Job[]} */
function folderJobs(folder, anchor) {
  const files = { input: folder, output: join(dir, 'other.pdf'), p12: '', anchor };
  const program = join(root, 'cli/bin.js');
  const args = [program, 'verify', folder, '--jsonl', '--offline', '--trust', anchor];
  return [
    { name: READ, start: () => runJob('read-folder', files) },
    {
      name: 'pena verify --jsonl (whole program)',
      // Nobody was asked about revocation: that is another code than 0.
      start: () => timeProgram(process.execPath, args, [0, 1, 2]),
    },
  ];
}

/** @returns {import('./bench/measure.mjs').Job[]} */
function startUp() {
  const node = (/** @type {string[]} */ ...args) => timeProgram(process.execPath, args);
  return [
    { name: 'node -e 0', start: () => node('-e', '0') },
    { name: 'pena --help', start: () => node(join(root, 'cli/bin.js'), '--help') },
  ];
}

function writeReport() {
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.versions.node}`;
  const text = `# Benchmarks

\`npm run bench -- --write\` made this file. Each figure is the median of ${runs} runs (peak memory: the
highest), each run in a process of its own that times itself, without start-up and without opening the
PKCS#12 file; the file system's cache is warm. The floor is what no program can do without: read the
file, digest it, write it, flush it, in pieces of 1 MiB. Before its clock starts, each job that writes
16 MB or more writes a file of that size and removes it: a virtual machine hands free memory back to its
host, and whoever came first after a pause would pay for getting it again, up to 2 s for 1 GB.
"processor" is user and system time of all threads together. Only figures of one table can be compared. On a machine that does other work too, the
fastest run says most.

- Date: ${new Date().toISOString().slice(0, 10)}
- Machine: ${machine}
- Load average before and after: ${before.toFixed(1)}, ${loadNow().toFixed(1)} (measuring itself makes about 1; more means that
  something else ran, and that only "processor" and "peak memory" are to be relied on)

${sections.map(({ title, text: body }) => `## ${title}\n\n${body}\n`).join('\n')}`;
  const target = join(root, 'docs/benchmarks.md');
  writeFileSync(target, text);
  console.log(`${target} written`);
}
