// A batch in practice mode: every document is marked, under its own name, and worth nothing outside.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfsigSays } from '../support/other-validators.ts';
import { whyNoSoftHsm } from '../support/softhsm.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn } from './support/pena.ts';

const reason = whyNoSoftHsm();
const NAMES = ['surat-a.pdf', 'surat-b.pdf'];

test.skipIf(reason !== null)(
  `a batch in practice mode marks each document${reason ? ` (${reason})` : ''}`,
  async () => {
    const [work, out] = [temporaryFolder(), temporaryFolder()];
    const files = NAMES.map((name) => sampleIn(work, name));
    const listed = await pena(['--practice', 'tokens', '--json']);
    const tokens = JSON.parse(listed.stdout) as {
      certificates: { sha256: string; canSign: boolean }[];
    }[];
    const own = tokens.flatMap((one) => one.certificates).find(({ canSign }) => canSign);
    const plan = join(work, 'rencana.json');
    const planned = ['batch', 'plan', ...files, '--cert', own?.sha256 ?? '', '--out', plan];
    expect(await pena(['--practice', ...planned])).toMatchObject({ status: 0 });
    const run = await pena(
      ['--practice', 'batch', 'run', '--offline', plan, '--out', out, '--pin-stdin'],
      { input: '123456\n' },
    );
    expect(run.stderr).toContain('MODE LATIHAN');
    expect(run.stdout).toContain('2 ditandatangani, 0 sudah sebelumnya, 0 gagal, 0 belum');
    expect(run.status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(NAMES);
    for (const name of NAMES) {
      const signed = join(out, name);
      expect(pdfsigSays(signed)).toEqual(['Signature is Valid.']);
      expect(execFileSync('pdftotext', [signed, '-']).toString()).toMatch(
        /LATIHAN: ditandatangani/,
      );
      const told = await pena(['verify', '--offline', signed]);
      expect(told.stdout).toContain('Ditandatangani dalam mode latihan');
    }
  },
);
