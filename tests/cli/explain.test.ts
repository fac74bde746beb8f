import { expect, test } from 'vitest';
import { complain, explain } from '../../cli/explain.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { testShell } from './support/shell.ts';

test('adds what to type to the sentence of a code', () => {
  const error = new PenaError('FILE_OUTPUT_EXISTS', { file: 'a.pdf' });
  expect(explain(error, testShell())).toEqual({
    code: 'FILE_OUTPUT_EXISTS',
    text: 'Berkas tujuan a.pdf sudah ada dan tidak ditimpa. Pilih nama lain. Untuk menimpanya, tambahkan --overwrite.',
  });
});

test('names a mistake in the command itself', () => {
  expect(explain(new UsageError('unknownOption', '--ot'), testShell('en'))).toEqual({
    code: 'USAGE',
    text: 'There is no option --ot. See --help.',
  });
});

test('complains on standard error, with the code for the help desk', () => {
  const shell = testShell();
  complain(new PenaError('PDF_CERTIFIED'), shell, 'Belum ditandatangani: a.pdf');
  expect(shell.said).toEqual({
    out: '',
    err:
      'Belum ditandatangani: a.pdf\n' +
      '  Penanda tangan sebelumnya tidak mengizinkan perubahan apa pun pada dokumen ini, jadi tanda tangan tidak dapat ditambahkan. Dokumen tidak diubah.\n' +
      '  Kode: PDF_CERTIFIED\n',
  });
});
