// A place that the document brings along: an empty field, chosen by keyboard, and a tag in the text.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FieldWish } from '../../core/domain/workflow.ts';
import { expectAccessible } from './support/axe.ts';
import { signedPlaces, withFields, withText } from './support/documents.ts';
import { chooseInDialogs, expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { expectSigned, startButton, startSigning, typePin } from './support/walk.ts';
import { WORDS, type Words } from './support/words.ts';

const FIELDS: readonly FieldWish[] = [
  { role: 'paraf', name: 'Paraf Sekda', order: 1, place: { page: 1, rect: [60, 60, 90, 40] } },
  {
    ...{ role: 'penanda-tangan', name: 'Wali Kota', order: 2 },
    place: { page: 'last', rect: [330, 120, 200, 80] },
  },
  { role: 'penanda-tangan', name: 'Arsip', order: 2, place: { page: 1, rect: null } },
];

async function open({ app, main, signed }: Office, path: string, words: Words): Promise<void> {
  await chooseInDialogs(app, path, signed);
  await main.getByRole('button', { name: words.common.drop.choose }).click();
  await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
}

/** The made documents do not embed their font. */
async function passWarnings(main: Page, words: Words): Promise<void> {
  await main.getByRole('checkbox', { name: words.sign.findings.seen }).check();
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`signs in the field whose turn it is, by keyboard (${language})`, async ({ office }) => {
      const { main, folder, signed } = office;
      await open(office, await withFields(folder, 'urutan.pdf', FIELDS), words);
      const list = main.getByTestId('waiting-fields');
      await expect(list.getByRole('radio')).toHaveCount(3);
      await expect(list.getByRole('radio', { name: 'Paraf Sekda' })).toBeChecked();
      await expect(list).toContainText(words.sign.place.turn);
      await expect(main.getByTestId('stamp-placed').locator('canvas')).toBeVisible();
      await expect(main.getByTestId('field-mark').first()).toBeVisible();
      await list.getByRole('radio', { name: 'Paraf Sekda' }).scrollIntoViewIfNeeded();
      await picture(main, `place-field-${language}`);
      await expectAccessible(main);
      // To the next field and back with the arrows, then Enter on the form's own button.
      await list.getByRole('radio', { name: 'Paraf Sekda' }).focus();
      await main.keyboard.press('ArrowDown');
      await expect(list.getByRole('radio', { name: 'Wali Kota' })).toBeChecked();
      await main.keyboard.press('ArrowUp');
      await expect(list.getByRole('radio', { name: 'Paraf Sekda' })).toBeChecked();
      await expect(main.getByTestId('stamp-placed').locator('canvas')).toBeVisible();
      await startButton(main, words).focus();
      await main.keyboard.press('Enter');
      await typePin(await office.app.window('pin'), undefined, words);
      await expectSigned(main, words);
      const places = await signedPlaces(signed);
      expect(places.map(({ name }) => name)).toEqual(['Paraf Sekda']);
      expect(places[0]?.rect).toEqual({ x: 60, y: 60, width: 90, height: 40 });
    });

    test(`asks before it signs out of turn (${language})`, async ({ office }) => {
      const { main, folder } = office;
      const wishes = FIELDS.map((field) => ({ ...field, place: { page: 1, rect: null } }));
      await open(office, await withFields(folder, 'urutan.pdf', wishes), words);
      await main.getByTestId('waiting-fields').getByRole('radio', { name: 'Wali Kota' }).check();
      await expect(startButton(main, words)).toBeEnabled();
      await startButton(main, words).click();
      const question = main.getByTestId('question');
      await expect(question).toHaveAttribute('data-kind', 'out-of-turn');
      await expect(question.getByRole('heading')).toBeFocused();
      await picture(main, `question-turn-${language}`);
      await expectAccessible(main);
      await main.keyboard.press('Tab');
      await main.keyboard.press('Enter');
      await expect(main.getByText('WORKFLOW_OUT_OF_TURN')).toBeVisible();
    });

    test(`puts the stamp on a tag of the text (${language})`, async ({ office }) => {
      const { main, folder, signed } = office;
      const path = await withText(folder, 'penanda.pdf', [
        ['Wali Kota,', 300, 260],
        ['${ttd}', 300, 200],
      ]);
      await open(office, path, words);
      await main.getByLabel(words.sign.place.way).selectOption('tag');
      await expect(startButton(main, words)).toBeDisabled();
      await main.getByLabel(words.sign.place.tag).fill('${bukan}');
      await expect(main.getByText('TAG_NOT_FOUND')).toBeVisible();
      await picture(main, `place-tag-missing-${language}`);
      await expectAccessible(main);
      await main.getByLabel(words.sign.place.tag).fill('${ttd}');
      await expect(main.getByTestId('stamp-placed').locator('canvas')).toBeVisible();
      await picture(main, `place-tag-${language}`);
      await expectAccessible(main);
      await passWarnings(main, words);
      await typePin(await startSigning(office, words), undefined, words);
      await expectSigned(main, words);
      const [place] = await signedPlaces(signed);
      // The stamp's lower left corner is the tag's: its text stands at (300, 200), descenders below.
      expect(place?.rect.x).toBeCloseTo(300, 0);
      expect(Math.abs((place?.rect.y ?? 0) - 200)).toBeLessThan(6);
      expect(place?.rect.width).toBe(220);
    });
  });
}

test('takes the next of several tags', async ({ office }) => {
  const words = WORDS.id;
  const { main, app, folder, signed } = office;
  const path = await withText(folder, 'dua.pdf', [
    ['#', 100, 600],
    ['#', 100, 300],
  ]);
  await open(office, path, words);
  await main.getByLabel(words.sign.place.way).selectOption('tag');
  await main.getByLabel(words.sign.place.tag).fill('#');
  await expect(main.getByText('TAG_AMBIGUOUS')).toBeVisible();
  await main.getByRole('checkbox', { name: words.sign.place.tagNext }).press('Space');
  await expect(main.getByTestId('stamp-placed').locator('canvas')).toBeVisible();
  await passWarnings(main, words);
  await typePin(await startSigning(office));
  await expectSigned(main);
  const again = join(folder, 'dua-kali.pdf');
  await chooseInDialogs(app, signed, again);
  await main.getByRole('button', { name: words.sign.result.another }).click();
  await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
  await main.getByLabel(words.sign.place.way).selectOption('tag');
  await main.getByLabel(words.sign.place.tag).fill('#');
  await main.getByRole('checkbox', { name: words.sign.place.tagNext }).press('Space');
  await expect(main.getByTestId('stamp-placed').locator('canvas')).toBeVisible();
  await passWarnings(main, words);
  await typePin(await startSigning(office));
  await expectSigned(main);
  const heights = (await signedPlaces(again)).map(({ rect }) => Math.round(rect.y / 100));
  expect(heights).toEqual([6, 3]);
});
