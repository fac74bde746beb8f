// What a batch is warned of and refused, tags in the text, a design of the user's own, a witness at the end.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PDFDocument, PDFHexString, PDFName, StandardFonts } from 'pdf-lib';
import { configFolder } from '../support/harness/launch.ts';
import { expectAccessible } from './support/axe.ts';
import { signedPlaces, withFields, withText } from './support/documents.ts';
import { journalOf } from './support/journal.ts';
import { expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SAMPLE } from './support/practice.ts';
import { typePin } from './support/walk.ts';
import { WORDS, type Words } from './support/words.ts';

interface Folders {
  readonly input: string;
  readonly out: string;
}

async function makeFolders({ app, folder }: Office): Promise<Folders> {
  const [input, out] = [join(folder, 'masuk'), join(folder, 'hasil')];
  mkdirSync(input);
  mkdirSync(out);
  await app.evaluate(
    ({ dialog }, paths) => {
      let next = 0;
      dialog.showOpenDialog = () => {
        const path = paths[Math.min(next, paths.length - 1)] ?? '';
        next += 1;
        return Promise.resolve({ canceled: false, filePaths: [path] });
      };
    },
    [input, out],
  );
  return { input, out };
}

/** A design of the user's own, and a file that is none. */
function writeDesigns(userData: string): void {
  const folder = join(configFolder(userData), 'pena', 'stamps');
  mkdirSync(folder, { recursive: true });
  const text = { kind: 'text', place: 'rest', padding: 4, largest: 10 };
  const design = {
    ...{ format: 1, id: 'uji', title: { id: 'Rancangan uji', en: 'Trial design' } },
    ...{ size: { width: 150, height: 50 } },
    elements: [{ ...text, lines: [{ text: 'RANCANGAN UJI {name}' }] }],
  };
  writeFileSync(join(folder, 'uji.json'), JSON.stringify(design));
  writeFileSync(join(folder, 'rusak.json'), JSON.stringify({ ...design, id: 'Dua Kata' }));
}

async function xfaForm(folder: string, name: string): Promise<void> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.addPage([595, 842]).drawText('${ttd}', { x: 100, y: 100, size: 12, font });
  const form = pdf.context.obj({ Fields: [], XFA: PDFHexString.fromText('<xdp/>') });
  pdf.catalog.set(PDFName.of('AcroForm'), form);
  writeFileSync(join(folder, name), await pdf.save({ useObjectStreams: false }));
}

async function openBatch(main: Page, words: Words): Promise<void> {
  await expect(main.getByText(/TOKEN LATIHAN/)).toBeVisible();
  await main.getByRole('button', { name: words.common.nav.batch, exact: true }).click();
  await main.getByRole('button', { name: words.batch.choose.folder }).click();
}

async function review(main: Page, words: Words): Promise<void> {
  await main.getByRole('button', { name: words.batch.review, exact: true }).click();
  await expect(main.getByTestId('review')).toBeVisible({ timeout: 30_000 });
}

function startButton(main: Page, words: Words) {
  const label = words.batch.start_other.split('{{')[0] ?? '';
  return main.getByTestId('review').getByRole('button', { name: label });
}

