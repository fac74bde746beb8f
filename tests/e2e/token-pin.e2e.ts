// A new PIN from the tokens view: for the old one, and by PUK. What is typed stays in the window for secrets.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import { whyNoCompiler } from '../support/faulty-module.ts';
import { SO_PIN, USER_PIN, whyNoSoftHsm } from '../support/softhsm.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test, type Desk } from './support/own-token.ts';
import { picture } from './support/pictures.ts';
import { expectNoTrace, expectTypedInto } from './support/traces.ts';
import { WORDS, type Words } from './support/words.ts';

const reason = whyNoSoftHsm();
test.skip(reason !== null, reason ?? '');

/** Long and strange enough to stand nowhere by chance. */
const MARKED = 'penanda-5Kv8Tq1Nw3';

async function openPanel(
  { main }: Desk,
  words: Words = WORDS.id,
  state: string = words.tokens.pinLife.states.ok,
): Promise<Locator> {
  await main.getByRole('button', { name: words.common.nav.tokens, exact: true }).click();
  const name = words.tokens.pinLife.openOf.replace('{{label}}', 'UJI');
  await main.getByRole('button', { name }).click();
  const panel = main.getByTestId('pin-panel');
  await expect(panel.getByText(state).first()).toBeVisible();
  return panel;
}

async function fill(
  window: Page,
  words: Words,
  pins: readonly string[],
  how: 'change' | 'unblock',
) {
  const { current, next, again } = words.secret.setPin;
  for (const [index, label] of [current[how], next, again].entries()) {
    await window.getByLabel(label, { exact: true }).fill(pins[index] ?? '');
  }
}

async function submit(window: Page, words: Words, how: 'change' | 'unblock'): Promise<void> {
  const closed = window.waitForEvent('close');
  // The answer may close the window before the click has returned.
  await window
    .getByRole('button', { name: words.secret.setPin.submit[how] })
    .click()
    .catch(() => undefined);
  await closed;
}

/** Whether the token takes this PIN, asked by another program. */
async function logsIn({ token }: Desk, pin: string): Promise<boolean> {
  const args = ['--module', token.module, '--token-label', token.label, '--login', '--pin', pin];
  return promisify(execFile)('pkcs11-tool', [...args, '--list-objects'], {
    env: { ...process.env, ...token.env },
  }).then(
    () => true,
    () => false,
  );
}

function journalOf({ journalFolder }: Desk): string {
  return readdirSync(journalFolder)
    .map((name) => readFileSync(join(journalFolder, name), 'utf8'))
    .join('');
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ language });

    test('changes the PIN, and neither PIN leaves a trace', async ({ desk }) => {
      const { app, main, folder } = desk;
      const panel = await openPanel(desk, words);
      await picture(main, `token-pin-${language}`);
      await expectAccessible(main);
      await panel.getByRole('button', { name: words.tokens.pinLife.change }).click();
      const window = await app.window('secret');
      await expect(
        window.getByLabel(words.secret.setPin.current.change, { exact: true }),
      ).toBeFocused();
      await picture(window, `set-pin-${language}`);
      await expectAccessible(window);

      await fill(window, words, [USER_PIN, '12', '12'], 'change');
      await window.keyboard.press('Enter');
      await expect(window.getByText(words.secret.setPin.problems.short)).toBeVisible();
      await fill(window, words, [USER_PIN, MARKED, `${MARKED}0`], 'change');
      await window.keyboard.press('Enter');
      await expect(window.getByText(words.secret.setPin.problems.different)).toBeVisible();
      await picture(window, `set-pin-different-${language}`);
      await expectAccessible(window);
      await window.getByLabel(words.secret.setPin.again, { exact: true }).fill(MARKED);
      await submit(window, words, 'change');

      await expect(panel.getByText(words.tokens.pinLife.changed)).toBeVisible();
      await picture(main, `token-pin-changed-${language}`);
      await expectAccessible(main);
      expect(await logsIn(desk, MARKED)).toBe(true);
      await expectNoTrace(MARKED, { app, main, folder });
      expectTypedInto(MARKED, 'secret', app);
      expect(journalOf(desk)).toContain('{"kind":"pin-changed","how":"changed"}');
    });
  });
}

