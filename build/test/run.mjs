// `npm test`: every gate and every runner, all of them even when one fails, and a closing line over all.
// Two rows of them side by side: what mostly waits beside what mostly calculates. `--only NAME,NAME` runs some.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tryRun } from '../lib/command.mjs';
import { root } from '../lib/root.mjs';
import { secondsSince } from '../lib/steps.mjs';
import { markBuilt } from '../setup/built-files.mjs';
import { closingLine, fromGate, fromPlaywright, fromVitest, sum } from './counts.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' }, lang: { type: 'string' } } });
const wanted = values.only?.split(',') ?? null;
const reports = mkdtempSync(join(tmpdir(), 'pena-test-'));
const module = (/** @type {string} */ path) => join(root, 'node_modules', path);

const VITEST = module('vitest/vitest.mjs');
const report = (/** @type {string} */ name) => join(reports, `${name}.json`);

/**
 * @typedef {{ name: string, args: string[], env?: Record<string, string>,
 *   count: (status: number) => import('./counts.mjs').Counts, show: 'live' | 'after' | 'failed' }} Runner
 *   show: when the runner's own output is shown: as it comes, all at its end, or only when it failed
 */

/** @param {string} name @param {string[]} args @returns {Runner} */
const gate = (name, ...args) => ({ name, args, count: fromGate, show: 'failed' });

/** @param {string} project @param {Runner['show']} show @returns {Runner} */
const vitest = (project, show) => ({
  name: project,
  args: [
    ...[VITEST, 'run', '--project', project, '--reporter=default', '--reporter=json'],
    `--outputFile.json=${report(project)}`,
  ],
  count: (status) => fromVitest(report(project), status),
  show,
});

const BUILD = gate('build', join(root, 'build/compile.mjs'));
/** A third of its time it waits: for time-outs, for other programs, for the disk. */
const WAITING = [vitest('integration', 'after')];
/** The gates and the unit tests calculate, on one processor; what is left of the other row then goes on beside e2e. */
const CALCULATING = [
  gate('eslint', module('eslint/bin/eslint.js'), '--max-warnings', '0', '.'),
  gate('prettier', module('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  gate('types', join(root, 'build/types.mjs')),
  gate('import rules', join(root, 'build/rules/check.mjs')),
  gate('knip', module('knip/bin/knip.js')),
  vitest('unit', 'failed'),
  /** @type {Runner} */ ({
    name: 'e2e',
    args: [module('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e') },
    count: (status) => fromPlaywright(report('e2e'), status),
    show: 'live',
  }),
];

/** @type {{ runner: Runner, counts: import('./counts.mjs').Counts }[]} */
const results = [];

/** One after the other. @param {readonly Runner[]} runners */
async function runAll(runners) {
  for (const runner of runners) if (wanted?.includes(runner.name) ?? true) await run(runner);
}

/** @param {Runner} runner */
async function run(runner) {
  const started = performance.now();
  const { status, output } = await tryRun(process.execPath, runner.args, {
    cwd: root,
    env: runner.env ?? {},
    inherit: runner.show === 'live',
  });
  const counts = runner.count(status);
  const failed = counts.failed > 0;
  if (failed || runner.show === 'after') process.stdout.write(output);
  console.log(
    `${failed ? '✗' : '✓'} ${runner.name}: ${closingLine(counts)} (${secondsSince(started)})`,
  );
  if (runner.name === 'build' && !failed) markBuilt();
  results.push({ runner, counts });
}

await runAll([BUILD]);
await Promise.all([runAll(CALCULATING), runAll(WAITING)]);
rmSync(reports, { recursive: true, force: true });

const total = sum(results.map(({ counts }) => counts));
for (const { runner, counts } of results.filter(({ counts }) => counts.failed > 0)) {
  console.log(`✗ ${runner.name}: ${counts.failed} failed`);
}
console.log(closingLine(total));
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