const sha256 = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`refuses, warns, stamps on tags, and bears witness (${language})`, async ({ office }) => {
      const { main, app, userData } = office;
      const { input, out } = await makeFolders(office);
      writeDesigns(userData);
      await withText(input, 'surat-1.pdf', [['${ttd}', 300, 200]]);
      await withText(input, 'surat-2.pdf', [['${ttd}', 80, 500]]);
      await xfaForm(input, 'xfa.pdf');
      await openBatch(main, words);
      await main.getByLabel(words.batch.rules.stamp, { exact: true }).selectOption('tag');
      await main.getByLabel(words.batch.rules.tagText).fill('${ttd}');
      await main.getByLabel(words.batch.rules.width, { exact: true }).fill('150');
      await main.getByLabel(words.batch.rules.height, { exact: true }).fill('50');
      await main.getByLabel(words.batch.rules.design).selectOption('uji');
      const skipped = main.getByTestId('skipped-designs');
      await skipped.locator('summary').click();
      await expect(skipped).toContainText('rusak.json');
      await expect(skipped).toContainText('id');
      await picture(main, `batch-rules-tag-${language}`);
      await expectAccessible(main);
      await review(main, words);
      const rows = main.getByTestId('review').locator('tbody tr');
      await expect(rows.filter({ hasText: 'xfa.pdf' })).toContainText('PREFLIGHT_REFUSED');
      await expect(rows.filter({ hasText: 'xfa.pdf' })).toContainText('XFA');
      await expect(rows.filter({ hasText: 'surat-1.pdf' })).toContainText(words.batch.table.warned);
      await expect(startButton(main, words)).toBeDisabled();
      const seen = words.batch.warningsSeen_other.split('{{')[0] ?? '';
      await main.getByRole('checkbox', { name: seen }).press('Space');
      await main.getByLabel(words.batch.witness.label).selectOption('sign');
      await picture(main, `batch-review-warned-${language}`);
      await expectAccessible(main);
      await startButton(main, words).click();
      await typePin(await app.window('pin'), undefined, words);
      const result = main.getByTestId('batch-result');
      await expect(result).toBeVisible({ timeout: 40_000 });
      await expect(result).toContainText(words.batch.witness.done);
      await picture(main, `batch-result-witness-${language}`);
      await expectAccessible(main);

      const written = readdirSync(out).filter((name) => name.endsWith('.pdf'));
      expect(written.sort()).toEqual(['surat-1.pdf', 'surat-2.pdf']);
      const [one] = await signedPlaces(join(out, 'surat-1.pdf'));
      const [two] = await signedPlaces(join(out, 'surat-2.pdf'));
      expect([one?.rect.x, two?.rect.x].map((x) => Math.round(x ?? 0))).toEqual([300, 80]);
      expect(one?.rect).toMatchObject({ width: 150, height: 50 });
      const text = execFileSync('pdftotext', [join(out, 'surat-2.pdf'), '-'], { encoding: 'utf8' });
      expect(text).toContain('RANCANGAN UJI');

      const entries = journalOf(office);
      const overridden = entries.filter(({ kind }) => kind === 'overridden');
      expect(overridden.map(({ override }) => override)).toEqual([
        ...['sign-despite-warning', 'sign-despite-warning'],
      ]);
      expect(overridden.map(({ document }) => document).sort()).toEqual(
        ['surat-1.pdf', 'surat-2.pdf'].map((name) => sha256(join(input, name))).sort(),
      );
      expect(entries.at(-1)).toMatchObject({ kind: 'checkpoint', form: 'cms' });
    });
  });
}

test('signs a field that every document has, with a time stamp for a witness', async ({
  office,
}) => {
  const words = WORDS.id;
  const { main, app } = office;
  const { input, out } = await makeFolders(office);
  const place = { page: 1, rect: [300, 100, 180, 60] as [number, number, number, number] };
  for (const name of ['a.pdf', 'b.pdf']) {
    await withFields(input, name, [{ role: 'penanda-tangan', name: 'TTD', order: 1, place }]);
  }
  copyFileSync(SAMPLE, join(input, 'tanpa.pdf'));
  await openBatch(main, words);
  await main.getByLabel(words.batch.rules.stamp, { exact: true }).selectOption('field');
  await expect(main.getByRole('button', { name: words.batch.review, exact: true })).toBeDisabled();
  await main.getByLabel(words.batch.rules.fieldName).fill('TTD');
  await review(main, words);
  const rows = main.getByTestId('review').locator('tbody tr');
  // A new field of that name would have no place for the stamp.
  await expect(rows.filter({ hasText: 'tanpa.pdf' })).toContainText('PDF_RECT_INVALID');
  await main.getByLabel(words.batch.witness.label).selectOption('time');
  await startButton(main, words).click();
  await typePin(await app.window('pin'));
  await expect(main.getByTestId('batch-result')).toContainText(words.batch.witness.done, {
    timeout: 40_000,
  });
  for (const name of ['a.pdf', 'b.pdf']) {
    expect(await signedPlaces(join(out, name))).toEqual([
      { name: 'TTD', rect: { x: 300, y: 100, width: 180, height: 60 } },
    ]);
  }
  expect(journalOf(office).at(-1)).toMatchObject({ kind: 'checkpoint', form: 'rfc3161' });
});
