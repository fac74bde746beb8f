// Encrypted documents through the window: the password in a window of its own, the document shown, signed
// as it is and still encrypted, verified; the password is found nowhere else.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { encryptFile, type EncryptionKind } from '../support/encrypted-files.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInDialogs, expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SAMPLE, SIGNER } from './support/practice.ts';
import { expectSigned, startButton, startSigning, typePin } from './support/walk.ts';
import { WORDS, type Words } from './support/words.ts';

/** Strange enough to stand nowhere by chance. */
const USER = 'sandi-8Kq2Vw5Zt';
const OWNER = 'pemilik-3Xn7Ry1Lm';

function encrypted(
  { folder }: Office,
  kind: EncryptionKind,
  restrictions: readonly string[] = [],
  user = USER,
  name = 'rahasia.pdf',
): string {
  const path = join(folder, name);
  encryptFile(SAMPLE, path, { kind, user, owner: OWNER, restrictions });
  return path;
}

async function give(window: Page, password: string, words: Words): Promise<void> {
  const closed = window.waitForEvent('close');
  await window.getByLabel(words.password.password, { exact: true }).fill(password);
  await window
    .getByRole('button', { name: words.password.submit, exact: true })
    .click()
    .catch(() => undefined);
  await closed;
}

async function choose({ app, main, signed }: Office, path: string, words: Words): Promise<void> {
  await chooseInDialogs(app, path, signed);
  await main.getByRole('button', { name: words.common.drop.choose }).click();
}

for (const [language, kind] of [
  ['id', 'RC4 128 (V 2, R 3)'],
  ['en', 'AES-256 (V 5, R 6)'],
] as const) {
  const words = WORDS[language];
  test.describe(kind, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`is opened, signed still encrypted, and verified (${language})`, async ({ office }) => {
      const { app, main, signed, folder } = office;
      const path = encrypted(office, kind);
      await choose(office, path, words);
      const first = await app.window('password');
      await expect(first.getByLabel(words.password.password, { exact: true })).toBeFocused();
      await expect(first.getByText('rahasia.pdf')).toBeVisible();
      await picture(first, `password-${language}`);
      await expectAccessible(first);
      await give(first, 'bukan-ini', words);
      const again = await app.window('password');
      await expect(again.getByText(words.password.wrong)).toBeVisible();
      await picture(again, `password-wrong-${language}`);
      await expectAccessible(again);
      await give(again, USER, words);

      await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
      await expect(main.locator('canvas').first()).toBeVisible();
      await expect(main.getByText('PEMERINTAH KOTA LATIHAN').first()).toBeAttached();
      await picture(main, `encrypted-sign-${language}`);
      await expectAccessible(main);
      await expect(main.getByTestId('stamp-preview').locator('canvas')).toBeVisible();
      await typePin(await startSigning(office, words), undefined, words);
      await expectSigned(main, words);
      await expect(main.getByText('PEMERINTAH KOTA LATIHAN').first()).toBeAttached();

      // The original's bytes stand at the beginning of the result, which opens with the same password only.
      const [before, after] = [readFileSync(path), readFileSync(signed)];
      expect(after.subarray(0, before.length).equals(before)).toBe(true);
      const asked = execFileSync('qpdf', ['--show-encryption', `--password=${USER}`, signed]);
      expect(asked.toString()).toContain('User password = ');
      expect(() => execFileSync('qpdf', ['--check', signed], { stdio: 'pipe' })).toThrow();
      const said = execFileSync('pdfsig', ['-nocert', '-upw', USER, signed], { encoding: 'utf8' });
      expect(said).toContain('Signature is Valid.');

      await main.getByRole('button', { name: words.sign.result.verify }).click();
      await expect(main.getByTestId('verdict')).toHaveAttribute('data-verdict', 'TOTAL_PASSED', {
        timeout: 30_000,
      });
      await picture(main, `encrypted-verify-${language}`);
      await expectAccessible(main);

      expect(await main.content()).not.toContain(USER);
      expect(app.output()).not.toContain(USER);
      const asText = (content: unknown): string =>
        JSON.stringify(content, (_key, value: unknown) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
        );
      const heard = (host: string) => app.harness?.traffic.filter((one) => one.host === host) ?? [];
      expect(asText(heard('main'))).not.toContain(USER);
      // The search itself finds what is there.
      if (app.harness !== null) expect(asText(heard('password'))).toContain(USER);
      for (const file of filesIn(folder))
        expect(readFileSync(file, 'latin1'), file).not.toContain(USER);
    });
  });
}

