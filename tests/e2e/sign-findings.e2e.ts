// What is found before signing, and a document that was changed after an earlier signature.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expectAccessible } from './support/axe.ts';
import { chooseInDialogs, expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { expectSigned, openSample, startButton, startSigning, typePin } from './support/walk.ts';
import { SIGNER } from './support/practice.ts';
import { WORDS } from './support/words.ts';

/** A page, and a script that runs when the document is opened. */
async function withScript({ folder }: Office): Promise<string> {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  pdf.addJavaScript('sapa', 'app.alert("halo");');
  const path = join(folder, 'skrip.pdf');
  writeFileSync(path, await pdf.save({ useObjectStreams: false }));
  return path;
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`wants a warning to be read before signing (${language})`, async ({ office }) => {
      const { app, main, signed } = office;
      await chooseInDialogs(app, await withScript(office), signed);
      await main.getByRole('button', { name: words.common.nav.sign, exact: true }).click();
      await main.getByRole('button', { name: words.common.drop.choose }).click();
      const findings = main.getByTestId('findings');
      await expect(findings).toContainText('JavaScript');
      await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
      await expect(startButton(main, words)).toBeDisabled();
      await picture(main, `findings-${language}`);
      await expectAccessible(main);
      await findings.getByRole('checkbox', { name: words.sign.findings.seen }).press('Space');
      await typePin(await startSigning(office, words), undefined, words);
      await expectSigned(main, words);
    });

    test(`asks before it signs what was changed (${language})`, async ({ office }) => {
      const { app, main, signed, folder } = office;
      await openSample(office, words);
      await typePin(await startSigning(office, words), undefined, words);
      await expectSigned(main, words);
      appendPage(signed);
      const again = join(folder, 'kedua.pdf');
      await chooseInDialogs(app, signed, again);
      await main.getByRole('button', { name: words.sign.result.another }).click();
      await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
      await expect(startButton(main, words)).toBeEnabled();
      await startButton(main, words).click();
      const question = main.getByTestId('question');
      await expect(question).toHaveAttribute('data-kind', 'changed');
      await picture(main, `question-changed-${language}`);
      await expectAccessible(main);
      await question.getByRole('button', { name: words.sign.question.changed.no }).click();
      await expect(main.getByText('PDF_CHANGED_AFTER_SIGNING')).toBeVisible();
      expect(existsSync(again)).toBe(false);
      await startButton(main, words).click();
      await question.getByRole('button', { name: words.sign.question.changed.yes }).click();
      await typePin(await app.window('pin'), undefined, words);
      await expectSigned(main, words);
      expect(existsSync(again)).toBe(true);
    });
  });
}

/** Makes the first page larger in an incremental update (ISO 32000-2 7.5.6): nothing explains that. */
function appendPage(file: string): void {
  const text = readFileSync(file, 'latin1');
  const [, number, body] =
    /(\d+) 0 obj\s*(<<[^]*?\/Type\s*\/Page\b[^]*?)\s*endobj/.exec(text) ?? [];
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const root = text.match(/\/Root\s+\d+ 0 R/g)?.at(-1);
  const size = text.match(/\/Size\s+\d+/g)?.at(-1);
  if (number === undefined || body === undefined) throw new Error('no page to change');
  const start = text.length + 1;
  const object = `${number} 0 obj\n${body.replace(/\/MediaBox\s*\[[^\]]*\]/, '/MediaBox [0 0 700 900]')}\nendobj\n`;
  const xref = start + object.length;
  appendFileSync(
    file,
    `\n${object}xref\n${number} 1\n${String(start).padStart(10, '0')} 00000 n \n` +
      `trailer\n<< ${size ?? ''} ${root ?? ''} /Prev ${previous ?? ''} >>\nstartxref\n${String(xref)}\n%%EOF\n`,
    'latin1',
  );
}
