// What changed after a signature, drawn on the page: what was permitted otherwise than what was not; and each difference of
// the text leads to its page.
import { writeFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { chooseInDialogs, expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { LATER_FILES, trustAuthority } from './support/verdict-files.ts';
import { WORDS, type Words } from './support/words.ts';

/** @returns what is framed on the first page, as the first signer's document is compared */
async function compare(
  { app, main, folder }: Office,
  name: keyof typeof LATER_FILES,
  words: Words,
): Promise<Locator> {
  const path = `${folder}/${name}.pdf`;
  writeFileSync(path, await LATER_FILES[name]());
  await chooseInDialogs(app, path, `${folder}/laporan.pdf`);
  const first = main.getByRole('button', { name: words.common.drop.choose });
  await first.or(main.getByRole('button', { name: words.verify.actions.other })).click();
  await expect(main.getByRole('heading', { name: `${name}.pdf` })).toBeVisible();
  const card = main.getByTestId('signature').first();
  await card.getByRole('button', { name: words.verify.version.compare }).click();
  return main.locator('[data-page="1"]').getByTestId('changed-regions');
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: false } });

    test(`frames what was permitted otherwise (${language})`, async ({ office }) => {
      const { main, userData } = office;
      trustAuthority(userData);
      await main.getByRole('button', { name: words.common.nav.verify, exact: true }).click();

      const fine = await compare(office, 'permitted', words);
      // The stamp of the second signature, in one piece or in several.
      await expect(fine).toHaveAttribute('data-count', '0');
      await expect(fine).not.toHaveAttribute('data-permitted', '0');
      const walk = main.getByTestId('change-walk');
      await expect(walk).toContainText(words.verify.marks.legend.permitted);
      await expect(walk).not.toContainText(words.verify.marks.legend.changed);
      // Where nothing else changed, one is led to what was permitted.
      await expect(fine.locator('div').first()).toBeInViewport();
      await picture(main, `verify-permitted-${language}`);
      await expectAccessible(main);

      const besides = await compare(office, 'besides', words);
      await expect(besides).toHaveAttribute('data-count', '1');
      await expect(besides).not.toHaveAttribute('data-permitted', '0');
      await picture(main, `verify-permitted-besides-${language}`);

      // One is led to what was not permitted first, and on from there by keyboard.
      await expect(walk).toContainText(words.verify.marks.legend.changed);
      await expect(main.locator('[class*="changed"]').first()).toBeInViewport();
      await expect(walk).toHaveAttribute('data-done', 'true');
      const next = main.getByRole('button', { name: words.verify.walk.next });
      while (await next.isEnabled()) await next.press('Enter');
      await expect(main.getByRole('textbox', { name: words.viewer.pageInput })).toHaveValue('2');
      await expect(
        main.locator('[data-page="2"]').getByTestId('changed-regions').locator('div').last(),
      ).toBeInViewport();
      await picture(main, `verify-walk-${language}`);
      await main.getByRole('textbox', { name: words.viewer.pageInput }).fill('1');
      await main.keyboard.press('Enter');

      // From the list to the page, by keyboard, as often as one likes.
      const pageShown = main.getByRole('textbox', { name: words.viewer.pageInput });
      const added = main.getByTestId('text-changes').getByRole('button');
      await expect(pageShown).toHaveValue('1');
      await added.filter({ hasText: 'Halaman kedua yang lain' }).press('Enter');
      await expect(pageShown).toHaveValue('2');
      const shown = words.verify.text.shown.replace('{{page}}', '2');
      await expect(main.locator('[aria-live]').filter({ hasText: shown })).toHaveCount(1);
      await picture(main, `verify-text-page-${language}`);
      await expectAccessible(main);
      await added.filter({ hasText: 'Tambahan' }).click();
      await expect(pageShown).toHaveValue('1');
      await added.filter({ hasText: 'Halaman kedua yang lain' }).click();
      await expect(pageShown).toHaveValue('2');
      // Zoomed, one still reads the same page.
      await main.getByRole('button', { name: words.viewer.zoomIn }).click();
      await expect(pageShown).toHaveValue('2');

      // Content that was changed beneath a stamp is no part of the stamp.
      const beneath = await compare(office, 'beneath', words);
      await expect(beneath).toHaveAttribute('data-permitted', /\d/);
      await expect(beneath).not.toHaveAttribute('data-count', '0');
    });
  });
}
