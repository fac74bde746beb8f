// `pena report`: the three forms of one verification, and what it ends with.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qpdfCheck } from '../support/other-validators.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn } from './support/pena.ts';

describe('pena report', () => {
  it('writes a PDF by the ending of the file, in the language asked for', async () => {
    const folder = temporaryFolder();
    const file = sampleIn(folder);
    const out = join(folder, 'laporan.pdf');
    const run = await pena(['report', file, '--out', out, '--offline']);
    expect(run).toMatchObject({ status: 3, stderr: '' });
    expect(run.stdout).toContain('Laporan tentang 1 berkas ditulis');
    expect(qpdfCheck(out)).toEqual({ status: 0, complaints: 0 });
    expect(execFileSync('pdftotext', [out, '-']).toString()).toContain(
      'Tidak ditandatangani secara elektronik.',
    );
    const english = join(folder, 'report.pdf');
    await pena(['report', file, '--out', english, '--lang', 'en', '--offline']);
    expect(execFileSync('pdftotext', [english, '-']).toString()).toContain(
      'Not electronically signed.',
    );
  });

  it('writes XML and JSON of many, and ends as verify does', async () => {
    const folder = temporaryFolder();
    const file = sampleIn(folder);
    const broken = join(folder, 'rusak.pdf');
    writeFileSync(broken, 'bukan PDF');
    const json = join(folder, 'laporan.txt');
    const args = ['report', file, broken, '--offline'];
    expect(await pena([...args, '--out', json, '--format', 'json'])).toMatchObject({ status: 65 });
    const { meta, files } = JSON.parse(readFileSync(json, 'utf8')) as {
      meta: object;
      files: { verdict: string; error: { code: string } | null }[];
    };
    expect(meta).toMatchObject({ tool: 'Pena', judgedFor: null });
    expect(files.map(({ verdict, error }) => [verdict, error?.code ?? null])).toEqual([
      ['NO_SIGNATURE', null],
      ['INDETERMINATE', 'PDF_NOT_A_PDF'],
    ]);
    const xml = join(folder, 'laporan.xml');
    await pena([...args, '--out', xml]);
    expect(readFileSync(xml, 'utf8').match(/<vr:SignatureValidationReport>/g)).toHaveLength(2);
  });

  it('asks for a form it knows, and overwrites nothing', async () => {
    const folder = temporaryFolder();
    const file = sampleIn(folder);
    const unknown = join(folder, 'laporan.docx');
    expect(await pena(['report', file, '--out', unknown])).toMatchObject({ status: 64 });
    expect(existsSync(unknown)).toBe(false);
    const there = join(folder, 'ada.json');
    writeFileSync(there, 'tetap');
    const run = await pena(['report', file, '--out', there, '--offline']);
    expect(run.stderr).toContain('FILE_OUTPUT_EXISTS');
    expect(readFileSync(there, 'utf8')).toBe('tetap');
  });
});
