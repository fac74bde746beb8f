// The steps that several tests take through the window.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Office } from './office.ts';
import { PIN, SIGNER } from './practice.ts';
import { WORDS, type Words } from './words.ts';

/** From the home screen to the sample on the sign view, certificate read and stamp drawn. */
export async function openSample({ main }: Office, words: Words = WORDS.id): Promise<void> {
  await main.getByRole('button', { name: words.common.drop.choose }).click();
  await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
  await expect(main.getByTestId('stamp-preview').locator('canvas')).toBeVisible();
}

export function startButton(main: Page, words: Words = WORDS.id): Locator {
  return main.locator('form').getByRole('button', { name: words.sign.start, exact: true });
}

/** Presses the button and waits for the PIN window. */
export async function startSigning({ app, main }: Office, words: Words = WORDS.id): Promise<Page> {
  await startButton(main, words).click();
  const pin = await app.window('pin');
  await expect(pin.getByLabel(words.pin.pin, { exact: true })).toBeFocused();
  return pin;
}

export async function typePin(pin: Page, text = PIN, words: Words = WORDS.id): Promise<void> {
  const closed = pin.waitForEvent('close');
  await pin.getByLabel(words.pin.pin, { exact: true }).fill(text);
  // The answer may close the window before the click has returned.
  await pin
    .getByRole('button', { name: words.pin.submit })
    .click()
    .catch(() => undefined);
  await closed;
}

export async function expectSigned(main: Page, words: Words = WORDS.id): Promise<void> {
  await expect(main.getByTestId('sign-result')).toContainText(words.sign.result.title);
  await expect(main.locator('canvas').first()).toBeVisible();
}
