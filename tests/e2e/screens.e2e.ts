// Every other screen, in both languages and both looks: pictures, and nothing for axe to find.
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { openSample } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const words = WORDS.id;

test('shows tokens, settings and empty views, and changes language at once', async ({ office }) => {
  const { app, main } = office;
  const go = (name: string) => main.getByRole('button', { name, exact: true }).click();
  for (const language of ['id', 'en'] as const) {
    const { nav } = WORDS[language].common;
    for (const view of ['sign', 'verify', 'tokens', 'settings'] as const) {
      await go(nav[view]);
      if (view === 'tokens') await expect(main.getByText(SIGNER).first()).toBeVisible();
      await picture(main, `${view}-view-${language}`);
      await expectAccessible(main);
    }
    if (language === 'en') break;
    await main.getByText(words.settings.languages.en).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(WORDS.en.settings.title);
  }
  // The menu of the program follows, and its items lead to the views.
  const labels = await app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label),
    null,
  );
  expect(labels).toEqual(['&File', '&Edit', '&View', '&Help']);
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.items[2]?.submenu?.items[0]?.click();
  }, null);
  await expect(main.getByText(WORDS.en.home.question)).toBeVisible();
});

test.describe('dark', () => {
  test.use({ officeOptions: { settings: { colorScheme: 'dark' }, token: true } });

  test('is as readable in the dark', async ({ office }) => {
    await expect(office.main.getByText(/TOKEN LATIHAN/)).toBeVisible();
    await picture(office.main, 'home-dark-id');
    await expectAccessible(office.main);
    await openSample(office);
    await picture(office.main, 'sign-dark-id');
    await expectAccessible(office.main);
  });
});

test.describe('without a token', () => {
  test.use({ officeOptions: { settings: {}, token: false } });

  test('says so, and what to do', async ({ office: { main } }) => {
    await expect(main.getByText(words.common.token.absent)).toBeVisible();
    await main.getByRole('button', { name: words.common.drop.choose }).click();
    await expect(main.getByText(words.sign.certificate.none)).toBeVisible();
    await picture(main, 'sign-no-token-id');
    await expectAccessible(main);
    await main.getByRole('button', { name: words.common.nav.tokens, exact: true }).click();
    await picture(main, 'tokens-none-id');
    await expectAccessible(main);
  });
});

test('says what is wrong with a file, in words and with a code', async ({ office }) => {
  const { app, main, folder, sample } = office;
  const broken = join(folder, 'bukan-pdf.pdf');
  writeFileSync(broken, 'Ini bukan PDF.');
  const choose = (open: string, save: string) =>
    app.evaluate(
      ({ dialog }, chosen) => {
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: false, filePaths: [chosen.open] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen.save });
      },
      { open, save },
    );
  await choose(broken, sample);
  await main.getByRole('button', { name: words.common.drop.choose }).click();
  await expect(main.getByText('PDF_NOT_A_PDF')).toBeVisible();
  await picture(main, 'error-not-a-pdf-id');
  await expectAccessible(main);

  // The original may not be overwritten, whatever the dialog says.
  await choose(sample, sample);
  await openSample(office);
  await main.locator('form').getByRole('button', { name: words.sign.start, exact: true }).click();
  await expect(main.getByText('FILE_OUTPUT_IS_INPUT')).toBeVisible();
  await picture(main, 'error-original-id');
  await expectAccessible(main);
});

test('opens a dropped file by the path that the system gives', async ({ office }) => {
  const { app, main, sample } = office;
  test.skip(app.harness === null, 'a test cannot drop a file of the system on Electron');
  await expect(main.getByText(words.home.question)).toBeVisible();
  await main.evaluate((path) => {
    Object.assign(window, { __pena_harness_paths: { 'surat.pdf': path } });
    const files = new DataTransfer();
    files.items.add(new File(['%PDF'], 'surat.pdf', { type: 'application/pdf' }));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files });
    document.querySelector('main')?.dispatchEvent(drop);
  }, sample);
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('keputusan-wali-kota.pdf');
});
