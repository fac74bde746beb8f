// Many documents through the window: chosen, reviewed, signed with one PIN, stopped and gone on with, and a
// sealed package whose seal is shown again with the PIN.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readCertificate } from '../../core/cms/certificate.ts';
import { checkPlan } from '../../core/signing/batch/plan.ts';
import { sealBatch } from '../../core/signing/batch/sealed.ts';
import { openPracticeWorld } from '../../build/practice/practice-world.mjs';
import { expectAccessible } from './support/axe.ts';
import { expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { PRACTICE_FOLDER, SAMPLE, SIGNER } from './support/practice.ts';
import { typePin } from './support/walk.ts';
import { WORDS, type Words } from './support/words.ts';

const BROKEN = 'rusak.pdf';

/** A folder with copies of the sample and one file that is no PDF. */
function makeFolder({ folder }: Office, count: number): { input: string; out: string } {
  const [input, out] = [join(folder, 'masuk'), join(folder, 'hasil')];
  mkdirSync(input);
  mkdirSync(out);
  for (let number = 1; number <= count; number += 1) {
    copyFileSync(SAMPLE, join(input, `surat-${String(number).padStart(2, '0')}.pdf`));
  }
  writeFileSync(join(input, BROKEN), 'bukan PDF');
  return { input, out };
}

/** The dialogs that are shown, in their order, are answered with these paths. */
async function answerDialogs({ app }: Office, open: string[], save: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, { open: paths, save: filePath }) => {
      let next = 0;
      dialog.showOpenDialog = () => {
        const path = paths[Math.min(next, paths.length - 1)];
        next += 1;
        return Promise.resolve({ canceled: false, filePaths: path === undefined ? [] : [path] });
      };
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    },
    { open, save },
  );
}

async function openBatch(main: Page, words: Words): Promise<void> {
  await expect(main.getByText(/TOKEN LATIHAN/)).toBeVisible();
  await main.getByRole('button', { name: words.common.nav.batch, exact: true }).click();
}

async function review(main: Page, words: Words): Promise<void> {
  await main.getByRole('button', { name: words.batch.review, exact: true }).click();
  await expect(main.getByTestId('review')).toBeVisible({ timeout: 30_000 });
}

/** Starts and waits for the PIN window. */
async function start({ app, main }: Office, words: Words): Promise<Page> {
  const label = words.batch.start_other.split('{{')[0] ?? '';
  await main.getByTestId('review').getByRole('button', { name: label }).click();
  return app.window('pin');
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`signs a folder with one PIN (${language})`, async ({ office }) => {
      const { main, folder, app } = office;
      const { input, out } = makeFolder(office, 5);
      const table = join(folder, 'hasil.csv');
      await answerDialogs(office, [input, out], table);
      await openBatch(main, words);
      await picture(main, `batch-choose-${language}`);
      await expectAccessible(main);
      await main.getByRole('button', { name: words.batch.choose.folder }).click();
      await expect(main.getByRole('heading', { name: words.batch.rules.title })).toBeVisible();
      await picture(main, `batch-rules-${language}`);
      await expectAccessible(main);
      await review(main, words);
      const rows = main.getByTestId('review').locator('tbody tr');
      await expect(rows).toHaveCount(6);
      await expect(rows.filter({ hasText: BROKEN })).toContainText('PDF_');
      await expect(rows.filter({ hasText: 'surat-01.pdf' })).toContainText(words.batch.table.ready);
      await picture(main, `batch-review-${language}`);
      await expectAccessible(main);
      const pin = await start(office, words);
      await expect(pin.getByText(SIGNER)).toBeVisible();
      await expect(pin.getByText('surat-05.pdf')).toBeVisible();
      await picture(pin, `batch-pin-${language}`);
      await expectAccessible(pin);
      await picture(main, `batch-running-${language}`);
      await expectAccessible(main);
      await typePin(pin, undefined, words);
      const result = main.getByTestId('batch-result');
      await expect(result).toBeVisible({ timeout: 40_000 });
      await expect(result.getByRole('row').filter({ hasText: BROKEN })).toContainText(
        words.batch.result.failed,
      );
      await picture(main, `batch-result-${language}`);
      await expectAccessible(main);
      // The state stays beside them, as one file is still to be signed.
      const written = readdirSync(out)
        .filter((name) => name.endsWith('.pdf'))
        .sort();
      expect(written).toEqual([1, 2, 3, 4, 5].map((n) => `surat-0${String(n)}.pdf`));
      for (const name of written) {
        const said = execFileSync('pdfsig', ['-nocert', join(out, name)], { encoding: 'utf8' });
        expect(said).toContain('Signature is Valid.');
      }
      await result.getByRole('button', { name: words.batch.result.save }).click();
      await expect
        .poll(() => readdirSync(folder).includes('hasil.csv') && readFileSync(table, 'utf8'))
        .toContain('surat-03.pdf,surat-03.pdf,signed,,B-T');
      expect(app.output()).toBe('');
    });

    test(`shows the seal of a sealed package with the PIN (${language})`, async ({ office }) => {
      const { main, folder } = office;
      const { input, out } = makeFolder(office, 3);
      const { path, sha256 } = await seal(input, ['surat-01.pdf', 'surat-02.pdf', 'surat-03.pdf']);
      // Changed after it was sealed.
      writeFileSync(join(input, 'surat-03.pdf'), `${readFileSync(SAMPLE, 'latin1')}\n`, 'latin1');
      await answerDialogs(office, [path, out], join(folder, 'hasil.csv'));
      await openBatch(main, words);
      await main.getByRole('button', { name: words.batch.choose.sealed }).click();
      const shown = sha256.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ');
      await expect(main.getByTestId('seal')).toContainText(shown);
      await review(main, words);
      const changed = main.getByTestId('review').getByRole('row').filter({ hasText: '03.pdf' });
      await expect(changed).toContainText('SEAL_BROKEN');
      await picture(main, `batch-sealed-${language}`);
      await expectAccessible(main);
      const pin = await start(office, words);
      await expect(pin.getByTestId('seal')).toContainText(shown);
      await expect(pin.getByTestId('seal')).toContainText('3');
      await picture(pin, `batch-sealed-pin-${language}`);
      await expectAccessible(pin);
      await typePin(pin, undefined, words);
      await expect(main.getByTestId('batch-result')).toBeVisible({ timeout: 40_000 });
      expect(
        readdirSync(out)
          .filter((name) => name.endsWith('.pdf'))
          .sort(),
      ).toEqual([...['surat-01.pdf', 'surat-02.pdf']]);
    });
  });
}

