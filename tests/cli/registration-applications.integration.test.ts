// Applications at the desk in the terminal: checked by Pasal 11(3) to 11(5), accepted only when whole, rejected only
// with reasons, and kept where nobody reads them without the desk's secret.
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPackage } from '../../core/lifecycle/package/open-package.ts';
import { writePackage } from '../../core/lifecycle/package/write-package.ts';
import { toPenaError } from '../../core/domain/pena-error.ts';
import { APPLICANT, applicationFile } from '../support/report/applications.ts';
import { report } from '../support/report/reports.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { pena } from './support/pena.ts';

const EN = { env: { LANG: 'en_GB.UTF-8' } };

function office() {
  const folder = temporaryFolder();
  const deskFile = join(folder, 'meja');
  writeFileSync(deskFile, 'rahasia meja yang panjang\n', { mode: 0o600 });
  const store = join(folder, 'ra.sqlite');
  const file = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  return { folder, file, store, desk: ['--store', store, '--desk-file', deskFile] };
}

it('says what an application lacks by its article, and keeps nothing of a mere check', async () => {
  const { folder, file } = office();
  const without = ['appointment', 'identity-card'] as const;
  const half = file('separuh', await applicationFile('position', { without, email: '' }));
  const told = await pena(['ra', 'application', 'check', half, '--json'], EN);
  expect(told.status).toBe(2);
  expect(JSON.parse(told.stdout)).toMatchObject({
    missing: { papers: without, mail: true },
    request: { kind: 'position', applicant: { name: APPLICANT.name, email: '' } },
  });
  expect(told.stdout).not.toContain(APPLICANT.nip);
  const read = await pena(['ra', 'application', 'check', half]);
  for (const word of [
    'Pasal 11(4)',
    'pindai KTP elektronik',
    'E-mail Dinas',
    '19**************01',
  ]) {
    expect(read.stdout).toContain(word);
  }
  const whole = file('lengkap', await applicationFile('position'));
  expect((await pena(['ra', 'application', 'check', whole])).status).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['lengkap', 'meja', 'separuh']);
});

it('accepts no half application, rejects with reasons, takes it again and keeps all of it', async () => {
  const { folder, file, store, desk } = office();
  const id = randomUUID();
  const half = file('a', await applicationFile('individual', { id, without: ['recommendation'] }));
  const whole = file('b', await applicationFile('individual', { id }));
  const ra = (...words: string[]) => pena(['ra', 'application', ...words, ...desk], EN);
  expect((await ra('take', half)).status).toBe(2);
  const early = await ra('accept', id);
  expect(early.stderr).toContain('RA_APPLICATION_INCOMPLETE');
  expect((await ra('reject', id, '--reason', ' ')).stderr).toContain('RA_REASON_MISSING');
  expect((await ra('reject', id, '--reason', 'The recommendation is missing.')).status).toBe(0);
  const rejected = await ra('show', id);
  expect(rejected.stdout).toContain('The recommendation is missing.');
  expect(rejected.status).toBe(2);

  // Twice the same file is once; what came since is undecided again.
  expect((await ra('take', whole)).status).toBe(0);
  expect((await ra('take', whole)).status).toBe(0);
  const [listed] = JSON.parse((await ra('list', '--json')).stdout) as Record<string, unknown>[];
  expect(listed).toMatchObject({ id, state: 'received', times: 2 });
  expect((await ra('accept', id)).status).toBe(0);
  expect((await ra('reject', id, '--reason', 'Too late.')).stderr).toContain('RA_CASE_DECIDED');

  const out = join(folder, 'keluar');
  expect((await ra('show', id, '--full', '--out', out)).stdout).toContain(APPLICANT.nip);
  expect(readdirSync(join(out, 'papers'))).toHaveLength(4);
  expect(readFileSync(join(out, 'papers/1.pdf'), 'latin1')).toContain('%PDF-1.7 letter');

  // Encrypted, and apart from the reports.
  expect(existsSync(store)).toBe(false);
  for (const name of readdirSync(folder).filter((one) => one.includes('.permohonan'))) {
    expect(readFileSync(join(folder, name), 'latin1')).not.toMatch(
      /Budi Contoh|%PDF|recommendation/,
    );
  }
  const other = join(folder, 'lain');
  writeFileSync(other, 'rahasia lain yang panjang\n', { mode: 0o600 });
  const strange = ['ra', 'application', 'list', '--store', store, '--desk-file', other];
  expect((await pena(strange)).stderr).toContain('RA_STORE_UNREADABLE');
});

it('takes no report for an application, and no application for a report', async () => {
  const { file } = office();
  const aReport = file('laporan', await writePackage(report(), [], null));
  const taken = await pena(['ra', 'application', 'check', aReport]);
  expect(taken.stderr).toContain('PACKAGE_INVALID');
  let code = '';
  try {
    openPackage(await applicationFile('individual'));
  } catch (thrown) {
    code = toPenaError(thrown).code;
  }
  expect(code).toBe('PACKAGE_INVALID');
});
