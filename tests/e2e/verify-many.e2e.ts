// Many files at once: a folder chosen or files dropped, its table filtered, saved as CSV, and one of its files opened.
import { execFileSync } from 'node:child_process';
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

      // One report for all of them.
      await chooseInDialogs(app, chosen, `${folder}/hasil.pdf`);
      await main.getByRole('button', { name: words.verify.many.saveReport }).click();
      await expect(() => readFileSync(`${folder}/hasil.pdf`)).toPass();
      const text = execFileSync('pdftotext', ['-layout', `${folder}/hasil.pdf`, '-']).toString();
      for (const name of ['asing.pdf', 'lama/palsu.pdf', 'rusak.pdf', 'tanpa.pdf']) {
        expect(text).toContain(name);
      }
      await chooseInDialogs(app, chosen, `${folder}/hasil.xml`);
      await main.getByRole('button', { name: words.verify.many.saveXml }).press('Enter');
      await expect(() => readFileSync(`${folder}/hasil.xml`)).toPass();
      const xml = readFileSync(`${folder}/hasil.xml`, 'utf8');
      expect(xml.match(/<vr:SignatureValidationReport>/g)).toHaveLength(4);
      for (const name of ['asing.pdf', 'lama/palsu.pdf', 'rusak.pdf', 'tanpa.pdf']) {
        expect(xml).toContain(encodeURIComponent(name));
      }
      await chooseInDialogs(app, chosen, `${folder}/hasil.json`);
      await main.getByRole('button', { name: words.verify.many.saveJson }).press('Enter');
      await expect(() => readFileSync(`${folder}/hasil.json`)).toPass();
      const { files } = JSON.parse(readFileSync(`${folder}/hasil.json`, 'utf8')) as {
        files: { file: string; verdict: string; error: { code: string } | null }[];
      };
      expect(files.map(({ file, error }) => [file, error?.code ?? null]).sort()).toEqual([
        ['asing.pdf', null],
        ['lama/palsu.pdf', null],
        ['rusak.pdf', 'PDF_NOT_A_PDF'],
        ['tanpa.pdf', null],
      ]);

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

for (const language of ['id', 'en'] as const) {
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: false } });

    test(`opens the table for many files that are dropped, whatever was open (${language})`, async ({
      office,
    }) => {
      const { app, main, folder, sample } = office;
      test.skip(app.harness === null, 'a test cannot drop a file of the system on Electron');
      const { drop } = WORDS[language].common;
      const { many } = WORDS[language].verify;
      const paths: Record<string, string> = {};
      for (const name of ['satu.pdf', 'dua.pdf', 'tiga.pdf']) {
        paths[name] = `${folder}/${name}`;
        copyFileSync(sample, `${folder}/${name}`);
      }
      await expect(main.getByRole('button', { name: drop.choose })).toBeVisible();
      const dropAll = (names: Record<string, string>): Promise<void> =>
        main.evaluate((given) => {
          Object.assign(window, { __pena_harness_paths: given });
          const files = new DataTransfer();
          for (const name of Object.keys(given)) files.items.add(new File(['%PDF'], name));
          const event = new DragEvent('drop', {
            bubbles: true,
            cancelable: true,
            dataTransfer: files,
          });
          document.querySelector('main')?.dispatchEvent(event);
        }, names);
      await dropAll(paths);
      const rows = main.getByTestId('many-row');
      await expect(rows).toHaveCount(3);
      const done = many.done.replace('{{done}}', '3').replace('{{total}}', '3');
      await expect(main.getByText(done)).toBeVisible();
      // A folder over the open document of the table.
      await main.getByRole('button', { name: 'dua.pdf' }).press('Enter');
      await expect(main.getByTestId('verdict')).toBeVisible();
      mkdirSync(`${folder}/lain`);
      copyFileSync(sample, `${folder}/lain/empat.pdf`);
      await dropAll({ lain: `${folder}/lain` });
      await expect(rows).toHaveCount(1);
      await expect(rows).toContainText('empat.pdf');
      await picture(main, `verify-dropped-${language}`);
      await expectAccessible(main);
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