test('stops after the one under way, and goes on where it was', async ({ office }) => {
  const words = WORDS.id;
  const { main, app, folder } = office;
  const { input, out } = makeFolder(office, 30);
  await answerDialogs(office, [input, out], join(folder, 'hasil.csv'));
  await openBatch(main, words);
  await main.getByRole('button', { name: words.batch.choose.folder }).click();
  await review(main, words);
  await typePin(await start(office, words));
  await expect(main.getByTestId('running')).toContainText(/[1-9]\d* dari 31, /);
  await main.getByRole('button', { name: words.batch.cancel }).click();
  const result = main.getByTestId('batch-result');
  await expect(result).toBeVisible({ timeout: 30_000 });
  const before = new Map(digests(out));
  expect(before.size).toBeGreaterThan(0);
  expect(before.size).toBeLessThan(30);
  await picture(main, 'batch-stopped-id');
  await expectAccessible(main);
  await result.getByRole('button', { name: words.batch.result.resume }).click();
  await typePin(await app.window('pin'));
  await expect(result).toContainText(words.batch.result['already-signed'], { timeout: 50_000 });
  const after = new Map(digests(out));
  expect(after.size).toBe(30);
  for (const [name, digest] of before) expect(after.get(name)).toBe(digest);
});

function digests(folder: string): [string, string][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .map((name) => [name, digestOf(readFileSync(join(folder, name)))]);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What an aide prepares: a package for the practice signer, not signed by the aide. */
async function seal(input: string, names: string[]): Promise<{ path: string; sha256: string }> {
  const { world } = await openPracticeWorld(PRACTICE_FOLDER);
  const pem = readFileSync(world.signer, 'latin1');
  const base64 = /-----BEGIN CERTIFICATE-----([^-]+)-----END/.exec(pem)?.[1] ?? '';
  const { sha256: certificate } = readCertificate(new Uint8Array(Buffer.from(base64, 'base64')));
  const plan = checkPlan({
    ...{ format: 1, certificate, level: 'B-B' },
    stamp: { at: { page: 'last', rect: [320, 100, 220, 88] }, position: 'Wali Kota Latihan' },
    files: names.map((file) => ({ file, output: file })),
  });
  const inputs = names.map((name) => digestOf(readFileSync(join(input, name))));
  const { text, sha256 } = await sealBatch({ plan, inputs, now: new Date(), key: null });
  const path = join(input, 'paket.penabatch');
  writeFileSync(path, text);
  return { path, sha256 };
}
