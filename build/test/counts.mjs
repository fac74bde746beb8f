// Passed, failed and skipped, from a gate's exit code and from the runners' JSON reports. A runner that
// ran nothing has failed: a green line must never stand for no test at all.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const FAILED = { passed: 0, failed: 1, skipped: 0 };

/**
 * A check that is passed or failed as a whole.
 * @param {number} status exit code
 * @returns {Counts}
 */
export function fromGate(status) {
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : FAILED;
}

/**
 * @param {string} file Vitest's JSON report
 * @param {number} status Vitest's exit code
 * @returns {Counts}
 */
export function fromVitest(file, status) {
  const report = readReport(file);
  if (report === null) return FAILED;
  return settle(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    status,
  );
}

/**
 * @param {string} file Playwright's JSON report
 * @param {number} status Playwright's exit code
 * @returns {Counts}
 */
export function fromPlaywright(file, status) {
  const report = readReport(file);
  if (report === null) return FAILED;
  const { expected, flaky, unexpected, skipped } = report.stats;
  return settle({ passed: expected + flaky, failed: unexpected, skipped }, status);
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * Adds what no single test shows: a file that did not load, an error between tests, no test at all.
 * @param {Counts} counts
 * @param {number} status
 * @returns {Counts}
 */
function settle(counts, status) {
  const unseen = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return unseen ? { ...counts, failed: 1 } : counts;
}

/** @param {string} file */
function readReport(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
