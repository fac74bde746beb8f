// What is found before signing, and a document that was changed after an earlier signature.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { expectAccessible } from './support/axe.ts';
import { journalOf } from './support/journal.ts';
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

/** An XFA form (ISO 32000-1 12.7.8): what is seen differs between programs. */
async function withXfa(folder: string): Promise<string> {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  const form = pdf.context.obj({ Fields: [], XFA: PDFHexString.fromText('<xdp/>') });
  pdf.catalog.set(PDFName.of('AcroForm'), form);
  const path = join(folder, 'xfa.pdf');
  writeFileSync(path, await pdf.save({ useObjectStreams: false }));
  return path;
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`wants a warning to be read before signing (${language})`, async ({ office }) => {
      const { app, main, signed } = office;
      const script = await withScript(office);
      await chooseInDialogs(app, script, signed);
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
      expect(journalOf(office)).toMatchObject([
        { kind: 'overridden', override: 'sign-despite-warning', document: digestOf(script) },
        { kind: 'signed' },
      ]);
    });

    test(`refuses what the policy refuses (${language})`, async ({ office }) => {
      const { app, main, signed, folder } = office;
      const path = await withXfa(folder);
      await chooseInDialogs(app, path, signed);
      await main.getByRole('button', { name: words.common.drop.choose }).click();
      await expect(main.getByTestId('findings')).toContainText(words.sign.findings.refused);
      await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
      await expect(startButton(main, words)).toBeDisabled();
      await picture(main, `findings-refused-${language}`);
      await expectAccessible(main);
      // Not by asking past the button either: main looks for itself.
      const answer = await main.evaluate(async () => {
        type Call = (name: string, request: unknown) => Promise<{ value: Told }>;
        interface Told {
          readonly document: string;
          readonly certificates: { readonly certificate: string; readonly refusal: unknown }[];
        }
        const { call } = (window as unknown as { pena: { call: Call } }).pena;
        const { certificates } = (await call('token.list', {})).value;
        const { document } = (await call('document.open', {})).value;
        const usable = certificates.find(({ refusal }) => refusal === null);
        return call('signing.start', {
          ...{ document, certificate: usable?.certificate, stamp: null, field: null },
          ...{ reason: '', location: '', level: 'B-B', warningsSeen: true },
          ...{ footer: null, certification: null },
        });
      });
      expect(answer).toMatchObject({ ok: false, error: { code: 'PREFLIGHT_REFUSED' } });
      expect(existsSync(signed)).toBe(false);
      expect(journalOf(office)).toMatchObject([
        { kind: 'refused', code: 'PREFLIGHT_REFUSED', document: digestOf(path) },
      ]);
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
      expect(journalOf(office).slice(1)).toMatchObject([
        { kind: 'refused', code: 'PDF_CHANGED_AFTER_SIGNING', document: digestOf(signed) },
        {
          ...{ kind: 'overridden', override: 'sign-after-changes', document: digestOf(signed) },
          codes: ['PDF_CHANGED_AFTER_SIGNING'],
        },
        { kind: 'signed', document: digestOf(signed) },
      ]);
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
