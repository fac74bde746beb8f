// Encrypted files in a batch: one password for two, none for a third, which is named, unlocked from the
// result and signed alone; the passwords are found nowhere else.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { encryptFile } from '../support/encrypted-files.ts';
import { expectAccessible } from './support/axe.ts';
import { journalOf } from './support/journal.ts';
import { expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SAMPLE } from './support/practice.ts';
import { typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const ONE = 'sandi-8Kq2Vw5Zt';
const OTHER = 'lain-3Xn7Ry1Lm';
const words = WORDS.id;

function makeFolders({ folder }: Office): { input: string; out: string } {
  const [input, out] = [join(folder, 'masuk'), join(folder, 'hasil')];
  for (const place of [input, out]) mkdirSync(place);
  copyFileSync(SAMPLE, join(input, 'surat-1.pdf'));
  for (const [name, user] of [
    ['surat-2.pdf', ONE],
    ['surat-3.pdf', ONE],
    ['surat-4.pdf', OTHER],
  ] as const) {
    encryptFile(SAMPLE, join(input, name), { kind: 'AES-256 (V 5, R 6)', user, owner: 'kuasa' });
  }
  return { input, out };
}

async function give({ app }: Office, password: string, document: string): Promise<void> {
  const window = await app.window('password');
  await expect(window.getByText(document)).toBeVisible();
  const closed = window.waitForEvent('close');
  await window.getByLabel(words.password.password, { exact: true }).fill(password);
  const submit = window.getByRole('button', { name: words.password.submit, exact: true });
  await submit.click().catch(() => undefined);
  await closed;
}

const unlock = (place: ReturnType<Page['getByTestId']>, name: string) =>
  place.getByRole('button', { name: words.batch.unlockOf.replace('{{name}}', name) }).click();

test.use({ officeOptions: { settings: { language: 'id' }, token: true } });

test('locked files are unlocked, signed, and tried again', async ({ office }) => {
  // Several runs in one program: longer than others where the processors are shared.
  test.slow();
  const { main, app, folder } = office;
  const { input, out } = makeFolders(office);
  await app.evaluate(
    ({ dialog }, paths) => {
      const left = [...paths];
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: false, filePaths: left.splice(0, 1) });
    },
    [input, out],
  );
  await expect(main.getByText(/TOKEN LATIHAN/)).toBeVisible();
  await main.getByRole('button', { name: words.common.nav.batch, exact: true }).click();
  await main.getByRole('button', { name: words.batch.choose.folder }).click();
  await main.getByRole('button', { name: words.batch.review, exact: true }).click();
  const review = main.getByTestId('review');
  const rows = review.locator('tbody tr');
  await expect(rows.getByText(words.batch.table.locked)).toHaveCount(3, { timeout: 30_000 });
  await picture(main, 'batch-locked-id');
  await expectAccessible(main);

  await unlock(review, 'surat-2.pdf');
  const asking = await app.window('password');
  await expect(asking.getByText(words.password.whyBatch)).toBeVisible();
  await picture(asking, 'batch-password-id');
  await expectAccessible(asking);
  await give(office, 'keliru', 'surat-2.pdf');
  await give(office, ONE, 'surat-2.pdf');
  await expect(rows.getByText(words.batch.table.locked)).toHaveCount(1);
  await expect(rows.filter({ hasText: 'surat-3.pdf' })).toContainText(words.batch.table.ready);

  await review.getByRole('button', { name: words.batch.start_other.split('{{')[0] ?? '' }).click();
  await typePin(await app.window('pin'));
  const result = main.getByTestId('batch-result');
  const left = result.getByRole('row').filter({ hasText: 'surat-4.pdf' });
  await expect(left).toContainText('PDF_PASSWORD_NEEDED', { timeout: 40_000 });
  await expect(result.getByText(words.batch.result.signed, { exact: true })).toHaveCount(3);
  await picture(main, 'batch-locked-result-id');
  await expectAccessible(main);

  await unlock(result, 'surat-4.pdf');
  await give(office, OTHER, 'surat-4.pdf');
  await expect(rows.getByText(words.batch.table.signed)).toHaveCount(3);
  await picture(main, 'batch-unlocked-id');
  await expectAccessible(main);
  await review
    .getByRole('button', { name: words.batch.start_other.replace('{{formatted}}', '1') })
    .click();
  await typePin(await app.window('pin'));
  await expect(result).toContainText(words.batch.result['already-signed'], { timeout: 40_000 });

  for (const [name, password] of [
    ['surat-2.pdf', ONE],
    ['surat-4.pdf', OTHER],
  ] as const) {
    const [path, original] = [join(out, name), readFileSync(join(input, name))];
    expect(readFileSync(path).subarray(0, original.length).equals(original)).toBe(true);
    const said = execFileSync('pdfsig', ['-nocert', '-upw', password, path], { encoding: 'utf8' });
    expect(said.match(/Signature is Valid\./g)?.length).toBe(1);
  }
  expect(readdirSync(out).sort()).toEqual([1, 2, 3, 4].map((n) => `surat-${String(n)}.pdf`));
  expect(journalOf(office).filter(({ kind }) => kind === 'signed')).toHaveLength(4);
  const everything = [await main.content(), app.output(), ...textsIn(folder)].join('\n');
  for (const secret of [ONE, OTHER]) expect(everything).not.toContain(secret);
});

function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}
