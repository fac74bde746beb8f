// Secrets in the keychain on their way through the window: a time-stamp authority's password, and a PIN that
// is kept, used, and deleted when the token gets another. None leaves a trace. The keyring is a real one.
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guardedTsa } from '../cli/support/practice-services.ts';
import { configFolder } from '../support/harness/launch.ts';
import { startKeyring, whyNoKeyring, type Keyring } from '../support/keyring.ts';
import { whyNoSoftHsm } from '../support/softhsm.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInDialogs, expect, test } from './support/office.ts';
import { test as withOwnToken, type Desk } from './support/own-token.ts';
import { picture } from './support/pictures.ts';
import { SAMPLE } from './support/practice.ts';
import { expectNoTrace, expectTypedInto } from './support/traces.ts';
import { expectSigned, startButton } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const reason = whyNoKeyring() ?? whyNoSoftHsm();
test.skip(reason !== null, reason ?? '');

/** Long and strange enough to stand nowhere by chance. */
const MARKED = 'penanda-3Hj6Xs0Bt8';
const BUS = 'DBUS_SESSION_BUS_ADDRESS';
const CLI = fileURLToPath(new URL('../../out/cli/main.js', import.meta.url));
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

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test('keeps the password of a time-stamp authority until that refuses it', async ({
      office,
    }) => {
      const { app, main, userData, network } = office;
      const guard = await guardedTsa(await network.start(), 'ani', MARKED);
      const settings = join(configFolder(userData), 'pena');
      mkdirSync(settings, { recursive: true });
      const tsa = [{ name: 'TSA Kantor', url: guard.url }];
      writeFileSync(join(settings, 'pena.json'), JSON.stringify({ tsa }));
      await main.getByRole('button', { name: words.common.nav.settings, exact: true }).click();
      const row = main.getByTestId('authority');
      const texts = words.settings.timestamps;
      const named = (text: string): string => text.replace('{{name}}', 'TSA Kantor');
      const keep = async (password: string, shot: boolean): Promise<void> => {
        await row.getByRole('button', { name: named(texts.passwordName) }).click();
        const window = await app.window('secret');
        await expect(window.getByLabel(words.secret.password.user)).toBeFocused();
        if (shot) {
          await picture(window, `password-${language}`);
          await expectAccessible(window);
        }
        await window.getByLabel(words.secret.password.user).fill('ani');
        await window.getByLabel(words.secret.password.password, { exact: true }).fill(password);
        const closed = window.waitForEvent('close');
        void window.keyboard.press('Enter').catch(() => undefined);
        await closed;
      };
      await keep(MARKED, true);
      const secrets = main.getByTestId('secrets');
      const label = `ani @ ${new URL(guard.url).host}`;
      await expect(
        secrets.getByText(`${words.settings.secrets.kinds.tsa}: ${label}`),
      ).toBeVisible();
      await row.getByRole('button', { name: named(texts.testName) }).click();
      await expect(
        row.getByText(words.settings.timestamps.works.split('{{')[0] ?? ''),
      ).toBeVisible();
      await row.scrollIntoViewIfNeeded();
      await picture(main, `settings-password-${language}`);
      await expectAccessible(main);
      await expectNoTrace(MARKED, { app, main, folder: office.folder });
      expectTypedInto(MARKED, 'secret', app);

      await keep('salah', false);
      await row.getByRole('button', { name: named(texts.testName) }).click();
      await expect(row.getByText('NET_AUTH')).toBeVisible();
      await expect(secrets.getByText(words.settings.secrets.none)).toBeVisible();
      await guard.stop();
    });
  });
}

/** By the command line, whose keychain is the same. */
function keepPin({ token, folder: desk }: Desk, sample: string): Promise<void> {
  const key = ['--module', token.module, '--cert', 'p256', '--offline'];
  const args = ['sign', sample, '--out', join(desk, 'sebelum.pdf'), ...key];
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args, '--pin-stdin', '--store-pin'],
      { env: { ...process.env, ...token.env, XDG_CONFIG_HOME: join(desk, 'cli') } },
      (error) => (error === null ? resolve() : reject(new Error('not signed', { cause: error }))),
    );
    child.stdin?.end(`${MARKED}\n`);
  });
}

withOwnToken.use({ tokenPin: MARKED });
withOwnToken(
  'a kept PIN signs without a trace, and goes when the PIN changes',
  async ({ desk }) => {
    withOwnToken.skip(reason !== null, reason ?? '');
    const words = WORDS.id;
    const { app, main } = desk;
    const [sample, signed] = [join(desk.folder, 'surat.pdf'), join(desk.folder, 'hasil.pdf')];
    copyFileSync(SAMPLE, sample);
    await keepPin(desk, sample);

    await chooseInDialogs(app, sample, signed);
    await main.getByRole('button', { name: words.common.drop.choose }).click();
    await main.getByRole('radio', { name: 'PENANDA TANGAN p256' }).check();
    await startButton(main).click();
    await main
      .getByTestId('question')
      .getByRole('button', { name: words.sign.question.unchecked.yes })
      .click();
    await expectSigned(main);
    const asked = app.harness?.traffic.filter(({ host }) => host === 'pin') ?? [];
    expect(asked).toEqual([]);
    await expectNoTrace(MARKED, { app, main, folder: desk.folder });

    await main.getByRole('button', { name: words.common.nav.tokens, exact: true }).click();
    await main
      .getByRole('button', { name: words.tokens.pinLife.openOf.replace('{{label}}', 'UJI') })
      .click();
    await main.getByRole('button', { name: words.tokens.pinLife.change }).click();
    const window = await app.window('secret');
    const { current, next, again } = words.secret.setPin;
    await window.getByLabel(current.change, { exact: true }).fill(MARKED);
    await window.getByLabel(next, { exact: true }).fill('771204');
    await window.getByLabel(again, { exact: true }).fill('771204');
    const closed = window.waitForEvent('close');
    void window.keyboard.press('Enter').catch(() => undefined);
    await closed;
    await expect(
      main.getByTestId('pin-panel').getByText(words.tokens.pinLife.forgotten),
    ).toBeVisible();
    await main.getByRole('button', { name: words.common.nav.settings, exact: true }).click();
    await expect(main.getByText(words.settings.secrets.none)).toBeVisible();
  },
);
