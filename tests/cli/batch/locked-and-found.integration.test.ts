// `pena batch` with files that are locked, that hold what the policy minds, or that were changed after an
// earlier signature.
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { classicFile } from '../../core/support/small-files.ts';
import { encryptFile } from '../../support/encrypted-files.ts';
import { pdfsigSays, qpdfIsEncrypted } from '../../support/other-validators.ts';
import { makeTestSigner, signFile } from '../../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../../support/temporary-folder.ts';
import { manyDocuments, planFor } from '../support/batch.ts';
import { pena, type Run } from '../support/pena.ts';
import { hasTerminal, penaAtTerminal } from '../support/terminal.ts';

const PASSPHRASE = 'uji-saja';
const folder = sharedTemporaryFolder();
const p12 = join(folder, 'ec-P-256.p12');
let signer: Awaited<ReturnType<typeof makeTestSigner>>['key'];

beforeAll(async () => {
  ({ key: signer } = await makeTestSigner(folder, 'ec:P-256'));
});

/** An open file, two with one password, one with another; and the place of their plan. */
function lockedFiles() {
  const work = temporaryFolder();
  const [open = '', ...plain] = manyDocuments(work, 4);
  const users = ['sandi-satu', 'sandi-satu', 'sandi-lain'];
  const locked = plain.map((file, index) => {
    const path = join(work, `terkunci-${String(index)}.pdf`);
    const choice = { kind: 'AES-256 (V 5, R 6)', owner: 'kuasa' } as const;
    encryptFile(file, path, { ...choice, user: users[index] ?? '' });
    return path;
  });
  const plan = planFor(join(work, 'rencana.json'), [open, ...locked], signer.certificate);
  const [out, journal] = [join(work, 'hasil'), join(work, 'jurnal')];
  mkdirSync(out);
  return { work, plan, out, journal };
}

/** A plan for one file, beside it. */
function planOf(file: string): string {
  return planFor(`${file}.json`, [file], signer.certificate);
}

const runPlan = (plan: string, out: string, journal: string, more: readonly string[] = []) => [
  ...['batch', 'run', plan, '--out', out, '--journal', journal, '--offline', '--p12', p12, ...more],
];
const withKey = (args: readonly string[]): Promise<Run> =>
  pena([...args, '--pin-stdin'], { input: `${PASSPHRASE}\n` });
const itemsOf = ({ stdout }: Run) =>
  (JSON.parse(stdout) as { items: { status: string; error: { code: string } | null }[] }).items.map(
    ({ status, error }) => error?.code ?? status,
  );

