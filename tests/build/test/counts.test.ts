// The closing line counts what ran, and a runner that ran nothing has failed. Reports by hand, in the
// shape of Vitest's and Playwright's JSON reporters.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closingLine,
  fromGate,
  fromPlaywright,
  fromVitest,
  sum,
} from '../../../build/test/counts.mjs';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pena-counts-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const report = (content: unknown): string => {
  const file = join(dir, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const vitest = (passed: number, failed: number, pending: number) =>
  report({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
  });

describe('counts', () => {
  it('take a gate as one check', () => {
    expect(fromGate(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(fromGate(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('take tests from Vitest', () => {
    expect(fromVitest(vitest(12, 0, 3), 0)).toEqual({ passed: 12, failed: 0, skipped: 3 });
    expect(fromVitest(vitest(12, 2, 0), 1)).toEqual({ passed: 12, failed: 2, skipped: 0 });
  });

  it('take tests from Playwright', () => {
    const stats = { expected: 7, flaky: 1, unexpected: 0, skipped: 2 };
    expect(fromPlaywright(report({ stats }), 0)).toEqual({ passed: 8, failed: 0, skipped: 2 });
  });

  it('count a file that did not load as a failure', () => {
    expect(fromVitest(vitest(12, 0, 0), 1).failed).toBe(1);
  });

  it('count a runner that ran no test as failed, even with exit code 0', () => {
    expect(fromVitest(vitest(0, 0, 0), 0).failed).toBe(1);
    expect(fromVitest(vitest(0, 0, 5), 0).failed).toBe(1);
  });

  it('count a missing or broken report as failed', () => {
    expect(fromVitest(join(dir, 'none.json'), 0).failed).toBe(1);
    expect(fromPlaywright(report('{'), 0).failed).toBe(1);
  });

  it('sum into one line', () => {
    expect(closingLine(sum([fromGate(0), fromVitest(vitest(12, 2, 3), 1)]))).toBe(
      '13 passed, 2 failed, 3 skipped',
    );
  });
});
