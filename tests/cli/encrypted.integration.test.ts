// Locked PDFs from the terminal: the password through standard input or a descriptor, beside the PIN.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { encryptFile } from '../support/encrypted-files.ts';
import { pdfsigSays, qpdfIsEncrypted } from '../support/other-validators.ts';
import { makeTestSigner } from '../support/signing.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { pena, sampleIn, type Run } from './support/pena.ts';

const OWNER = { whose: 'owner', text: 'kuasa é' } as const;
const PASSPHRASE = 'uji-saja';

const folder = sharedTemporaryFolder();
const p12 = join(folder, 'ec-P-256.p12');
let caFile = '';

beforeAll(async () => {
  ({ caFile } = await makeTestSigner(folder, 'ec:P-256'));
});

function locked(): { input: string; output: string } {
  const work = temporaryFolder();
  const input = join(work, 'terkunci.pdf');
  const choice = { kind: 'AES-256 (V 5, R 6)', user: 'buka', owner: OWNER.text } as const;
  encryptFile(sampleIn(work), input, { ...choice, restrictions: ['--modify=none'] });
  return { input, output: join(work, 'hasil.pdf') };
}

const codesOf = ({ stdout }: Run): (string | null)[] =>
  (JSON.parse(stdout) as { error: { code: string } | null }[]).map(
    ({ error }) => error?.code ?? null,
  );

test('the owner signs, and the user verifies', async () => {
  const { input, output } = locked();
  const sign = ['sign', '--offline', input, '--out', output, '--p12', p12];
  const signed = await pena([...sign, '--password-stdin', '--pin-fd', '3'], {
    ...{ input: `${OWNER.text}\n`, fd3: `${PASSPHRASE}\n` },
  });
  expect(signed).toMatchObject({ status: 0, stderr: '' });
  expect(pdfsigSays(output, OWNER)).toEqual(['Signature is Valid.']);
  expect(qpdfIsEncrypted(output)).toBe(true);
  const verify = ['verify', output, '--trust', caFile, '--json'];
  const verified = await pena([...verify, '--password-stdin'], { input: 'buka\r\n' });
  // Intact and trusted; revocation is another matter.
  expect(verified).toMatchObject({ status: 2, stderr: '' });
  expect(JSON.parse(verified.stdout)).toMatchObject([{ signatures: [{ intact: true }] }]);
  const [unopened, wrong] = [
    await pena(verify),
    await pena([...verify, '--password-stdin'], { input: 'x' }),
  ];
  expect([unopened.status, ...codesOf(unopened)]).toEqual([65, 'PDF_PASSWORD_NEEDED']);
  expect([wrong.status, ...codesOf(wrong)]).toEqual([65, 'PDF_PASSWORD_INCORRECT']);
});

test('a password of one file leaves another alone that opens by itself', async () => {
  const { input } = locked();
  const work = temporaryFolder();
  const open = join(work, 'terbuka.pdf');
  encryptFile(sampleIn(work), open, { kind: 'AES-256 (V 5, R 6)', user: '', owner: 'lain' });
  const out = temporaryFolder();
  const given = { input: `${OWNER.text}\n`, fd3: `${PASSPHRASE}\n` };
  const how = ['--p12', p12, '--json', '--password-stdin', '--pin-fd', '3'];
  const both = await pena(['sign', '--offline', input, open, '--out', out, ...how], given);
  expect([both.status, ...codesOf(both)]).toEqual([0, null, null]);
  expect(qpdfIsEncrypted(join(out, 'terbuka.pdf'))).toBe(true);
  // Of one file alone it has to be right: whoever mistypes the owner's is told so.
  const alone = ['sign', '--offline', open, '--out', join(out, 'sendiri.pdf'), ...how];
  expect(codesOf(await pena(alone, given))).toEqual(['PDF_PASSWORD_INCORRECT']);
});

test('the user may not sign where the author restricts it', async () => {
  const { input, output } = locked();
  const args = ['sign', '--offline', input, '--out', output, '--p12', p12, '--json'];
  const run = await pena([...args, '--password-fd', '3', '--pin-stdin'], {
    ...{ input: `${PASSPHRASE}\n`, fd3: 'buka\n' },
  });
  expect([run.status, ...codesOf(run)]).toEqual([65, 'PDF_PERMISSION_DENIED']);
  expect(() => readFileSync(output)).toThrow(/ENOENT/);
});

test.each([
  [['--password-stdin', '--pin-stdin']],
  [['--password-fd', '3', '--pin-fd', '3']],
  [['--password-stdin', '--password-fd', '3']],
  [['--password-fd', 'x']],
])('%j is no way to give both', async (sources) => {
  const { input, output } = locked();
  const args = ['sign', '--offline', input, '--out', output, '--p12', p12, ...sources];
  const run = await pena(args, { input: 'buka\n', fd3: 'buka\n' });
  expect(run.status).toBe(64);
  expect(run.stderr).toContain('--password-fd');
});
