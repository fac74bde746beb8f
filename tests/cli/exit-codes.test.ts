// Exit codes are an interface: every error has one of those that are promised.
import { expect, test } from 'vitest';
import { EXIT, exitCodeOf, exitOfCodes, exitOfErrors, exitOfReport } from '../../cli/exit-codes.ts';
import { ERROR_CODES } from '../../core/domain/error-code.ts';
import type { Verdict } from '../../core/domain/indication.ts';

test.each(ERROR_CODES)('%s ends with a promised code', (code) => {
  expect([64, 65, 69, 70, 130]).toContain(exitCodeOf(code));
});

test('only our own mistakes, and what a window alone can do wrong, are bugs', () => {
  const bugs = ERROR_CODES.filter((code) => exitCodeOf(code) === EXIT.bug);
  expect(bugs.filter((code) => !/^(IPC_|HANDLE_)/.test(code))).toEqual(['INTERNAL']);
});

test('are those of the issue', () => {
  expect(
    [
      ...(['USAGE', 'PIN_ON_COMMAND_LINE', 'FILE_OUTPUT_EXISTS', 'PDF_PAGE_NOT_FOUND'] as const),
      ...(['PDF_NOT_A_PDF', 'PDF_TRUNCATED', 'PDF_OBJECT_BROKEN', 'FILE_NOT_FOUND'] as const),
      ...(['TOKEN_PIN_INCORRECT', 'TOKEN_MODULE_MISSING', 'FILE_DISK_FULL'] as const),
      ...(['CERT_EXPIRED', 'P12_PASSPHRASE_INCORRECT', 'INTERNAL', 'CANCELLED'] as const),
    ].map((code) => exitCodeOf(code)),
  ).toEqual([64, 64, 64, 64, 65, 65, 65, 65, 69, 69, 69, 69, 69, 70, 130]);
});

test('of signing: the gravest, and 0 only when all went well', () => {
  expect(exitOfErrors([null, null])).toBe(0);
  expect(exitOfErrors([null, 'FILE_OUTPUT_EXISTS'])).toBe(64);
  expect(exitOfErrors(['FILE_OUTPUT_EXISTS', 'PDF_OBJECT_BROKEN', null])).toBe(65);
  expect(exitOfErrors(['PDF_OBJECT_BROKEN', 'TOKEN_REMOVED'])).toBe(69);
  expect(exitOfErrors(['TOKEN_REMOVED', 'INTERNAL'])).toBe(70);
  expect(exitOfErrors(['INTERNAL', 'CANCELLED'])).toBe(130);
});

const verdict = (name: Verdict) => ({ verdict: name, error: null });
const unreadable = { verdict: 'INDETERMINATE', error: { code: 'PDF_NOT_A_PDF' } } as const;

test('of verifying: unreadable, failed, indeterminate, unsigned, passed, in this order', () => {
  const all = (['TOTAL_PASSED', 'NO_SIGNATURE', 'INDETERMINATE', 'TOTAL_FAILED'] as const).map(
    (name) => exitOfReport(verdict(name)),
  );
  expect([1, 2, 3, 4].map((count) => exitOfCodes(all.slice(0, count)))).toEqual([0, 3, 2, 1]);
  expect(exitOfCodes([...all, exitOfReport(unreadable)])).toBe(65);
});
