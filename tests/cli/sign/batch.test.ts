// One document's trouble leaves the next its chance; the key's or the token's trouble ends the run.
import { expect, test } from 'vitest';
import { runBatch } from '../../../cli/sign/batch.ts';
import type { ErrorCode } from '../../../core/domain/error-code.ts';
import type { SigningResult } from '../../../core/signing/request.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';

const jobs = (...names: readonly string[]) =>
  names.map((file) => ({ file, output: `hasil/${file}`, refusal: null }));
const RESULT: SigningResult = {
  ...{ field: 'TTE1', size: 1, documentSha256: '', resultSha256: '' },
  ...{ level: 'B-B', incomplete: null },
};

async function run(fails: Partial<Record<string, ErrorCode>>, abort = new AbortController()) {
  const tried: string[] = [];
  const outcomes = await runBatch(
    jobs('a', 'b', 'c'),
    ({ file }) => {
      tried.push(file);
      const code = fails[file];
      if (code === 'CANCELLED') abort.abort();
      return code === undefined ? Promise.resolve(RESULT) : Promise.reject(new PenaError(code));
    },
    abort.signal,
    () => undefined,
  );
  return { tried, told: outcomes.map(({ status, error }) => error?.code ?? status) };
}

test.each([
  ...(['PDF_XREF_BROKEN', 'STAMP_TOO_SMALL', 'FILE_OUTPUT_EXISTS'] as const),
  // The LATIHAN mark cannot come to a document that was signed for real.
  'PRACTICE_SIGNED_ALREADY' as const,
])('after %s the next is signed', async (code) => {
  expect(await run({ b: code })).toEqual({
    tried: ['a', 'b', 'c'],
    told: ['signed', code, 'signed'],
  });
});

test.each([
  ...(['TOKEN_PIN_INCORRECT', 'TOKEN_PIN_LOCKED', 'TOKEN_GENERAL_ERROR', 'TOKEN_REMOVED'] as const),
  ...(['CERT_EXPIRED', 'P12_PASSPHRASE_INCORRECT', 'CANCELLED', 'INTERNAL'] as const),
])('after %s nothing more is tried', async (code) => {
  expect(await run({ b: code })).toEqual({
    tried: ['a', 'b'],
    told: ['signed', code, 'not-begun'],
  });
});

test('what is refused beforehand is not tried', async () => {
  const refusal = new PenaError('FILE_NOT_FOUND');
  const outcomes = await runBatch(
    [{ file: 'x', output: 'y', refusal }, ...jobs('a')],
    () => Promise.resolve(RESULT),
    new AbortController().signal,
    () => undefined,
  );
  expect(outcomes.map(({ status, error }) => [status, error])).toEqual([
    ['failed', refusal],
    ['signed', null],
  ]);
});

test('what an interrupted token says is a cancellation', async () => {
  const abort = new AbortController();
  const outcomes = await runBatch(
    jobs('a'),
    () => {
      setTimeout(() => abort.abort(), 20);
      return Promise.reject(new PenaError('TOKEN_MODULE_CRASHED'));
    },
    abort.signal,
    () => undefined,
  );
  expect(outcomes[0]?.error?.code).toBe('CANCELLED');
});