test.skipIf(!hasTerminal())(
  'asks for each password once, leaves out what is not opened; and asks again for that alone',
  async () => {
    const { work, plan, out, journal } = lockedFiles();
    const passphrase = [/ec-P-256\.p12.*: $/s, `${PASSPHRASE}\r`] as const;
    const { status, screen } = await penaAtTerminal(runPlan(plan, out, journal), [
      passphrase,
      [/terkunci-0\.pdf .*: $/s, 'keliru\r'],
      [/tidak cocok[^]*terkunci-0\.pdf .*: $/s, 'sandi-satu\r'],
      [/terkunci-2\.pdf .*: $/s, '\r'],
    ]);
    expect(screen).toContain('3 ditandatangani, 0 sudah sebelumnya, 1 gagal, 0 belum');
    expect(screen).toContain('PDF_PASSWORD_NEEDED');
    expect(screen).not.toContain('terkunci-1.pdf (');
    expect(status).toBe(65);
    const user = { whose: 'user', text: 'sandi-satu' } as const;
    for (const name of ['terkunci-0.pdf', 'terkunci-1.pdf']) {
      expect(pdfsigSays(join(out, name), user)).toEqual(['Signature is Valid.']);
      expect(qpdfIsEncrypted(join(out, name))).toBe(true);
    }
    const again = await penaAtTerminal(runPlan(plan, out, journal), [
      passphrase,
      [/terkunci-2\.pdf .*: $/s, 'sandi-lain\r'],
    ]);
    expect(again.screen).toContain('1 ditandatangani, 3 sudah sebelumnya, 0 gagal, 0 belum');
    expect(again).toMatchObject({ status: 0 });
    expect(again.screen).not.toMatch(/terkunci-[01]\.pdf \(/);
    // Neither on the screen nor anywhere on the disk.
    const kept = [screen, again.screen, ...[work, out, journal].flatMap(textsIn)].join('\n');
    expect(kept).not.toMatch(/sandi-satu|sandi-lain|keliru/);
  },
);

test('takes one password beforehand, and names the files that it does not open', async () => {
  const { plan, out, journal } = lockedFiles();
  const args = [...runPlan(plan, out, journal, ['--json']), '--password-stdin', '--pin-fd', '3'];
  const run = await pena(args, { input: 'sandi-satu\n', fd3: `${PASSPHRASE}\n` });
  expect(itemsOf(run)).toEqual(['signed', 'signed', 'signed', 'PDF_PASSWORD_INCORRECT']);
  // Nobody to ask: named, and signed by the owner's password for all.
  const silent = await withKey(runPlan(plan, out, journal, ['--json']));
  expect(itemsOf(silent)).toEqual([
    ...['already-signed', 'already-signed', 'already-signed', 'PDF_PASSWORD_NEEDED'],
  ]);
  const owner = await pena(args, { input: 'kuasa\n', fd3: `${PASSPHRASE}\n` });
  expect(owner.status).toBe(0);
  const both = await withKey([...runPlan(plan, out, journal), '--password-stdin']);
  expect(both.status).toBe(64);
});

test('what the policy refuses stops its file, or is signed on the record; a warning is shown', async () => {
  const work = temporaryFolder();
  const made = ['/S /JavaScript /JS (x)', '/S /Launch /F (x)'].map((action, index) => {
    const path = join(work, `surat-${String(index)}.pdf`);
    writeFileSync(path, classicFile({ catalog: `/OpenAction << ${action} >>` }));
    return path;
  });
  const plan = planFor(join(work, 'rencana.json'), made, signer.certificate);
  const [out, journal] = [join(work, 'hasil'), join(work, 'jurnal')];
  mkdirSync(out);
  const review = await withKey(['batch', 'review', plan, '--p12', p12, '--json']);
  expect(JSON.parse(review.stdout)).toMatchObject([
    { error: null, findings: [{ code: 'JAVASCRIPT', severity: 'warning' }] },
    { error: { code: 'PREFLIGHT_REFUSED' }, findings: [{ code: 'LAUNCHES_PROGRAMS' }] },
  ]);
  const sealed = join(work, 'untuk-wali-kota.penabatch');
  await pena(['batch', 'seal', plan, '--out', sealed, '--journal', journal]);
  const run = await withKey(runPlan(sealed, out, journal));
  expect(run.status).toBe(65);
  expect(run.stderr).toContain('(JAVASCRIPT)');
  expect(run.stderr).toContain('PREFLIGHT_REFUSED');
  expect(run.stdout).toContain('1 ditandatangani, 0 sudah sebelumnya, 1 gagal');
  const accepted = await withKey(runPlan(sealed, out, journal, ['--accept-findings']));
  expect(accepted.status).toBe(0);
  expect(accepted.stderr).not.toContain('(JAVASCRIPT)');
  expect(pdfsigSays(join(out, 'surat-1.pdf'))).toEqual(['Signature is Valid.']);
  expect(overridesIn(journal)).toEqual(['sign-despite-warning']);
});

test('what was changed after a signature is refused at the review, or signed on the record', async () => {
  const work = temporaryFolder();
  const plain = join(work, 'surat.pdf');
  const content = '<< /Length 3 >>\nstream\nq Q\nendstream';
  writeFileSync(plain, classicFile({ page: '/Contents 4 0 R', objects: [content] }));
  const file = join(work, 'ttd.pdf');
  await signFile(plain, file, signer);
  replaceFirstPage(file);
  const review = await withKey(['batch', 'review', planOf(file), '--p12', p12, '--json']);
  expect(JSON.parse(review.stdout)).toMatchObject([
    { error: { code: 'PDF_CHANGED_AFTER_SIGNING' } },
  ]);
  const [out, journal] = [join(work, 'hasil'), join(work, 'jurnal')];
  mkdirSync(out);
  const refused = await withKey(runPlan(planOf(file), out, journal, ['--json']));
  expect(itemsOf(refused)).toEqual(['PDF_CHANGED_AFTER_SIGNING']);
  expect(overridesIn(journal)).toEqual([]);
  const accepted = await withKey(
    runPlan(planOf(file), out, journal, ['--accept-changes', '--json']),
  );
  expect(itemsOf(accepted)).toEqual(['signed']);
  expect(overridesIn(journal)).toEqual(['sign-after-changes']);
});

test('a folder stands for the PDFs in it and below, each with a result of its own name', async () => {
  const work = temporaryFolder();
  const below = join(work, 'masuk', 'dinas');
  mkdirSync(below, { recursive: true });
  manyDocuments(join(work, 'masuk'), 2);
  manyDocuments(below, 1);
  writeFileSync(join(work, 'masuk', 'catatan.txt'), 'bukan PDF');
  const out = join(work, 'rencana.json');
  const args = ['batch', 'plan', join(work, 'masuk'), '--cert', 'ab'.repeat(32), '--out', out];
  expect(await pena(args)).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    files: [
      { file: 'masuk/dinas/surat-0000.pdf', output: 'surat-0000.pdf' },
      { file: 'masuk/surat-0000.pdf', output: 'surat-0000-2.pdf' },
      { file: 'masuk/surat-0001.pdf', output: 'surat-0001.pdf' },
    ],
  });
  expect((await pena(args)).stderr).toContain('FILE_OUTPUT_EXISTS');
  expect(await pena([...args, '--overwrite'])).toMatchObject({ status: 0 });
});

/** Another content for the page, in a revision of its own (ISO 32000-2 7.5.6). */
function replaceFirstPage(file: string): void {
  const before = readFileSync(file, 'latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(before)?.[1]);
  const tail = before.slice(start);
  const [size, root] = [/\/Size (\d+)/, /\/Root (\d+ 0 R)/].map((one) => one.exec(tail)?.[1] ?? '');
  const at = before.length + 1;
  const object = '4 0 obj\n<< /Length 11 >>\nstream\n0 0 9 9 re f\nendstream\nendobj\n';
  appendFileSync(
    file,
    `\n${object}xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \n` +
      `trailer\n<</Size ${size ?? ''}/Root ${root ?? ''}/Prev ${String(start)}>>\n` +
      `startxref\n${String(at + object.length)}\n%%EOF\n`,
    'latin1',
  );
}

function textsIn(place: string): string[] {
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [readFileSync(join(place, entry.name), 'latin1')] : [],
  );
}

function overridesIn(journal: string): string[] {
  const found = textsIn(journal)
    .join('\n')
    .matchAll(/"override":"([a-z-]+)"/g);
  return [...found].map(([, name = '']) => name);
}
