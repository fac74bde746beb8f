// The PIN window: what it says, how it is left, and that a PIN leaves no trace anywhere else.
import { existsSync } from 'node:fs';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { PIN } from './support/practice.ts';
import { expectNoTrace, expectTypedInto } from './support/traces.ts';
import { expectSigned, openSample, startSigning, typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const words = WORDS.id;
/** Long and strange enough to stand nowhere by chance. The token will call it wrong. */
const MARKED = 'penanda-7Q4x9Zr2Lw';

test('asks again after a wrong PIN, and the PIN is found nowhere', async ({ office }) => {
  const { app, main, folder } = office;
  await openSample(office);
  await typePin(await startSigning(office), MARKED);
  const again = await app.window('pin');
  await expect(again.getByText(words.pin.wrong)).toBeVisible();
  await picture(again, 'pin-wrong-id');
  await expectAccessible(again);
  await typePin(again);
  await expectSigned(main);

  await expectNoTrace(MARKED, { app, main, folder });
  // The search itself finds what is there.
  expectTypedInto(MARKED, 'pin', app);
});

test('is left with Esc, and nothing is signed', async ({ office }) => {
  const { main, signed } = office;
  await openSample(office);
  const pin = await startSigning(office);
  const closed = pin.waitForEvent('close');
  // The window may be gone before the key is up again.
  void pin.keyboard.down('Escape').catch(() => undefined);
  await closed;
  await expect(main.getByText(words.sign.progress.cancelled).first()).toBeVisible();
  expect(existsSync(signed)).toBe(false);
  await picture(main, 'sign-cancelled-id');
  await expectAccessible(main);
});

test('goes with the signing that is cancelled in the main window', async ({ office }) => {
  const { main, signed } = office;
  await openSample(office);
  const pin = await startSigning(office);
  const closed = pin.waitForEvent('close');
  await main.getByRole('button', { name: words.sign.progress.cancel }).click();
  await closed;
  await expect(main.getByText(words.sign.progress.cancelled).first()).toBeVisible();
  expect(existsSync(signed)).toBe(false);
});

test('takes a PIN that is pasted', async ({ office }) => {
  const { main } = office;
  await openSample(office);
  const field = main.getByLabel(words.sign.position, { exact: true });
  await field.fill(PIN);
  await field.press('Control+A');
  await field.press('Control+X');
  await expect(field).toHaveValue('');
  const pin = await startSigning(office);
  const closed = pin.waitForEvent('close');
  const box = pin.getByLabel(words.pin.pin, { exact: true });
  await box.press('Control+V');
  await expect(box).toHaveValue(PIN);
  void box.press('Enter').catch(() => undefined);
  await closed;
  await expectSigned(main);
});

test('asks for something before it submits', async ({ office }) => {
  await openSample(office);
  const pin = await startSigning(office);
  await pin.getByRole('button', { name: words.pin.submit }).click();
  await expect(pin.getByText(words.pin.empty)).toBeVisible();
  await expect(pin.getByLabel(words.pin.pin, { exact: true })).toBeFocused();
});

test('is a modal, protected window of its own kind', async ({ office }) => {
  await openSample(office);
  const pin = await startSigning(office);
  const facts = await office.app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    return { count: windows.length, guarded: windows.map((w) => w.isContentProtected()) };
  }, null);
  expect(facts).toEqual({ count: 2, guarded: [false, true] });
  expect(await pin.evaluate(() => 'pena' in window)).toBe(false);
  expect(await office.main.evaluate(() => 'penaPin' in window)).toBe(false);
});
