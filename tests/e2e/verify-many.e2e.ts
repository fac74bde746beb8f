// Many files at once: a folder chosen, its table filtered, saved as CSV, and one of its files opened.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { baseDocument } from '../vectors/support/base-document.ts';
import { signed } from '../vectors/support/in-memory.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInDialogs, expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { WORDS } from './support/words.ts';

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];

  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: false } });

    test(`verifies a folder (${language})`, async ({ office }) => {
      const { app, main, folder, sample } = office;
      const chosen = `${folder}/masuk`;
      mkdirSync(`${chosen}/lama`, { recursive: true });
      copyFileSync(sample, `${chosen}/tanpa.pdf`);
      const stranger = await signed(baseDocument());
      writeFileSync(`${chosen}/asing.pdf`, stranger);
      const broken = Buffer.from(stranger);
      const at = broken.indexOf('1.000.000');
      broken.write('9', at);
      writeFileSync(`${chosen}/lama/palsu.pdf`, broken);
      writeFileSync(`${chosen}/rusak.pdf`, 'bukan PDF');
      writeFileSync(`${chosen}/catatan.txt`, 'bukan PDF');
      await chooseInDialogs(app, chosen, `${folder}/hasil.csv`);

      await main.getByRole('button', { name: words.common.nav.verify, exact: true }).click();
      await picture(main, `verify-empty-${language}`);
      await main.getByRole('button', { name: words.verify.many.chooseFolder }).click();
      const done = words.verify.many.done.replace('{{done}}', '4').replace('{{total}}', '4');
      await expect(main.getByText(done)).toBeVisible();
      const rows = main.getByTestId('many-row');
      await expect(rows).toHaveCount(4);
      await picture(main, `verify-many-${language}`);
      await expectAccessible(main);

      const failed = words.verify.many.filters.TOTAL_FAILED;
      await main.getByRole('radio', { name: `${failed} (1)` }).press('Space');
      await expect(rows).toHaveCount(1);
      await expect(rows).toContainText('palsu.pdf');

      await main.getByRole('button', { name: words.verify.many.save }).click();
      await expect(() => readFileSync(`${folder}/hasil.csv`)).toPass();
      const lines = readFileSync(`${folder}/hasil.csv`, 'utf8').trim().split('\r\n');
      expect(lines).toHaveLength(5);
      expect(lines.find((line) => line.includes('palsu.pdf'))).toContain('DIGEST_MISMATCH');
      expect(lines.find((line) => line.includes('tanpa.pdf'))).toContain('NO_SIGNATURE');

      await main.getByRole('button', { name: 'palsu.pdf' }).press('Enter');
      await expect(main.getByTestId('verdict')).toHaveAttribute('data-verdict', 'TOTAL_FAILED');
      await main.getByRole('button', { name: words.verify.many.back }).click();
      // The table is as it was left.
      await expect(rows).toHaveCount(4);
      await expect(main.getByText(done)).toBeVisible();
      expect(app.harness?.complaints ?? []).toEqual([]);
    });
  });
}

test('stops, and goes on where it stopped', async ({ office }) => {
  const { app, main, folder, sample } = office;
  const chosen = `${folder}/masuk`;
  mkdirSync(chosen);
  for (let i = 0; i < 200; i++) copyFileSync(sample, `${chosen}/${String(i)}.pdf`);
  await chooseInDialogs(app, chosen, `${folder}/hasil.csv`);
  const { nav } = WORDS.id.common;
  const { many } = WORDS.id.verify;
  await main.getByRole('button', { name: nav.verify, exact: true }).click();
  await main.getByRole('button', { name: many.chooseFolder }).click();
  await main.getByRole('button', { name: many.stop }).click();
  const resume = main.getByRole('button', { name: many.resume });
  await expect(resume).toBeVisible();
  await expect(main.getByText(many.waiting, { exact: true }).first()).toBeVisible();
  await picture(main, 'verify-many-stopped-id');
  await expectAccessible(main);
  await resume.click();
  const done = many.done.replace('{{done}}', '200').replace('{{total}}', '200');
  await expect(main.getByText(done)).toBeVisible({ timeout: 30_000 });
  await expect(main.getByText(many.waiting, { exact: true })).toHaveCount(0);
});
