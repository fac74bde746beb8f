// A broken document in the window: said, rebuilt into a new file on request, the original kept; never one
// that is signed.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/axe.ts';
import { journalOf } from './support/journal.ts';
import { chooseInDialogs, expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { expectSigned, startSigning, typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const words = WORDS.id;
const broken = (text: string): string =>
  text.replace(/startxref\s+\d+(\s+%%EOF\s*)$/, 'startxref\n12$1');

test.use({ officeOptions: { settings: { language: 'id' }, token: true } });

test('a broken document is rebuilt and signed; a signed one is left alone', async ({ office }) => {
  const { app, main, sample, signed, folder } = office;
  const rebuilt = join(folder, 'bersih.pdf');
  writeFileSync(sample, broken(readFileSync(sample, 'latin1')), 'latin1');
  const before = readFileSync(sample);
  await chooseInDialogs(app, sample, rebuilt);
  await main.getByRole('button', { name: words.common.drop.choose }).click();
  const offer = main.getByRole('button', { name: words.common.repair.start });
  await expect(main.getByRole('alert')).toContainText('PDF_XREF_BROKEN');
  await picture(main, 'repair-offer-id');
  await expectAccessible(main);
  await offer.click();
  await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
  await expect(
    main.getByText(words.common.repair.done.replace('{{name}}', 'bersih.pdf')),
  ).toBeVisible();
  await expect(main.getByTestId('stamp-preview').locator('canvas')).toBeVisible();
  await picture(main, 'repair-done-id');
  await expectAccessible(main);
  expect(readFileSync(sample).equals(before)).toBe(true);
  execFileSync('qpdf', ['--check', rebuilt], { stdio: 'pipe' });

  await chooseInDialogs(app, sample, signed);
  await typePin(await startSigning(office));
  await expectSigned(main);
  expect(journalOf(office).map(({ kind, override }) => override ?? kind)).toEqual([
    ...['repair', 'signed'],
  ]);

  // Broken once more, with its signature.
  writeFileSync(sample, broken(readFileSync(signed, 'latin1')), 'latin1');
  await chooseInDialogs(app, sample, rebuilt);
  await main.getByRole('button', { name: words.common.nav.home, exact: true }).click();
  await main.getByRole('button', { name: words.common.drop.choose }).click();
  const clean = readFileSync(rebuilt);
  await offer.click();
  await expect(main.getByRole('alert')).toContainText('PDF_REPAIR_SIGNED');
  await expect(offer).toHaveCount(0);
  expect(readFileSync(rebuilt).equals(clean)).toBe(true);
});
