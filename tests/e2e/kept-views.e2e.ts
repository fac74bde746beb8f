// What was typed in a view is still there after a look at another one, while the document is open.
import { expect, test } from './support/office.ts';
import { openSample } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const words = WORDS.id;

test.describe('a look at another view', () => {
  test.use({ officeOptions: { settings: { language: 'id' }, token: true } });

  test('takes away nothing of what was chosen for a signature', async ({
    office: { main },
    office,
  }) => {
    const go = (view: 'sign' | 'settings') =>
      main.getByRole('button', { name: words.common.nav[view], exact: true }).click();
    await openSample(office, words);
    const level = main.getByLabel(words.sign.level.label);
    await expect(level).toHaveValue('B-T');
    await level.selectOption('B-LTA');
    await go('settings');
    await expect(level).toBeHidden();
    await go('sign');
    await expect(level).toBeVisible();
    await expect(level).toHaveValue('B-LTA');
  });
});
