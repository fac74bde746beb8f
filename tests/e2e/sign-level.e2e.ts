// Levels, questions and time stamps that have to wait, through the window in both languages.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expectAccessible } from './support/axe.ts';
import { journalOf } from './support/journal.ts';
import { expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expectSigned, openSample, startButton, startSigning, typePin } from './support/walk.ts';
import { WORDS, type Words } from './support/words.ts';

const chooseLevel = ({ main }: Office, words: Words, level: string) =>
  main.getByLabel(words.sign.level.label).selectOption(level);

/** poppler knows the signature; of document time stamps it says only that they are there. */
function pdfsig(file: string): string {
  return execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.describe('with a network', () => {
      test.use({ officeOptions: { settings: { language }, token: true } });

      test(`signs for the archive (${language})`, async ({ office }) => {
        const { main, signed } = office;
        await openSample(office, words);
        await expect(main.getByLabel(words.sign.level.label)).toHaveValue('B-T');
        await chooseLevel(office, words, 'B-LTA');
        await expect(main.getByText(words.sign.level.hints['B-LTA'])).toBeVisible();
        await typePin(await startSigning(office, words), undefined, words);
        await expectSigned(main, words);
        await expect(main.getByTestId('sign-result')).toContainText(words.sign.level['B-LTA']);
        const text = readFileSync(signed, 'latin1');
        expect(text).toContain('/ETSI.RFC3161');
        expect(text).toContain('/DSS');
        const said = pdfsig(signed);
        expect(said.match(/Signature is Valid\./g)?.length).toBe(1);
        expect(journalOf(office).map(({ kind }) => kind)).toEqual(['signed']);
      });

      test(`keeps the list of authorities (${language})`, async ({ office }) => {
        const { main, network } = office;
        await main.getByRole('button', { name: words.common.nav.settings, exact: true }).click();
        const { timestamps } = words.settings;
        const rows = main.getByTestId('authority');
        await expect(rows).toHaveCount(1);
        await rows.getByRole('button', { name: timestamps.test }).click();
        await expect(rows).toContainText('WITA');
        await main.getByLabel(timestamps.url).fill('ftp://tsa.contoh.id');
        await main.getByTestId('timestamps').getByRole('button', { name: timestamps.add }).click();
        await expect(main.getByText(timestamps.urlWrong)).toBeVisible();
        await main.getByLabel(timestamps.name).fill('TSA Kedua');
        await main.getByLabel(timestamps.url).fill('http://127.0.0.1:9/tsa');
        await main.keyboard.press('Enter');
        await expect(rows).toHaveCount(2);
        await network.stop();
        await rows.nth(1).getByRole('button', { name: timestamps.test }).click();
        await expect(rows.nth(1).getByRole('alert')).toBeVisible();
        await picture(main, `settings-timestamps-${language}`);
        await expectAccessible(main);
        await main.getByLabel(timestamps.url).fill('http://127.0.0.1:10/tsa');
        await main.keyboard.press('Enter');
        await expect(rows).toHaveCount(3);
        // Two in one moment: the second is not of the list that was drawn before the first.
        await rows
          .getByRole('button', { name: timestamps.remove })
          .evaluateAll(([first, , third]) => {
            for (const button of [first, third]) (button as HTMLElement).click();
          });
        await expect(rows).toHaveCount(1);
        await expect(rows).toContainText('TSA Kedua');
      });
    });

    test.describe('without a network', () => {
      test.use({ officeOptions: { settings: { language }, token: true, network: 'offline' } });

      test(`asks, lists the debt and pays it (${language})`, async ({ office }) => {
        const { main, signed, network, app } = office;
        await openSample(office, words);
        await startButton(main, words).click();
        const question = main.getByTestId('question');
        await expect(question).toHaveAttribute('data-kind', 'unchecked');
        await expect(question.getByRole('heading')).toBeFocused();
        await picture(main, `question-unchecked-${language}`);
        await expectAccessible(main);
        expect(existsSync(signed)).toBe(false);
        await question.getByRole('button', { name: words.sign.question.unchecked.yes }).click();
        await typePin(await app.window('pin'), undefined, words);
        await expect(question).toHaveAttribute('data-kind', 'incomplete');
        await expect(question.getByRole('heading')).toBeFocused();
        await picture(main, `question-incomplete-${language}`);
        await expectAccessible(main);
        await main.keyboard.press('Tab');
        await main.keyboard.press('Tab');
        await main.keyboard.press('Enter');
        await expectSigned(main, words);
        await expect(main.getByTestId('sign-result')).toContainText(words.sign.result.pending);
        await picture(main, `result-pending-${language}`);
        await expectAccessible(main);
        expect(journalOf(office).map(({ kind, override }) => override ?? kind)).toEqual([
          ...['sign-unchecked', 'keep-incomplete', 'signed'],
        ]);

        await main.getByRole('button', { name: words.common.nav.home, exact: true }).click();
        const card = main.getByTestId('pending');
        await expect(card).toContainText(words.pending.badge);
        await card.locator('summary').click();
        await expect(card).toContainText('keputusan-wali-kota-ditandatangani.pdf');
        await picture(main, `home-pending-${language}`);
        await expectAccessible(main);
        const before = readFileSync(signed);
        await card.getByRole('button', { name: words.pending.complete }).click();
        await expect(main.getByTestId('pending-result')).toHaveAttribute('data-tone', 'warn');
        await picture(main, `home-pending-failed-${language}`);
        await expectAccessible(main);
        expect(readFileSync(signed).equals(before)).toBe(true);

        await network.start();
        await card.getByRole('button', { name: words.pending.complete }).click();
        await expect(main.getByTestId('pending-result')).toHaveAttribute('data-tone', 'ok');
        await picture(main, `home-pending-done-${language}`);
        await expectAccessible(main);
        const after = readFileSync(signed);
        expect(after.subarray(0, before.length).equals(before)).toBe(true);
        expect(after.toString('latin1')).toContain('/ETSI.RFC3161');
        expect(pdfsig(signed).match(/Signature is Valid\./g)?.length).toBe(1);
        await expect(card.getByText(words.pending.badge)).toHaveCount(0);
      });
    });
  });
}

test.describe('no authority', () => {
  test.use({ officeOptions: { settings: {}, token: true, network: 'no-tsa' } });
  test('offers only the basic level, and leads to the settings', async ({ office }) => {
    const { main } = office;
    await openSample(office);
    await expect(main.getByLabel(WORDS.id.sign.level.label)).toHaveValue('B-B');
    await main.getByRole('button', { name: WORDS.id.sign.level.settings }).click();
    await expect(main.getByTestId('timestamps')).toContainText(WORDS.id.settings.timestamps.none);
  });
});

test.describe('a no', () => {
  test.use({ officeOptions: { settings: {}, token: true, network: 'offline' } });
  test('is no: nothing is signed, nothing written but why', async ({ office }) => {
    const { main, signed } = office;
    await openSample(office);
    await startButton(main).click();
    await main
      .getByTestId('question')
      .getByRole('button', { name: WORDS.id.sign.question.unchecked.no })
      .click();
    await expect(main.getByText(WORDS.id.sign.failed.title)).toBeVisible();
    expect(existsSync(signed)).toBe(false);
    expect(journalOf(office)).toMatchObject([{ kind: 'refused', code: 'CERT_STATUS_UNKNOWN' }]);
  });
});
