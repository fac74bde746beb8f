// The settings under an office's policy: what the administrator set is named, cannot be changed on the screen, and
// cannot be changed by a page that asks main for it either.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { MainBridge } from '../../renderer/base/bridge.ts';
import { LOCKABLE } from '../../core/contract/settings.ts';
import { DEFAULT_SETTINGS, launchPena, makeWorkplace } from '../support/harness/launch.ts';
import { expectAccessible } from './support/axe.ts';
import { whyNoPolicy } from './support/lost-place.ts';
import { picture } from './support/pictures.ts';
import { WORDS } from './support/words.ts';

const TSA = { name: 'TSA Kantor', url: 'http://127.0.0.1:9/tsa' };

/** Everything that a policy can lay down. */
function policyOf(language: 'id' | 'en') {
  return {
    ...{ format: 1, office: 'Diskominfo Latihan', language, zone: 'WIT', tsa: [TSA] },
    ...{ anchors: [], proxy: { url: null }, modules: { usersMayAdd: false } },
    ...{ storeSecrets: 'forbid', findings: {}, stamps: 'rancangan', updates: 'off' },
    ...{ registrationAuthority: { name: 'Otoritas Pendaftaran Latihan' }, practice: 'forbid' },
  };
}

/** What a hostile page could ask, past every button. */
function ask(main: Page, name: string, request: unknown) {
  return main.evaluate(
    ([call, given]) =>
      (window as unknown as { pena: MainBridge }).pena.call(call as never, given as never),
    [name, request] as const,
  );
}

for (const language of ['id', 'en'] as const) {
  const { common, settings: words } = WORDS[language];
  test(`what the administrator set stays (${language})`, async () => {
    const missing = whyNoPolicy();
    test.skip(missing !== null, missing ?? '');
    const workplace = makeWorkplace();
    const { folder, userData } = workplace;
    mkdirSync(userData);
    const own = join(userData, 'settings.json');
    // The person had chosen otherwise.
    const chosen = { ...DEFAULT_SETTINGS, language: language === 'id' ? 'en' : 'id', zone: 'WIB' };
    writeFileSync(own, JSON.stringify(chosen));
    const policy = join(folder, 'policy.json');
    writeFileSync(policy, JSON.stringify(policyOf(language)));
    const app = await launchPena({
      userData,
      env: { PENA_TEST_POLICY: policy, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
    });
    try {
      const main = await app.window('main');
      await main.getByRole('button', { name: common.nav.settings, exact: true }).click();
      const card = main.getByTestId('policy');
      await expect(card).toContainText('Diskominfo Latihan');
      for (const name of LOCKABLE) {
        await expect(card.getByText(words.policy.names[name], { exact: true })).toBeVisible();
      }
      for (const label of [words.language, words.zone]) {
        const group = main.getByRole('radiogroup', { name: label });
        for (const radio of await group.getByRole('radio').all())
          await expect(radio).toBeDisabled();
      }
      const zone = main.getByRole('radiogroup', { name: words.zone });
      await expect(zone.getByRole('radio', { name: words.zones.WIT })).toBeChecked();
      await expect(main.locator('#setting-language-hint')).toHaveText(words.policy.locked);
      await expect(main.locator('#setting-zone-hint')).toHaveText(words.policy.locked);
      await picture(main, `settings-policy-${language}`);
      await expectAccessible(main);

      const stamps = main.getByTestId('timestamps');
      await expect(stamps).toContainText(words.policy.locked);
      await expect(stamps).toContainText(TSA.name);
      await expect(stamps.getByRole('textbox')).toHaveCount(0);
      await expect(stamps.getByRole('button', { name: words.timestamps.remove })).toHaveCount(0);
      const secrets = main.getByTestId('secrets');
      await expect(secrets).toContainText(words.policy.locked);
      await secrets.scrollIntoViewIfNeeded();
      await picture(main, `settings-policy-below-${language}`);

      const locks = { ok: false, error: { code: 'POLICY_LOCKS' } };
      expect(await ask(main, 'settings.set', { language: chosen.language })).toMatchObject(locks);
      expect(await ask(main, 'settings.set', { zone: 'WIB' })).toMatchObject(locks);
      const other = { name: 'TSA Lain', url: 'http://127.0.0.1:9/lain' };
      expect(await ask(main, 'timestamps.set', { authorities: [other] })).toMatchObject(locks);
      // Beside something that may be changed it is refused whole.
      const both = { position: 'Penyusup', zone: 'WIB' };
      expect(await ask(main, 'settings.set', both)).toMatchObject(locks);
      expect(await ask(main, 'secrets.set', { kind: 'tsa', url: TSA.url })).toMatchObject({
        error: { code: 'KEYCHAIN_FORBIDDEN' },
      });
      // Nobody can ask for more than the contract names.
      for (const name of LOCKABLE.filter((one) => !['language', 'zone'].includes(one))) {
        expect(await ask(main, 'settings.set', { [name]: null })).toMatchObject({
          error: { code: 'IPC_REQUEST_INVALID' },
        });
      }
      expect(JSON.parse(readFileSync(own, 'utf8'))).toEqual(chosen);
      expect(await ask(main, 'settings.get', {})).toMatchObject({
        value: { language, zone: 'WIT', position: chosen.position },
      });

      // What the policy says nothing of is the person's own.
      const position = main.getByRole('textbox', { name: words.position });
      await position.fill('Sekretaris Daerah');
      await position.press('Enter');
      await expect
        .poll(() => JSON.parse(readFileSync(own, 'utf8')) as unknown)
        .toEqual({ ...chosen, position: 'Sekretaris Daerah' });
    } finally {
      await app.close();
      workplace.remove();
    }
  });
}
