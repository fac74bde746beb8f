// The statement bears the number that its owner's agency gave it; no other letter of the case does.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { letterOf } from '../../../../electron/main/lost-key/files.ts';
import { BARE } from '../../../core/lifecycle/lost-key/sample-case.ts';

it('stands on the statement alone', async () => {
  const lost = { ...BARE, statementNumber: '800/12/UJI/2026' };
  const text = async (name: string, one: typeof BARE): Promise<string> => {
    const input = Buffer.from(await letterOf(name, one, 'WITA', 'uji'));
    return execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
  };
  expect(await text('surat-keterangan', lost)).toMatch(/Nomor\s*:?\s*800\/12\/UJI\/2026/);
  expect(await text('surat-keterangan', BARE)).not.toContain('800/12');
  expect(await text('laporan-pertama', lost)).not.toContain('800/12');
});
