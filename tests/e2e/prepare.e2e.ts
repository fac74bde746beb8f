// A document prepared for several signers in the window: the turns laid out, the places chosen, and the file that
// comes of it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expectAccessible } from './support/axe.ts';
import { journalOf } from './support/journal.ts';
import { expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expectSigned, openSample, startSigning, typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  const { prepare } = words;
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`lays out the turns, saves a copy, and the first one signs (${language})`, async ({
      office,
    }) => {
      const { app, main, folder, sample, signed } = office;
      const before = readFileSync(sample);
      const ready = join(folder, 'siap.pdf');
      await openSample(office, words);
      await main.getByRole('button', { name: prepare.open }).click();
      const cards = main.getByTestId('prepared-field');
      await expect(cards).toHaveCount(2);
      await expect(main.getByTestId('stamp-frame')).toBeVisible();
      await picture(main, `prepare-start-${language}`);
      await expectAccessible(main);

      // A drafter comes last in the list and goes to its head; a second signer may sign with the first.
      await main
        .getByRole('button', { name: prepare.add.replace('{{role}}', prepare.roles.konseptor) })
        .click();
      const up = main.getByRole('button', {
        name: prepare.up.replace('{{name}}', prepare.roles.konseptor),
      });
      await up.click();
      await up.click();
      await expect(cards.first()).toContainText(prepare.roles.konseptor);
      await cards.nth(1).getByRole('button', { expanded: false }).click();
      const save = main.getByRole('button', { name: prepare.save });
      await main.getByLabel(prepare.name).fill('Paraf.Sekda');
      await expect(main.getByText(prepare.wrong.name)).toBeVisible();
      await expect(save).toBeDisabled();
      await main.getByLabel(prepare.name).fill(prepare.roles.konseptor);
      await expect(main.getByText(prepare.wrong.twice)).toBeVisible();
      await main.getByLabel(prepare.name).fill('Paraf Sekda');
      const { place } = words.sign;
      for (const [label, value] of [
        [place.x, '60'],
        [place.y, '180'],
        [place.width, '80'],
        [place.height, '40'],
      ] as const) {
        await main.getByRole('textbox', { name: label, exact: true }).fill(value);
      }
      await picture(main, `prepare-turns-${language}`);
      await expectAccessible(main);
      await app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      }, ready);
      await save.click();
      await expect(main.getByTestId('prepared')).toContainText(prepare.done.title);
      await expect(main.getByTestId('prepared')).toContainText('Paraf Sekda');
      await picture(main, `prepare-done-${language}`);
      await expectAccessible(main);

      expect(readFileSync(sample).equals(before)).toBe(true);
      expect(readFileSync(ready).subarray(0, before.length).equals(before)).toBe(true);
      execFileSync('qpdf', ['--check', ready]);
      const written = (await PDFDocument.load(readFileSync(ready))).getForm().getFields();
      expect(written.map((field) => field.getName())).toEqual([
        ...[prepare.roles.konseptor, 'Paraf Sekda', prepare.roles['penanda-tangan']],
      ]);
      const [widget] = written[1]?.acroField.getWidgets() ?? [];
      expect(widget?.getRectangle()).toEqual({ x: 60, y: 180, width: 80, height: 40 });
      expect(journalOf(office).at(-1)).toMatchObject({ kind: 'prepared', fields: 3 });

      await main.getByRole('button', { name: prepare.done.sign }).click();
      await expect(main.getByRole('heading', { level: 1 })).toHaveText('siap.pdf');
      await expect(main.getByRole('radio', { name: words.sign.place.turn })).toBeChecked();
      await app.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
      }, signed);
      await typePin(await startSigning(office, words), undefined, words);
      await expectSigned(main, words);
      const told = execFileSync('pdfsig', ['-nocert', signed], { encoding: 'utf8' });
      expect(told).toContain('Signature is Valid');
      expect(told).toContain(`Field Name: ${prepare.roles.konseptor}`);
      expect(existsSync(ready)).toBe(true);
    });
  });
}