/** CKF_USER_PIN_TO_BE_CHANGED, which SoftHSM never says: the one thing of the module that is not its own. */
for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(`the first PIN (${language})`, () => {
    test.skip(whyNoCompiler() !== null, whyNoCompiler() ?? '');
    test.use({ language, fault: 'first-pin' });

    test('is said to be its issuer’s until it is changed', async ({ desk }) => {
      const { app, main } = desk;
      const { pinLife } = words.tokens;
      const panel = await openPanel(desk, words, pinLife.toBeChanged);
      await picture(main, `token-pin-first-${language}`);
      await expectAccessible(main);
      await panel.getByRole('button', { name: pinLife.change }).press('Enter');
      const window = await app.window('secret');
      const { setPin } = words.secret;
      await expect(window.getByRole('heading', { level: 1 })).toHaveText(setPin.titles.first);
      await expect(window.getByText(setPin.first)).toBeVisible();
      await expect(window.getByLabel(setPin.current.change, { exact: true })).toBeFocused();
      await picture(window, `set-pin-first-${language}`);
      await expectAccessible(window);
      // The issuer's own once more is no new one.
      await fill(window, words, [USER_PIN, USER_PIN, USER_PIN], 'change');
      await window.keyboard.press('Enter');
      await expect(window.getByText(setPin.problems.same)).toBeVisible();
      await fill(window, words, [USER_PIN, MARKED, MARKED], 'change');
      await submit(window, words, 'change');
      await expect(panel.getByText(pinLife.changed)).toBeVisible();
      await expect(panel.getByText(pinLife.toBeChanged)).toHaveCount(0);
      expect(await logsIn(desk, MARKED)).toBe(true);
      expect(await logsIn(desk, USER_PIN)).toBe(false);
    });
  });
}

test('spends one try on a wrong PIN, says so, and unblocks with the PUK', async ({ desk }) => {
  const words = WORDS.id;
  const { app, main, folder } = desk;
  const panel = await openPanel(desk);
  await panel.getByRole('button', { name: words.tokens.pinLife.change }).click();
  const wrong = await app.window('secret');
  await fill(wrong, words, [MARKED, '771204', '771204'], 'change');
  await submit(wrong, words, 'change');
  await expect(panel.getByText('TOKEN_PIN_INCORRECT')).toBeVisible();
  await expect(panel.getByText(words.tokens.pinLife.states['count-low'])).toBeVisible();
  await expect(panel.getByText(words.tokens.pinLife.wayUnnamed)).toBeVisible();
  await panel.scrollIntoViewIfNeeded();
  await picture(main, 'token-pin-wrong-id');
  await expectAccessible(main);
  expect(journalOf(desk)).toContain('"kind":"pin-failed"');
  expect(await logsIn(desk, USER_PIN)).toBe(true);

  await panel.getByRole('button', { name: words.tokens.pinLife.unblock }).click();
  const window = await app.window('secret');
  await picture(window, 'set-pin-unblock-id');
  await expectAccessible(window);
  await fill(window, words, [SO_PIN, '771204', '771204'], 'unblock');
  await submit(window, words, 'unblock');
  await expect(panel.getByText(words.tokens.pinLife.unblocked)).toBeVisible();
  expect(await logsIn(desk, '771204')).toBe(true);
  expect(journalOf(desk)).toContain('{"kind":"pin-changed","how":"unblocked"}');
  await expectNoTrace(MARKED, { app, main, folder });
});

test('is left with Esc, and the PIN is as it was', async ({ desk }) => {
  const words = WORDS.id;
  const panel = await openPanel(desk);
  await panel.getByRole('button', { name: words.tokens.pinLife.change }).click();
  const window = await desk.app.window('secret');
  await fill(window, words, [USER_PIN, '771204', '771204'], 'change');
  const closed = window.waitForEvent('close');
  void window.keyboard.down('Escape').catch(() => undefined);
  await closed;
  await expect(panel.getByRole('button', { name: words.tokens.pinLife.change })).toBeEnabled();
  expect(await logsIn(desk, USER_PIN)).toBe(true);
});