test('is closed again where no password is given', async ({ office }) => {
  const words = WORDS.id;
  const { app, main } = office;
  await choose(office, encrypted(office, 'AES-128 (V 4, R 4)'), words);
  const window = await app.window('password');
  await expect(window.getByLabel(words.password.password, { exact: true })).toBeFocused();
  const closed = window.waitForEvent('close');
  void window.keyboard.down('Escape').catch(() => undefined);
  await closed;
  await expect(main.getByRole('button', { name: words.common.drop.choose })).toBeVisible();
  await expect(main.getByRole('alert')).toHaveCount(0);
});

test('is a modal, protected window of its own kind', async ({ office }) => {
  await choose(office, encrypted(office, 'AES-256 (V 5, R 6)'), WORDS.id);
  const window = await office.app.window('password');
  await expect(window.getByLabel(WORDS.id.password.password, { exact: true })).toBeFocused();
  const guarded = await office.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isContentProtected()),
    null,
  );
  expect(guarded).toEqual([false, true]);
  expect(await window.evaluate(() => 'pena' in globalThis)).toBe(false);
  expect(await office.main.evaluate(() => 'penaPassword' in globalThis)).toBe(false);
});

test('asks for the owner where its author restricts signing', async ({ office }) => {
  const words = WORDS.id;
  const { app, main, signed } = office;
  const path = encrypted(office, 'AES-256 (V 5, R 6)', ['--modify=none'], '');
  await choose(office, path, words);
  await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
  await expect(startButton(main)).toBeEnabled();
  await startButton(main).click();
  await expect(main.getByText('PDF_PERMISSION_DENIED')).toBeVisible();
  await picture(main, 'encrypted-denied-id');
  await expectAccessible(main);
  await main.getByRole('button', { name: words.sign.failed.owner }).click();
  await give(await app.window('password'), OWNER, words);
  await expect(main.getByText('PDF_PERMISSION_DENIED')).toHaveCount(0);
  await expect(main.getByTestId('stamp-preview').locator('canvas')).toBeVisible();
  await typePin(await startSigning(office));
  await expectSigned(main);
  expect(existsSync(signed)).toBe(true);
  const said = execFileSync('pdfsig', ['-nocert', signed], { encoding: 'utf8' });
  expect(said).toContain('Signature is Valid.');
});

test.describe('without a network', () => {
  test.use({ officeOptions: { settings: {}, token: true, network: 'offline' } });

  test('asks once more, and once for all, when their proof is completed', async ({ office }) => {
    const words = WORDS.id;
    const { app, main, signed, folder, network } = office;
    const second = join(folder, 'kedua-ditandatangani.pdf');
    const question = main.getByTestId('question');
    const finish = async (): Promise<void> => {
      await give(await app.window('password'), USER, words);
      await expect(main.getByTestId('stamp-preview').locator('canvas')).toBeVisible();
      await startButton(main).click();
      await question.getByRole('button', { name: words.sign.question.unchecked.yes }).click();
      await typePin(await app.window('pin'));
      await expect(question).toHaveAttribute('data-kind', 'incomplete');
      await question.getByRole('button', { name: words.sign.question.incomplete.yes }).click();
      await expectSigned(main);
    };
    await choose(office, encrypted(office, 'AES-128 (V 4, R 4)'), words);
    await finish();
    const other = encrypted(office, 'AES-256 (V 5, R 6)', [], USER, 'kedua.pdf');
    await chooseInDialogs(app, other, second);
    await main.getByRole('button', { name: words.sign.result.another }).click();
    await finish();
    const before = [signed, second].map((path) => readFileSync(path));
    await network.start();
    await main.getByRole('button', { name: words.common.nav.home, exact: true }).click();
    const card = main.getByTestId('pending');
    await card.getByRole('button', { name: words.pending.complete }).click();
    const window = await app.window('password');
    await expect(window.getByText(words.password.whyComplete)).toBeVisible();
    await give(window, USER, words);
    // Another question would stand between this and the result.
    await expect(main.getByTestId('pending-result')).toHaveAttribute('data-tone', 'ok');
    for (const [index, path] of [signed, second].entries()) {
      const after = readFileSync(path);
      const old = before[index]!;
      expect(after.subarray(0, old.length).equals(old)).toBe(true);
      expect(after.toString('latin1')).toContain('/ETSI.RFC3161');
    }
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
