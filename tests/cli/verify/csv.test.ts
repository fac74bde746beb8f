// The table for spreadsheets: one line a file, and no name of a stranger becomes a formula.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CsvReport } from '../../../cli/verify/csv.ts';
import { PenaError } from '../../../core/domain/pena-error.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testShell } from '../support/shell.ts';

const EMPTY = {
  ...{
    sha256: null,
    policy: '',
    trustDate: null,
    signatures: [],
    certificates: [],
    revisions: [],
    error: null,
  },
} as const;

test('quotes what has to be quoted, and disarms formulas', async () => {
  const path = join(temporaryFolder(), 'hasil.csv');
  const csv = await CsvReport.create(path, false, testShell('en'));
  await csv.add({
    report: { ...EMPTY, file: '=HYPERLINK("x"),a.pdf', verdict: 'NO_SIGNATURE' },
    error: null,
  });
  const error = new PenaError('FILE_NOT_FOUND', { file: 'b.pdf' });
  await csv.add({ report: { ...EMPTY, file: 'b.pdf', verdict: 'INDETERMINATE' }, error });
  expect(() => readFileSync(path)).toThrow(/ENOENT/);
  await csv.commit();
  expect(readFileSync(path, 'utf8').split('\r\n')).toEqual([
    '\ufefffile,sha256,verdict,code,text,signatures,signers,claimedTimes,bestTimes',
    `"'=HYPERLINK(""x""),a.pdf",,NO_SIGNATURE,,Not electronically signed,0,,,`,
    'b.pdf,,INDETERMINATE,FILE_NOT_FOUND,The file b.pdf was not found. Check its name and folder.,0,,,',
    '',
  ]);
});
