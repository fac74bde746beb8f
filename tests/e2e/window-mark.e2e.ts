// The mark: chosen in the settings, shown by every window for secrets, known to no page of the main window.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expectNoTrace } from './support/traces.ts';
import { openSample, startSigning } from './support/walk.ts';
import { WORDS } from './support/words.ts';

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test('is chosen with the keyboard and shown where the PIN is asked for', async ({ office }) => {
      const { app, main, userData } = office;
      await main.getByRole('button', { name: words.common.nav.settings, exact: true }).click();
      const card = main.getByTestId('mark-card');
      await expect(card.getByText(words.settings.mark.none)).toBeVisible();
      await card.getByRole('button', { name: words.settings.mark.choose }).click();
      const chooser = await app.window('secret');
      const boat = chooser.getByRole('radio', { name: words.secret.mark.pictures.boat });
      await expect(boat).toBeFocused();
      await chooser.keyboard.press('Enter');
      await expect(chooser.getByText(words.secret.mark.missing)).toBeVisible();
      await boat.press('ArrowRight');
      await expect(
        chooser.getByRole('radio', { name: words.secret.mark.pictures.mountain }),
      ).toBeChecked();
      await chooser.keyboard.press('Tab');
      await chooser.keyboard.press('End');
      await chooser.getByRole('radio', { name: 'Tambora' }).check();
      await picture(chooser, `mark-${language}`);
      await expectAccessible(chooser);
      const closed = chooser.waitForEvent('close');
      void chooser.keyboard.press('Enter').catch(() => undefined);
      await closed;
      await expect(card.getByText(words.settings.mark.there)).toBeVisible();
      await card.scrollIntoViewIfNeeded();
      await picture(main, `settings-mark-${language}`);
      await expectAccessible(main);
      expect(JSON.parse(readFileSync(join(userData, 'window-mark.json'), 'utf8'))).toEqual({
        picture: 'mountain',
        word: 'Tambora',
      });

      await main.getByRole('button', { name: words.common.nav.home, exact: true }).click();
      await openSample(office, words);
      const pin = await startSigning(office, words);
      await expect(pin.getByTestId('mark')).toContainText(
        `${words.secret.mark.pictures.mountain} · Tambora`,
      );
      await picture(pin, `pin-mark-${language}`);
      await expectAccessible(pin);
      expect(await main.content()).not.toContain('Tambora');
    });
  });
}

test('is nowhere in the main window', async ({ office }) => {
  const { app, main, userData } = office;
  const words = WORDS.id;
  await main.getByRole('button', { name: words.common.nav.settings, exact: true }).click();
  await main.getByRole('button', { name: words.settings.mark.choose }).click();
  const chooser = await app.window('secret');
  await chooser.getByRole('radio', { name: words.secret.mark.pictures.kite }).check();
  await chooser.getByRole('radio', { name: 'Singkarak' }).check();
  const closed = chooser.waitForEvent('close');
  void chooser.keyboard.press('Enter').catch(() => undefined);
  await closed;
  await expect(main.getByText(words.settings.mark.there)).toBeVisible();
  // Its own file holds it; nothing else that the program wrote does.
  expect(readFileSync(join(userData, 'window-mark.json'), 'utf8')).toContain('Singkarak');
  await expectNoTrace('Singkarak', { app, main, folder: join(userData, 'config') });
});
