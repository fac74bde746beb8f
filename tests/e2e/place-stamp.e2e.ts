// The stamp's place, by mouse, by keyboard and by numbers; and that the signed file has it there.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expectSigned, openSample, startButton, startSigning, typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const { place } = WORDS.id.sign;

async function numbers(main: Page): Promise<number[]> {
  const labels = [place.x, place.y, place.width, place.height];
  const values = labels.map((label) => main.getByRole('textbox', { name: label, exact: true }));
  return Promise.all(values.map(async (field) => Number(await field.inputValue())));
}

test('follows the mouse', async ({ office }) => {
  const { main } = office;
  await openSample(office);
  const [x = 0, y = 0, width = 0, height = 0] = await numbers(main);
  const frame = main.getByTestId('stamp-frame');
  const box = (await frame.boundingBox())!;
  const pixelsPerPoint = box.width / width;
  await main.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await main.mouse.down();
  await main.mouse.move(box.x + box.width / 2 - 46, box.y + box.height / 2 - 92, { steps: 5 });
  await main.mouse.up();
  const moved = await numbers(main);
  expect(moved[0]).toBeCloseTo(x - 46 / pixelsPerPoint, -0.5);
  expect(moved[1]).toBeCloseTo(y + 92 / pixelsPerPoint, -0.5);
  expect(moved.slice(2)).toEqual([width, height]);

  // The lower right corner: larger, with the upper left where it was.
  const corner = (await frame.locator('[data-corner="bottom-right"]').boundingBox())!;
  await main.mouse.move(corner.x + 5, corner.y + 5);
  await main.mouse.down();
  await main.mouse.move(corner.x + 5 + 23, corner.y + 5 + 23, { steps: 5 });
  await main.mouse.up();
  const resized = await numbers(main);
  expect(resized[0]).toBe(moved[0]);
  expect(resized[2]).toBeCloseTo(width + 23 / pixelsPerPoint, -0.5);
  expect(resized[1]! + resized[3]!).toBe(moved[1]! + moved[3]!);
});

test('follows the arrow keys, and says where it is', async ({ office }) => {
  const { main } = office;
  await openSample(office);
  const [x = 0, y = 0, width = 0, height = 0] = await numbers(main);
  await main.getByTestId('stamp-frame').focus();
  await main.keyboard.press('ArrowLeft');
  await main.keyboard.press('Shift+ArrowUp');
  await main.keyboard.press('Alt+ArrowRight');
  expect(await numbers(main)).toEqual([x - 1, y + 10, width + 1, height]);
  await expect(main.locator('[aria-live]').filter({ hasText: `x ${x - 1}` })).toHaveCount(1);
});

test('takes numbers, and refuses a place off the page', async ({ office }) => {
  const { main, signed } = office;
  await openSample(office);
  const field = (label: string) => main.getByRole('textbox', { name: label, exact: true });
  await field(place.x).fill('9000');
  await expect(main.getByText(place.outside.slice(0, 35))).toBeVisible();
  await expect(startButton(main)).toBeDisabled();
  await picture(main, 'sign-place-outside-id');
  for (const [label, value] of [
    [place.x, '316'],
    [place.y, '342'],
    [place.width, '210'],
    [place.height, '80'],
  ] as const) {
    await field(label).fill(value);
  }
  await main.mouse.move(0, 0);
  await main.getByRole('heading', { level: 1 }).click();
  await expect(main.getByRole('img', { name: WORDS.id.sign.stamp.preview })).toBeVisible();
  // The picture of the README (docs/images/pena.png): a moment later the stamp is drawn anew.
  await main.waitForTimeout(1_500);
  await picture(main, 'sign-placed-id');
  await typePin(await startSigning(office));
  await expectSigned(main);
  // ISO 32000-2 12.5.2: lower left and upper right corner, in user space.
  expect(readFileSync(signed, 'latin1')).toMatch(/\/Rect\s*\[\s*316 342 526 422\s*\]/);
});

test('signs without a stamp', async ({ office }) => {
  const { main, signed } = office;
  await openSample(office);
  await main.getByRole('switch', { name: WORDS.id.sign.visible }).click();
  await expect(main.getByTestId('stamp-frame')).toHaveCount(0);
  await typePin(await startSigning(office));
  await expectSigned(main);
  await expect(main.getByTestId('sign-result')).toContainText(WORDS.id.sign.result.invisible);
  expect(readFileSync(signed, 'latin1')).toMatch(/\/Rect\s*\[\s*0 0 0 0\s*\]/);
});
