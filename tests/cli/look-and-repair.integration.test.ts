// Documents looked over before signing, refused or accepted; broken ones rebuilt; folders verified.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { corpusDir, NO_CORPUS } from '../support/corpus.ts';
import { qpdfCheck } from '../support/other-validators.ts';
import { makeTestSigner } from '../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn, type Run } from './support/pena.ts';

const folder = sharedTemporaryFolder();
const p12 = join(folder, 'ec-P-256.p12');
const KEY = ['--p12', p12, '--pin-stdin', '--offline'];
const PIN = { input: 'uji-saja\n' };

beforeAll(async () => {
  await makeTestSigner(folder, 'ec:P-256');
});

const jsonOf = ({ stdout }: Run) => JSON.parse(stdout) as Record<string, unknown>[];

/** A page that, opened, starts a program (ISO 32000-2 12.6.4.6) and runs a script (12.6.4.17). */
function launching(path: string): string {
  const script = '<</S/JavaScript/JS(app.beep\\(\\))>>';
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(program)/Next ${script}>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = '%PDF-1.7\n';
  const rows = objects.map((body, index) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${String(index + 1)} 0 obj\n${body}\nendobj\n`;
    return row;
  });
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${rows.join('')}`;
  text += `trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF\n`;
  writeFileSync(path, text);
  return path;
}

test('what would be refused is said, with everything else that was found', async () => {
  const file = launching(join(temporaryFolder(), 'luncur.pdf'));
  const text = await pena(['inspect', file]);
  expect(text).toMatchObject({ status: 1, stderr: '' });
  expect(text.stdout).toMatch(/^Tidak akan ditandatangani: /);
  expect(text.stdout).toContain('[ditolak]    Dokumen dapat menjalankan program lain di 1 tempat.');
  expect(text.stdout).toContain('[perhatian]  Dokumen memuat program (JavaScript) di 1 tempat');
  const json = await pena(['inspect', file, '--json', '--lang', 'en']);
  expect(jsonOf(json)).toMatchObject([
    { file, version: '1.7', pages: 1, signatures: 0, maySign: false, error: null },
  ]);
  const findings = jsonOf(json)[0]?.['findings'];
  expect(findings).toContainEqual({
    ...{ code: 'LAUNCHES_PROGRAMS', severity: 'refusal', params: { count: 1 } },
    text: 'The document can start other programs (places: 1).',
  });
});

test('refused before the key is opened; accepted with a warning, and noted', async () => {
  const work = temporaryFolder();
  const file = launching(join(work, 'luncur.pdf'));
  const output = join(work, 'ttd.pdf');
  const sign = ['sign', file, '--out', output];
  // A key that is not there is not asked for.
  const refused = await pena([...sign, '--p12', join(work, 'tiada.p12'), '--json'], PIN);
  expect(refused.status).toBe(65);
  expect(jsonOf(refused)).toMatchObject([
    {
      ...{ status: 'failed', error: { code: 'PREFLIGHT_REFUSED' } },
      findings: [{ code: 'JAVASCRIPT' }, { code: 'LAUNCHES_PROGRAMS' }],
    },
  ]);
  expect(readdirSync(work)).toEqual(['luncur.pdf']);
  const accepted = await pena([...sign, ...KEY, '--accept-findings'], PIN);
  expect(accepted.status).toBe(0);
  expect(accepted.stderr).toMatch(/^Perhatikan sebelum menandatangani .*luncur\.pdf:\n/);
  expect(accepted.stderr).toContain('(LAUNCHES_PROGRAMS)');
  const journal = await pena(['journal', 'show']);
  expect(journal.stdout).toContain('sign-despite-warning');
});

test('one refused document of a batch leaves the others alone', async () => {
  const work = temporaryFolder();
  const files = [launching(join(work, 'luncur.pdf')), sampleIn(work)];
  mkdirSync(join(work, 'hasil'));
  const run = await pena(['sign', ...files, '--out', join(work, 'hasil'), ...KEY], PIN);
  expect(run.status).toBe(65);
  expect(run.stderr).toContain('Kode: PREFLIGHT_REFUSED');
  expect(readdirSync(join(work, 'hasil'))).toEqual(['sk.pdf']);
});

test('a broken file is rebuilt beside it, a signed one is not', async () => {
  const work = temporaryFolder();
  const at = (name: string): string => join(work, name);
  const whole = readFileSync(sampleIn(work));
  const broken = Buffer.from(
    whole.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n1'),
    'latin1',
  );
  writeFileSync(at('rusak.pdf'), broken);
  expect((await pena(['verify', at('rusak.pdf')])).stderr).toContain('pena repair');
  const run = await pena(['repair', at('rusak.pdf'), '--out', at('baru.pdf')]);
  expect(run).toMatchObject({ status: 0, stderr: '' });
  expect(run.stdout).toContain('Berkas asli tetap seperti semula.');
  expect(readFileSync(at('rusak.pdf')).equals(broken)).toBe(true);
  expect(qpdfCheck(at('baru.pdf'))).toEqual({ status: 0, complaints: 0 });
  const again = ['repair', at('rusak.pdf'), '--out', at('baru.pdf'), '--json'];
  expect(await pena(again)).toMatchObject({ status: 64 });
  expect(JSON.parse((await pena([...again, '--overwrite'])).stdout)).toMatchObject({ pages: 2 });
  await pena(['sign', at('sk.pdf'), '--out', at('ttd.pdf'), ...KEY], PIN);
  const signed = await pena(['repair', at('ttd.pdf'), '--out', at('ttd-baru.pdf')]);
  expect(signed.status).toBe(65);
  expect(signed.stderr).toContain('Kode: PDF_REPAIR_SIGNED');
});

test('a folder: one object a line, in order, and a table beside it', async () => {
  const work = temporaryFolder();
  const archive = join(work, 'arsip');
  mkdirSync(join(archive, '2025'), { recursive: true });
  const at = (name: string): string => join(archive, name);
  sampleIn(archive, 'b.pdf');
  await pena(['sign', at('b.pdf'), '--out', at('2025/a.PDF'), ...KEY], PIN);
  writeFileSync(at('c.pdf'), 'bukan PDF');
  writeFileSync(at('catatan.txt'), '');
  const csv = join(work, 'hasil.csv');
  const args = ['verify', archive, '--offline', '--csv', csv];
  const run = await pena([...args, '--jsonl']);
  expect(run.status).toBe(65);
  const lines = run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(lines).toMatchObject([
    { file: at('2025/a.PDF'), verdict: 'INDETERMINATE', signatures: [{ intact: true }] },
    { file: at('b.pdf'), verdict: 'NO_SIGNATURE' },
    { file: at('c.pdf'), error: { code: 'PDF_NOT_A_PDF' } },
  ]);
  const rows = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
  expect(rows.map((row) => row.split(',').slice(2, 4))).toEqual([
    ['verdict', 'code'],
    ['INDETERMINATE', 'CHAIN_NOT_FOUND'],
    ['NO_SIGNATURE', ''],
    ['INDETERMINATE', 'PDF_NOT_A_PDF'],
  ]);
  expect((await pena(args)).stderr).toContain('--overwrite');
  const text = await pena([...args, '--overwrite']);
  expect(text.stdout).toMatch(/\n3 berkas diperiksa\n(.*\n)*.*Tidak ditandatangani +1\n/);
  mkdirSync(join(work, 'kosong'));
  expect(await pena(['verify', join(work, 'kosong')])).toMatchObject({ status: 64, stdout: '' });
});

test('looks over the odd files', async ({ skip }) => {
  const corpus = corpusDir();
  if (corpus === null) return skip(NO_CORPUS);
  const names = readdirSync(join(corpus, 'odd')).filter((name) => name.endsWith('.pdf'));
  const run = await pena(['inspect', ...names.map((name) => join(corpus, 'odd', name)), '--json']);
  const reports = jsonOf(run);
  expect(reports).toHaveLength(names.length);
  const readable = reports.filter(({ error }) => error === null);
  expect(readable.every(({ version }) => /^\d\.\d$/.test(String(version)))).toBe(true);
  const codesOf = (name: string): string[] => {
    const report = reports.find(({ file }) => String(file).endsWith(`/${name}`));
    return (report?.['findings'] as { code: string }[]).map(({ code }) => code);
  };
  // By their names and by qpdf's JSON: a page with /Rotate, standard fonts that are not embedded.
  expect(codesOf('hello_world_rotated.pdf')).toContain('PAGES_ROTATED');
  expect(codesOf('standard_fonts.pdf')).toContain('FONTS_NOT_EMBEDDED');
});
