// Certificates whose token is away: warned of on the first screen, listed with where they were, and one
// that was reported lost cannot be chosen.
import { join } from 'node:path';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import { certificates as en } from '../../renderer/locales/en/certificates.ts';
import { certificates as id } from '../../renderer/locales/id/certificates.ts';
import { configFolder } from '../support/harness/launch.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { WORDS } from './support/words.ts';

const TEXTS = { id, en };

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

test('warns of a token in the drawer, and refuses a reported certificate', async ({ office }) => {
  const { main, userData } = office;
  const registry = new CertificateRegistry(
    join(configFolder(userData), 'pena', 'certificates.json'),
  );
  const go = (name: string) => main.getByRole('button', { name, exact: true }).click();
  await expect(main.getByText(/TOKEN LATIHAN/)).toBeVisible();
  const own = (await registry.list()).find(({ name }) => name === SIGNER);
  if (own === undefined) throw new Error('the practice certificate was not noted');
  await registry.see([
    {
      ...{ sha256: 'ab'.repeat(32), certificate: 'MAA=', name: 'NAMA SEKRETARIS LATIHAN' },
      ...{ issuer: 'CA LATIHAN', subjectKey: 'cn=sekretaris', serial: '0a', hasPrivateKey: true },
      ...{ notBefore: inDays(-700), notAfter: inDays(11.5) },
      token: { label: 'KARTU LAMA', serial: '77120031' },
    },
  ]);
  await registry.markReported(own.sha256, new Date());
  for (const language of ['id', 'en'] as const) {
    const words = WORDS[language];
    const texts = TEXTS[language];
    if (language === 'en') {
      await go(WORDS.id.common.nav.settings);
      await main.getByText(WORDS.id.settings.languages.en).click();
    }
    await go(words.common.nav.tokens);
    const list = main.getByTestId('known-certificates');
    await expect(list.getByText('NAMA SEKRETARIS LATIHAN', { exact: true })).toBeVisible();
    await expect(list).toContainText('77120031');
    await expect(list).toContainText(texts.state.reported);
    await main.getByRole('button', { name: words.common.refresh, exact: true }).click();
    await expect(main.getByText('CERTIFICATE_REPORTED_LOST')).toBeVisible();
    await list.locator('summary').first().click();
    await list.scrollIntoViewIfNeeded();
    await picture(main, `certificates-${language}`);
    await expectAccessible(main);
    await go(words.common.nav.home);
    const banner = main.getByTestId('expiry');
    await expect(banner).toContainText('NAMA SEKRETARIS LATIHAN');
    await expect(banner).toContainText('12');
    await expect(banner).not.toContainText(SIGNER);
    await picture(main, `home-expiry-${language}`);
    await expectAccessible(main);
    await banner.getByRole('button', { name: texts.expiry.show }).click();
    await expect(list).toBeVisible();

    // A mark of a lost key stays; anything else goes after a question, and a no leaves it.
    const details = (name: string) => list.getByText(texts.details.replace('{{name}}', name));
    const row = (name: string) => list.locator('li', { hasText: name });
    await details(SIGNER).click();
    await expect(row(SIGNER).getByText(texts.forget.reported)).toBeVisible();
    await expect(row(SIGNER).getByRole('button')).toHaveCount(0);
    await details('NAMA SEKRETARIS LATIHAN').click();
    const button = row('NAMA SEKRETARIS LATIHAN').getByRole('button', {
      name: texts.forget.name.replace('{{name}}', 'NAMA SEKRETARIS LATIHAN'),
    });
    await button.press('Enter');
    const question = list.getByTestId('forget');
    await expect(question).toContainText(texts.forget.lost);
    await expect(question.getByRole('heading')).toBeFocused();
    await question.scrollIntoViewIfNeeded();
    await picture(main, `certificates-forget-${language}`);
    await expectAccessible(main);
    await main.keyboard.press('Tab');
    await main.keyboard.press('Enter');
    await expect(question).toBeHidden();
    await expect(button).toBeFocused();
    if (language === 'en') {
      await button.click();
      await question.getByRole('button', { name: texts.forget.yes }).click();
      await expect(list.getByRole('heading', { name: texts.title })).toBeFocused();
      await expect(details('NAMA SEKRETARIS LATIHAN')).toBeHidden();
      expect((await registry.list()).map(({ name }) => name)).not.toContain(
        'NAMA SEKRETARIS LATIHAN',
      );
      await go(words.common.nav.home);
      await expect(main.getByTestId('expiry')).toBeHidden();
    }
  }
});
