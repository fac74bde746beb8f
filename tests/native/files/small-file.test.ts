// Files that are read whole have a bound, and are files.
import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REPORT_LIMITS } from '../../../core/domain/report-limits.ts';
import { readCertificateFile, readPaper, readSmallFile } from '../../../native/files/small-file.ts';
import { rejection } from '../../support/rejection.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function file(size: number): string {
  const path = join(temporaryFolder(), 'berkas');
  writeFileSync(path, 'isi');
  // A hole: nothing of it is on the disk.
  truncateSync(path, size);
  return path;
}

it('reads up to the bound, and not one byte more', async () => {
  expect(await readSmallFile(file(3), 3, 'PACKAGE_TOO_LARGE')).toEqual(
    new Uint8Array(Buffer.from('isi')),
  );
  const refused = await rejection(readSmallFile(file(4), 3, 'PACKAGE_TOO_LARGE'));
  expect(refused).toMatchObject({ code: 'PACKAGE_TOO_LARGE', params: { file: 'berkas' } });
});

it('takes papers as large as a report may carry', async () => {
  const most = REPORT_LIMITS.paperBytes;
  expect(await readPaper(file(most))).toHaveLength(most);
  expect((await rejection(readPaper(file(most + 1)))).code).toBe('PAPER_TOO_LARGE');
});

it('takes no terabyte for a certificate', async () => {
  expect((await rejection(readCertificateFile(file(2 ** 40)))).code).toBe('CERT_MALFORMED');
});

it('does not wait at a pipe', async () => {
  const pipe = join(temporaryFolder(), 'pipa');
  execFileSync('mkfifo', [pipe]);
  expect((await rejection(readPaper(pipe))).code).toBe('FILE_NOT_READABLE');
});
