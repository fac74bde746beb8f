// Where there is much to tell: BSrE's four signatures, fifty signatures on one document, hundreds of files; wide and
// in a narrow window.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { baseDocument } from '../vectors/support/base-document.ts';
import { SECOND, signed } from '../vectors/support/in-memory.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInDialogs, expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { WORDS } from './support/words.ts';

const BSRE = fileURLToPath(
  new URL('../../../shared/corpus/bsre/permenkominfo-2024-004.pdf', import.meta.url),
);
const NARROW = { width: 720, height: 760 };

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];

  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: false } });

    test(`tells of each of BSrE’s four signatures (${language})`, async ({ office }) => {
      test.skip(!existsSync(BSRE), 'skipped: no corpus');
      const { app, main, folder } = office;
      await chooseInDialogs(app, BSRE, `${folder}/laporan.pdf`);
      await main.getByRole('button', { name: words.common.nav.verify, exact: true }).click();
      await main.getByRole('button', { name: words.common.drop.choose }).click();
      const cards = main.getByTestId('signature');
      await expect(cards).toHaveCount(4);
      for (const name of ['Budi Arie Setiadi', 'Alpius Sarumaha', 'ASEP NANA MULYANA']) {
        await expect(cards.filter({ hasText: name }).first()).toBeVisible();
      }
      await main.setViewportSize(NARROW);
      await picture(main, `verify-narrow-${language}`);
      await expectAccessible(main);
      await cards.first().scrollIntoViewIfNeeded();
      const reasons = words.verify.signature.reasons_other.replace('{{formatted}}', '5');
      await cards.first().getByText(reasons).click();
      await picture(main, `verify-narrow-reasons-${language}`);
    });
  });
}

test('shows fifty signatures of one document', async ({ office }) => {
  const { app, main, folder } = office;
  let file = await signed(baseDocument());
  for (let i = 1; i < 50; i++) file = await signed(file, i % 2 === 0 ? {} : { key: SECOND });
  writeFileSync(`${folder}/lima-puluh.pdf`, file);
  await chooseInDialogs(app, `${folder}/lima-puluh.pdf`, `${folder}/laporan.pdf`);
  await main.getByRole('button', { name: WORDS.id.common.nav.verify, exact: true }).click();
  await main.getByRole('button', { name: WORDS.id.common.drop.choose }).click();
  await expect(main.getByTestId('signature')).toHaveCount(50, { timeout: 15_000 });
  await picture(main, 'verify-fifty-id');
  await main.getByTestId('signature').last().scrollIntoViewIfNeeded();
  await picture(main, 'verify-fifty-end-id');
});

test('keeps a table of five hundred', async ({ office }) => {
  const { app, main, folder, sample } = office;
  const chosen = `${folder}/masuk`;
  mkdirSync(chosen);
  for (let i = 0; i < 500; i++) copyFileSync(sample, `${chosen}/Surat ${String(i)}.pdf`);
  await chooseInDialogs(app, chosen, `${folder}/hasil.csv`);
  const { many } = WORDS.id.verify;
  await main.getByRole('button', { name: WORDS.id.common.nav.verify, exact: true }).click();
  await main.getByRole('button', { name: many.chooseFolder }).click();
  const done = many.done.replace('{{done}}', '500').replace('{{total}}', '500');
  await expect(main.getByText(done)).toBeVisible({ timeout: 50_000 });
  await main.setViewportSize(NARROW);
  await picture(main, 'verify-five-hundred-id');
  await expectAccessible(main);
});
