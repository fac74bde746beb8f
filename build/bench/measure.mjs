// Runs jobs in processes of their own, some times each, and keeps the median.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, tryRun, which } from '../lib/command.mjs';
import { root } from '../lib/root.mjs';
import { PRACTICE_P12_PASSPHRASE } from '../practice/constants.mjs';

/**
 * @typedef {{ seconds: number, cpu: number | null, peakBytes: number | null }} Figures of
 *   one run; cpu: seconds of processor, which hardly depend on what else the machine does
 * @typedef {Figures & { fastest: number }} Summary of all runs
 * @typedef {import('./job.mjs').JobFiles} JobFiles
 * @typedef {{ name: string, start: () => Promise<Figures> }} Job
 */

/**
 * Removes what an earlier run has written, and flushes: no job should pay for another.
 * @param {string | null} output
 */
async function settle(output) {
  if (output !== null) rmSync(output, { force: true });
  if (which('sync') !== null) await tryRun('sync', []);
}

/** @param {string} kind @param {JobFiles} files @returns {Promise<Figures>} */
export async function runJob(kind, files) {
  const job = join(root, 'build/bench/job.mjs');
  await settle(files.output);
  const { stdout } = await run(process.execPath, [job, kind, JSON.stringify(files)]);
  return JSON.parse(stdout.toString());
}

/**
 * Wall time of a whole program.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {readonly number[]} accepted how it may end
 */
export async function timeProgram(command, args, accepted = [0]) {
  await settle(null);
  const started = performance.now();
  const { status, output } = await tryRun(command, args);
  if (!accepted.includes(status)) throw new Error(`${command} ended with ${status}\n${output}`);
  return { seconds: (performance.now() - started) / 1000, cpu: null, peakBytes: null };
}

/** Whether pyHanko can be measured beside us. */
export async function hasPyhanko() {
  if (which('python3') === null || process.platform !== 'linux') return false;
  return (await tryRun('python3', ['-c', 'import pyhanko.sign'])).status === 0;
}

/** @param {JobFiles} files @returns {Promise<Figures>} */
export async function runPyhanko({ input, output, p12 }) {
  const job = join(root, 'build/bench/pyhanko_job.py');
  await settle(output);
  const { stdout } = await run('python3', [job, input, output, p12], {
    input: `${PRACTICE_P12_PASSPHRASE}\n`,
  });
  return JSON.parse(stdout.toString());
}

/** @param {JobFiles} files @returns {Promise<Figures>} */
export async function runPyhankoVerify({ input, anchor, repeat = 1 }) {
  const job = join(root, 'build/bench/pyhanko_verify.py');
  const { stdout } = await run('python3', [job, input, anchor, String(repeat)]);
  return JSON.parse(stdout.toString());
}

/**
 * Every job once, then every job again: what slows the machine for a while slows all of them.
 * @param {readonly Job[]} jobs
 * @param {number} runs
 * @returns {Promise<Map<string, Summary>>} by job name
 */
export async function measure(jobs, runs) {
  /** @type {Map<string, Figures[]>} */
  const figures = new Map(jobs.map(({ name }) => [name, []]));
  for (let i = 0; i < runs; i += 1) {
    for (const { name, start } of jobs) figures.get(name)?.push(await start());
  }
  return new Map([...figures].map(([name, of]) => [name, summary(of)]));
}

/**
 * Median times, the shortest, and the highest peak of all runs: a limit is kept always or not at all.
 * @param {readonly Figures[]} figures at least one
 * @returns {Summary}
 */
export function summary(figures) {
  const peaks = figures.flatMap(({ peakBytes }) => peakBytes ?? []);
  const cpus = figures.flatMap(({ cpu }) => cpu ?? []);
  const times = figures.map(({ seconds }) => seconds);
  return {
    seconds: median(times),
    fastest: Math.min(...times),
    cpu: cpus.length === 0 ? null : median(cpus),
    peakBytes: peaks.length === 0 ? null : Math.max(...peaks),
  };
}

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}
