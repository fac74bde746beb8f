// What a stamp says of its owner, from the settings to the page: NIP, picture of the signature, contents of the
// QR code; and what only a first signature can have.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, mkdirSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { png } from '../support/png.ts';
import { configFolder } from '../support/harness/launch.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SAMPLE } from './support/practice.ts';
import { expectSigned, openSample, startSigning, typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const NIP = '19800101 200501 1 001';
const QR = 'https://verifikasi.example/1';

async function willChoose({ app }: Office, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

function writeSpecimen(folder: string): string {
  const path = join(folder, 'spesimen-saya.png');
  writeFileSync(path, png(200, 80, [10, 40, 160, 255]));
  return path;
}

const textOf = (path: string): string =>
  execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });

async function fillCard(main: Page, label: string, text: string): Promise<void> {
  const field = main.getByTestId('stamp-card').getByLabel(label);
  await field.fill(text);
  await field.press('Enter');
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  const { stamp } = words.settings;
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`is kept by the settings and forgotten again (${language})`, async ({ office }) => {
      const { main, folder, userData } = office;
      await main.getByRole('button', { name: words.common.nav.settings, exact: true }).click();
      const card = main.getByTestId('stamp-card');
      await expect(card).toContainText(words.common.specimen.none);
      await fillCard(main, stamp.nip, NIP);
      await fillCard(main, stamp.qr, QR);

      const text = join(folder, 'bukan-gambar.png');
      writeFileSync(text, 'teks');
      await willChoose(office, text);
      await card.getByRole('button', { name: words.common.specimen.choose }).click();
      await expect(card).toContainText('STAMP_IMAGE_INVALID');
      await willChoose(office, writeSpecimen(folder));
      await card.getByRole('button', { name: words.common.specimen.choose }).click();
      await expect(card).toContainText('spesimen-saya.png');
      await expect(card).not.toContainText('STAMP_IMAGE_INVALID');
      await card.scrollIntoViewIfNeeded();
      await picture(main, `settings-stamp-${language}`);
      await expectAccessible(main);
      const kept = join(userData, 'stamp-owner.json');
      expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ nip: NIP, qr: QR });

      await card.getByRole('button', { name: words.common.specimen.forget }).click();
      await expect(card).toContainText(words.common.specimen.none);
      expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ specimen: null });
    });
  });
}

test('a design with a specimen asks for the picture, and prints it with the NIP', async ({
  office,
}) => {
  const words = WORDS.id;
  const { main, folder, signed } = office;
  await main.getByRole('button', { name: words.common.nav.settings, exact: true }).click();
  await fillCard(main, words.settings.stamp.nip, NIP);
  await main.getByRole('button', { name: words.common.nav.home, exact: true }).click();
  await openSample(office);
  await main.getByLabel(words.sign.design, { exact: true }).selectOption('spesimen');
  await expect(main.getByText('STAMP_SPECIMEN_MISSING')).toBeVisible();
  await picture(main, 'sign-specimen-missing-id');
  await expectAccessible(main);
  await willChoose(office, writeSpecimen(folder));
  await main.getByRole('button', { name: words.common.specimen.choose }).click();
  await expect(main.getByText('STAMP_SPECIMEN_MISSING')).toBeHidden();
  await main.getByText(words.sign.more, { exact: true }).click();
  await main.getByLabel(words.sign.first.footer).selectOption('kode-qr');
  await main.getByLabel(words.sign.first.certification).selectOption('2');
  await picture(main, 'sign-specimen-first-id');
  await expectAccessible(main);
  await typePin(await startSigning(office));
  await expectSigned(main);
  await picture(main, 'sign-specimen-signed-id');

  const text = textOf(signed);
  expect(text).toContain(`NIP ${NIP}`);
  expect(text).toContain('Surat ini dapat dibuktikan keasliannya');
  const images = execFileSync('pdfimages', ['-list', signed], { encoding: 'utf8' });
  expect(images).toMatch(/\b200\s+80\b/);
  // ISO 32000-2 12.8.2.2: form filling and signing only.
  expect(readFileSync(signed, 'latin1')).toMatch(/\/DocMDP[\s\S]*\/P 2\b/);
});

test('a batch prints them too, and the foot of every page', async ({ office }) => {
  const words = WORDS.id;
  const { main, app, folder, userData } = office;
  const [input, out] = [join(folder, 'masuk'), join(folder, 'hasil')];
  for (const one of [input, out]) mkdirSync(one);
  for (const name of ['a.pdf', 'b.pdf']) copyFileSync(SAMPLE, join(input, name));
  const own = join(configFolder(userData), 'pena', 'stamps');
  mkdirSync(own, { recursive: true });
  const line = { text: '{nip} {serial}', wrap: false };
  const design = {
    ...{ format: 1, id: 'nomor', title: { id: 'Nomor', en: 'Number' } },
    ...{
      size: { width: 200, height: 40 },
      elements: [{ kind: 'text', place: 'rest', lines: [line] }],
    },
  };
  writeFileSync(join(own, 'nomor.json'), JSON.stringify(design));
  await main.getByRole('button', { name: words.common.nav.settings, exact: true }).click();
  await fillCard(main, words.settings.stamp.nip, NIP);
  await app.evaluate(
    ({ dialog }, paths) => {
      let next = 0;
      dialog.showOpenDialog = () => {
        next += 1;
        return Promise.resolve({
          canceled: false,
          filePaths: [paths[Math.min(next, 2) - 1] ?? ''],
        });
      };
    },
    [input, out],
  );
  await main.getByRole('button', { name: words.common.nav.batch, exact: true }).click();
  await main.getByRole('button', { name: words.batch.choose.folder }).click();
  await main.getByLabel(words.batch.rules.design).selectOption('nomor');
  await main.getByLabel(words.sign.first.footer).selectOption('kode-qr');
  await picture(main, 'batch-rules-footer-id');
  await expectAccessible(main);
  await main.getByRole('button', { name: words.batch.review, exact: true }).click();
  const label = words.batch.start_other.split('{{')[0] ?? '';
  await main.getByTestId('review').getByRole('button', { name: label }).click();
  await typePin(await app.window('pin'));
  await expect(main.getByTestId('batch-result')).toBeVisible({ timeout: 40_000 });
  expect(
    readdirSync(out)
      .filter((name) => name.endsWith('.pdf'))
      .sort(),
  ).toEqual(['a.pdf', 'b.pdf']);
  const text = textOf(join(out, 'a.pdf'));
  expect(text).toMatch(new RegExp(`${NIP} [0-9a-f]{2,}`, 'i'));
  expect(text).toContain('Surat ini dapat dibuktikan keasliannya');
});
