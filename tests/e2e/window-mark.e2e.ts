// The mark: chosen in the settings, shown by every window for secrets, known to no page of the main window.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expectNoTrace } from './support/traces.ts';
import { openSample, startSigning } from './support/walk.ts';
import { WORDS } from './support/words.ts';

/** Asks what the reminder has asked before it, so that it has its answers, and has drawn them. */
async function expectNoReminder(main: Page): Promise<void> {
  await main.evaluate(async () => {
    await window.pena.call('mark.state', {});
    await window.pena.call('certificate.known', {});
    await new Promise((drawn) => setTimeout(drawn, 100));
  });
  await expect(main.getByTestId('mark-reminder')).toHaveCount(0);
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test('is chosen with the keyboard and shown where the PIN is asked for', async ({ office }) => {
      const { app, main, userData } = office;
      const reminder = main.getByTestId('mark-reminder');
      await expect(reminder).toContainText(words.home.mark.text);
      await reminder.scrollIntoViewIfNeeded();
      await picture(main, `home-mark-${language}`);
      await expectAccessible(main);
      await reminder.getByRole('button', { name: words.home.mark.choose }).press('Enter');
      const card = main.getByTestId('mark-card');
      await expect(card.getByRole('heading')).toBeFocused();
      await expect(card).toBeInViewport();
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
      await expectNoReminder(main);
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

test('is asked for once in a run', async ({ office }) => {
  const { main } = office;
  const go = (name: string) => main.getByRole('button', { name, exact: true }).click();
  const { common, home } = WORDS.id;
  const reminder = main.getByTestId('mark-reminder');
  await reminder.getByRole('button', { name: home.mark.later }).press('Enter');
  await expect(reminder).toBeHidden();
  await expect(main.locator('#content')).toBeFocused();
  await go(common.nav.settings);
  await expect(main.getByRole('heading', { level: 1 })).toBeFocused();
  await go(common.nav.home);
  await expectNoReminder(main);
});

test.describe('without a token', () => {
  test.use({ officeOptions: { settings: {}, token: false } });

  test('reminds nobody', async ({ office }) => {
    await expect(office.main.getByTestId('missing-token')).toBeVisible();
    await expectNoReminder(office.main);
  });
});
