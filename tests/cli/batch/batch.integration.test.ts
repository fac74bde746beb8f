// `pena batch`, `pena journal` and `pena prepare` as an office uses them, with a key in a file.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSoftHsm, type TestToken, USER_PIN, whyNoSoftHsm } from '../../support/softhsm.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { png } from '../../support/png.ts';
import { pdfsigSays } from '../../support/other-validators.ts';
import { manyDocuments, planFor, sha256Of } from '../support/batch.ts';
import { makeP12, P12_PASSPHRASE, pena, type Run, sampleIn } from '../support/pena.ts';

const reason = whyNoSoftHsm();

describe.skipIf(reason !== null)(`an office${reason ? ` (${reason})` : ''}`, () => {
  const folder = sharedTemporaryFolder();
  let token: TestToken;
  let p12: string;

  beforeAll(async () => {
    token = await makeSoftHsm(folder);
    p12 = makeP12(folder, token.keys[1]);
  });

  const places = () => {
    const [work, out] = [temporaryFolder(), temporaryFolder()];
    return { work, out, journal: join(temporaryFolder(), 'jurnal') };
  };
  const withKey = (args: readonly string[]): Promise<Run> =>
    pena([...args, '--p12', p12, '--pin-stdin'], { input: `${P12_PASSPHRASE}\n` });

  it('plans, reviews, signs and sums up', async () => {
    const { work, out, journal } = places();
    const files = manyDocuments(work, 4);
    writeFileSync(files[3] ?? '', 'rusak');
    const plan = join(work, 'rencana.json');
    const cert = sha256Of(token.keys[1].certificate);
    const stamp = ['--stamp', 'last:300,60,200,70', '--text', 'Wali Kota'];
    const planned = await pena([
      'batch',
      'plan',
      ...files,
      '--cert',
      cert,
      '--out',
      plan,
      ...stamp,
    ]);
    expect(planned).toMatchObject({ status: 0, stderr: '' });
    const review = await withKey(['batch', 'review', plan, '--json']);
    expect(JSON.parse(review.stdout)).toMatchObject([
      ...files.slice(0, 3).map((file, index) => ({
        ...{ file: `surat-000${String(index)}.pdf`, pages: 1, signatures: 0, error: null },
        sha256: sha256Of(readFileSync(file)),
      })),
      { file: 'surat-0003.pdf', pages: null, error: { code: 'PDF_NOT_A_PDF' } },
    ]);
    expect(review.status).toBe(65);
    // A token shows its certificate without a PIN.
    const shown = await pena(['batch', 'review', plan, '--json', '--module', token.module], {
      env: token.env,
    });
    expect([shown.status, JSON.parse(shown.stdout)]).toEqual([65, JSON.parse(review.stdout)]);
    expect(readdirSync(out)).toEqual([]);
    const csv = join(work, 'ringkasan.csv');
    const more = ['--journal', journal, '--csv', csv];
    const run = await withKey(['batch', 'run', '--offline', plan, '--out', out, ...more]);
    expect(run.status).toBe(65);
    expect(run.stdout).toContain('3 ditandatangani, 0 sudah sebelumnya, 1 gagal, 0 belum');
    for (const name of ['surat-0000.pdf', 'surat-0002.pdf']) {
      expect(pdfsigSays(join(out, name))).toEqual(['Signature is Valid.']);
    }
    expect(readFileSync(csv, 'utf8').split('\r\n')).toHaveLength(6);
    // Mended, the fourth one is signed, and only it.
    writeFileSync(files[3] ?? '', readFileSync(files[0] ?? ''));
    const again = await withKey([
      'batch',
      'run',
      '--offline',
      plan,
      '--out',
      out,
      '--journal',
      journal,
    ]);
    expect(again.stdout).toContain('1 ditandatangani, 3 sudah sebelumnya, 0 gagal, 0 belum');
    expect(readdirSync(out)).toHaveLength(4);
    const verified = await pena(['journal', 'verify', '--journal', journal, '--json']);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, records: 9 });
  });

  it('draws the plan’s footer, certifies, and prints what the signer adds to stamps', async () => {
    const { work, out, journal } = places();
    const files = manyDocuments(work, 2);
    const plan = join(work, 'rencana.json');
    const cert = sha256Of(token.keys[1].certificate);
    const specimen = join(work, 'spesimen.png');
    writeFileSync(specimen, png(120, 40, [0, 0, 120, 255]));
    const drawn = ['--stamp', 'last:300,60,180,110', '--design', 'spesimen'];
    const first = ['--footer', 'kode-qr', '--qr', 'https://verifikasi.example/7', '--certify', '2'];
    const planned = await pena([
      ...['batch', 'plan', ...files, '--cert', cert, '--out', plan, ...drawn, ...first],
    ]);
    expect(planned).toMatchObject({ status: 0, stderr: '' });
    const run = ['batch', 'run', '--offline', plan, '--out', out, '--journal', journal];
    const without = await withKey(run);
    expect(without.stderr).toContain('STAMP_SPECIMEN_MISSING');
    expect(readdirSync(out).filter((name) => name.endsWith('.pdf'))).toEqual([]);
    const whole = await withKey([...run, '--nip', '19800101', '--specimen', specimen]);
    expect(whole.status).toBe(0);
    const signed = join(out, 'surat-0001.pdf');
    expect(pdfsigSays(signed)).toEqual(['Signature is Valid.']);
    const text = execFileSync('pdftotext', [signed, '-'], { encoding: 'utf8' });
    expect(text).toContain('NIP 19800101');
    expect(text).toContain('Surat ini dapat dibuktikan keasliannya');
    const images = execFileSync('pdfimages', ['-list', signed], { encoding: 'utf8' });
    expect(images).toMatch(/\b120\s+40\b/);
    expect(readFileSync(signed, 'latin1')).toMatch(/\/DocMDP[\s\S]*\/P 2\b/);
  });

  it('signs what was sealed, and refuses by name what was changed afterwards', async () => {
    const { work, out, journal } = places();
    const files = manyDocuments(work, 3);
    const plan = planFor(join(work, 'rencana.json'), files, token.keys[1].certificate);
    const sealedFile = join(work, 'untuk-wali-kota.penabatch');
    const seal = await pena(['batch', 'seal', plan, '--out', sealedFile, '--journal', journal]);
    expect(seal.status).toBe(0);
    const digest = sha256Of(Buffer.from(readFileSync(sealedFile, 'utf8').split('\n')[0] ?? ''));
    expect(seal.stdout).toContain(digest);
    writeFileSync(files[1] ?? '', readFileSync(files[2] ?? ''));
    const run = await withKey([
      'batch',
      'run',
      '--offline',
      sealedFile,
      '--out',
      out,
      '--journal',
      journal,
    ]);
    expect(run.stdout).toContain(digest);
    expect(run.stdout).toMatch(/^Berkas yang disegel +3$/m);
    expect(run.stderr).toContain('SEAL_BROKEN');
    expect(run.stderr).toContain('surat-0001.pdf');
    expect(readdirSync(out).filter((name) => !name.startsWith('.'))).toEqual([
      ...['surat-0000.pdf', 'surat-0002.pdf'],
    ]);
    const text = readFileSync(sealedFile, 'utf8');
    writeFileSync(sealedFile, text.replace('surat-0000.pdf', 'surat-0009.pdf'));
    const broken = await withKey([
      'batch',
      'run',
      '--offline',
      sealedFile,
      '--out',
      out,
      '--journal',
      journal,
    ]);
    expect(broken).toMatchObject({ status: 65, stdout: '' });
    expect(broken.stderr).toContain('SEAL_INVALID');
  });

  it('spends one try on a wrong PIN, and says how to go on', async () => {
    const { work, out, journal } = places();
    const plan = planFor(
      join(work, 'rencana.json'),
      manyDocuments(work, 5),
      token.keys[0].certificate,
    );
    const args = ['batch', 'run', '--offline', plan, '--out', out, '--module', token.module];
    const wrong = await pena([...args, '--journal', journal, '--pin-stdin'], {
      ...{ input: '999999\n', env: token.env },
    });
    expect(wrong.status).toBe(69);
    expect(wrong.stderr).toContain('TOKEN_PIN_INCORRECT');
    expect(wrong.stdout).toContain('0 ditandatangani, 0 sudah sebelumnya, 1 gagal, 4 belum');
    // SoftHSM has lowered its counter by the one try.
    const right = await pena([...args, '--journal', journal, '--pin-stdin'], {
      ...{ input: `${USER_PIN}\n`, env: token.env },
    });
    expect(right).toMatchObject({ status: 0 });
    expect(readdirSync(out)).toHaveLength(5);
    const all = readdirSync(journal).map((name) => readFileSync(join(journal, name), 'utf8'));
    expect(all.join('')).not.toMatch(/999999|482915|surat-/);
  });

  it('finds what was done to the journal, and exports it disguised', async () => {
    const { work, out, journal } = places();
    const plan = planFor(
      join(work, 'rencana.json'),
      manyDocuments(work, 3),
      token.keys[1].certificate,
    );
    expect(
      await withKey(['batch', 'run', '--offline', plan, '--out', out, '--journal', journal]),
    ).toMatchObject({ status: 0, stderr: '' });
    const exported = join(work, 'jurnal.jsonl');
    const where = ['--journal', journal];
    const told = await pena(['journal', 'export', '--out', exported, ...where]);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    const text = readFileSync(exported, 'utf8');
    expect(text).not.toContain(sha256Of(token.keys[1].certificate));
    const head = /\b(\d+:[0-9a-f]{64})\b/.exec(told.stdout)?.[1] ?? '';
    const expected = ['journal', 'verify', ...where, '--expect', head];
    expect((await pena(expected)).status).toBe(0);
    const path = join(journal, 'journal-000001.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"level":"B-B"', '"level":"B-T"'));
    const verified = await pena(['journal', 'verify', ...where, '--lang', 'en']);
    expect(verified.status).toBe(1);
    expect(verified.stdout).toContain('journal-000001.jsonl, line 2: was edited');
  });

  it('says of a prepared field that it lies on text', async () => {
    const { work, journal } = places();
    const sample = sampleIn(work);
    const fields = ['paraf:Paraf:1:60,140,40,20', 'penanda-tangan:Wali Kota:last:300,60,200,70'];
    const args = (name: string) => [
      ...['prepare', sample, '--out', join(work, name), '--journal', journal],
      ...fields.flatMap((field) => ['--field', field]),
    ];
    const prepared = await pena(args('siap.pdf'));
    expect(prepared.status).toBe(0);
    expect(prepared.stderr).toMatch(/^Perhatian: di tempat ini ada tulisan: Wali Kota\. /);
    const json = await pena([...args('siap-2.pdf'), '--json']);
    expect([json.stderr, JSON.parse(json.stdout)]).toMatchObject(['', { onText: ['Wali Kota'] }]);
    // What it warns of: the stamp is refused once somebody has signed.
    const sign = (from: string, to: string, ...rest: string[]): Promise<Run> =>
      withKey(['sign', '--offline', join(work, from), '--out', join(work, to), '--field', ...rest]);
    expect((await sign('siap.pdf', 'satu.pdf', 'Paraf')).status).toBe(0);
    const stamped = await sign('satu.pdf', 'dua.pdf', 'Wali Kota', '--text', 'Wali Kota');
    expect([stamped.status, stamped.stderr]).toMatchObject([
      65,
      expect.stringContaining('PDF_STAMP_COVERS_TEXT'),
    ]);
  });

  it('prepares the order of signing, and keeps to it', async () => {
    const { work, journal } = places();
    const [file = ''] = manyDocuments(work, 1);
    const ready = join(work, 'siap.pdf');
    const fields = [
      'paraf:Paraf Kabag:1:50,60,40,20',
      'penanda-tangan:Wali Kota:last:300,60,200,70',
    ];
    const prepared = await pena([
      ...['prepare', file, '--out', ready, '--journal', journal, '--json'],
      ...fields.flatMap((field) => ['--field', field]),
    ]);
    expect(JSON.parse(prepared.stdout)).toMatchObject({
      steps: [
        { field: 'Paraf Kabag', role: 'paraf', order: 1, signed: false },
        { field: 'Wali Kota', role: 'penanda-tangan', order: 2 },
      ],
      turn: ['Paraf Kabag'],
    });
    const sign = (from: string, to: string, field: string): Promise<Run> =>
      withKey(['sign', '--offline', from, '--out', join(work, to), '--field', field]);
    const early = await sign(ready, 'awal.pdf', 'Wali Kota');
    expect(early.status).toBe(64);
    expect(early.stderr).toContain('WORKFLOW_OUT_OF_TURN');
    expect((await sign(ready, 'satu.pdf', 'Paraf Kabag')).status).toBe(0);
    expect((await sign(join(work, 'satu.pdf'), 'dua.pdf', 'Wali Kota')).status).toBe(0);
    expect(pdfsigSays(join(work, 'dua.pdf'))).toEqual([
      ...['Signature is Valid.', 'Signature is Valid.'],
    ]);
  });
});
