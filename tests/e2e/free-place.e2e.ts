// The second signer's stamp: proposed off the first one, warned of where it is moved onto it, and led away.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { liesOn } from '../../core/domain/free-place.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInDialogs, expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { expectSigned, openSample, startSigning, typePin } from './support/walk.ts';
import { WORDS, type Words } from './support/words.ts';

async function rectangle(main: Page, { sign: { place } }: Words) {
  const numbers = [place.x, place.y, place.width, place.height].map(async (name) =>
    Number(await main.getByRole('textbox', { name, exact: true }).inputValue()),
  );
  const [x = 0, y = 0, width = 0, height = 0] = await Promise.all(numbers);
  return { x, y, width, height };
}

/** Where stamps stand in the file (ISO 32000-2 12.5.2), in its own numbers. */
function stampsIn(path: string) {
  const found = readFileSync(path, 'latin1').matchAll(
    /\/Rect\s*\[\s*([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\s*\]/g,
  );
  return Array.from(found, ([, ...corners]) => {
    const [x = 0, y = 0, right = 0, top = 0] = corners.map(Number);
    return { x, y, width: right - x, height: top - y };
  });
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`a second signer gets a place of his own (${language})`, async ({ office }) => {
      const { app, main, signed, folder } = office;
      await openSample(office, words);
      const first = await rectangle(main, words);
      await typePin(await startSigning(office, words), undefined, words);
      await expectSigned(main, words);
      const twice = join(folder, 'kedua.pdf');
      await chooseInDialogs(app, signed, twice);
      await main.getByRole('button', { name: words.sign.result.another }).click();
      await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
      await expect(main.getByTestId('stamp-frame')).toBeVisible();
      const trouble = main.getByTestId('place-trouble');
      const proposed = await rectangle(main, words);
      expect(liesOn(proposed, first)).toBe(false);
      await expect(trouble).toBeEmpty();

      // Onto the first one.
      const { place } = words.sign;
      for (const [name, value] of [
        [place.x, first.x],
        [place.y, first.y],
      ] as const) {
        await main.getByRole('textbox', { name, exact: true }).fill(String(value));
      }
      await expect(trouble).toContainText(place.trouble.stamp);
      await expect(main.getByTestId('stamp-frame')).toHaveAttribute('data-troubled', 'true');
      await trouble.scrollIntoViewIfNeeded();
      await picture(main, `sign-place-trouble-${language}`);
      await expectAccessible(main);
      await main.getByRole('button', { name: place.trouble.find }).click();
      await expect(trouble).toBeEmpty();
      expect(liesOn(await rectangle(main, words), first)).toBe(false);
      await picture(main, `sign-place-found-${language}`);

      await typePin(await startSigning(office, words), undefined, words);
      await expectSigned(main, words);
      const stamps = stampsIn(twice);
      expect(stamps).toHaveLength(2);
      expect(liesOn(stamps[0]!, stamps[1]!)).toBe(false);
    });
  });
}
