// A PIN kept on the person's own word, used for the next signature, shown in the settings and deleted
// there; and what the settings say where there is no keychain. The keyring is a real one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startKeyring, whyNoKeyring, type Keyring } from '../support/keyring.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { expectSigned, openSample, startButton, startSigning, typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const reason = whyNoKeyring();
test.skip(reason !== null, reason ?? '');

const BUS = 'DBUS_SESSION_BUS_ADDRESS';
const before = process.env[BUS];
let folder: string;
let keyring: Keyring;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pena-keyring-'));
  keyring = await startKeyring({ folder });
  process.env[BUS] = keyring.env[BUS];
});
test.afterAll(() => {
  keyring.stop();
  rmSync(folder, { recursive: true, force: true });
  if (before === undefined) Reflect.deleteProperty(process.env, BUS);
  else process.env[BUS] = before;
});

const settingsOf = async (main: Page, language: 'id' | 'en') => {
  const name = WORDS[language].common.nav.settings;
  await main.getByRole('button', { name, exact: true }).click();
  return main.getByTestId('secrets');
};

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test('keeps a PIN, shows it in the settings and deletes it', async ({ office }) => {
      const { main, app } = office;
      await openSample(office, words);
      const pin = await startSigning(office, words);
      const box = pin.getByRole('checkbox', { name: words.pin.keepIt });
      await expect(box).not.toBeChecked();
      await picture(pin, `pin-keep-${language}`);
      await expectAccessible(pin);
      await box.check();
      await typePin(pin, undefined, words);
      await expectSigned(main, words);

      const secrets = await settingsOf(main, language);
      const remove = secrets.getByRole('button', { name: new RegExp(SIGNER) });
      await expect(remove).toBeVisible();
      await secrets.scrollIntoViewIfNeeded();
      await picture(main, `settings-secrets-${language}`);
      await expectAccessible(main);
      await remove.click();
      await expect(secrets.getByText(words.settings.secrets.none)).toBeVisible();
      expect(app.output()).not.toContain('keychain');
    });
  });
}

test.describe.serial('from one start to the next', () => {
  test('keeps the PIN', async ({ office }) => {
    await openSample(office);
    const pin = await startSigning(office);
    await pin.getByRole('checkbox', { name: WORDS.id.pin.keepIt }).check();
    await typePin(pin);
    await expectSigned(office.main);
  });

  test('signs with it, and asks nobody', async ({ office }) => {
    await openSample(office);
    await startButton(office.main).click();
    await expectSigned(office.main);
    const pin = office.app.harness?.traffic.filter(({ host }) => host === 'pin') ?? [];
    expect(pin).toEqual([]);
  });
});
