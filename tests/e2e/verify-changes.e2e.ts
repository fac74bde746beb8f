// What changed after signing, in the window: told, drawn on the page, the signed version opened, a report saved.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { update } from '../vectors/support/update.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test, chooseInDialogs, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { expectSigned, openSample, startSigning, typePin } from './support/walk.ts';
import { WORDS, type Words } from './support/words.ts';

/** The first page's content in the sample, and where one of its lines begins. */
const CONTENT = 7;
const LINE = '1 0 0 1 191 507.43 Tm';
const WORDS_OF_LINE =
  /tentang\s*Penunjukan\s*Pengelola\s*Sertifikat\s*Elektronik\s*di\s*Lingkungan/;

/** The sample with that line taken out, behind whatever was signed. */
function withoutLine(file: Buffer): Buffer {
  const start = file.indexOf('stream\n', file.indexOf(`\n${String(CONTENT)} 0 obj`)) + 7;
  const text = inflateSync(file.subarray(start, file.indexOf('endstream', start))).toString(
    'latin1',
  );
  const blocks = text.split(/(?=BT\n)/);
  const kept = blocks.map((block) =>
    block.includes(LINE) ? block.slice(block.indexOf('ET') + 2) : block,
  );
  expect(kept.join('').length).toBeLessThan(text.length);
  return update(file, { objects: { [CONTENT]: ['', kept.join('')] } });
}

/** Signed through the window; then a line of the first page taken out behind the signature. */
async function openChanged(office: Office, words: Words): Promise<void> {
  const { app, main, folder, signed } = office;
  await openSample(office, words);
  await typePin(await startSigning(office, words), undefined, words);
  await expectSigned(main, words);
  const changed = `${folder}/diubah.pdf`;
  writeFileSync(changed, withoutLine(readFileSync(signed)));
  await chooseInDialogs(app, changed, `${folder}/laporan.pdf`);
  await main.getByRole('button', { name: words.common.nav.verify, exact: true }).click();
  await main.getByRole('button', { name: words.verify.actions.other }).click();
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];

  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`shows what changed after signing (${language})`, async ({ office }) => {
      const { app, main, folder } = office;
      await openChanged(office, words);
      await expect(main.getByTestId('verdict')).toHaveAttribute('data-verdict', 'TOTAL_FAILED');
      const told = words.verify.history.pageChanged
        .replace('{{page}}', '1')
        .replace('{{name}}', SIGNER);
      await expect(main.getByTestId('history')).toContainText(told);
      // The stamp names its true signer.
      await expect(main.getByTestId('signer-mark')).toContainText(SIGNER);
      await expect(main.locator('[data-page="1"] canvas')).toBeVisible();
      await picture(main, `verify-changed-${language}`);
      await expectAccessible(main);

      // The signer's certificate and its chain, one click deeper.
      await main.getByText(words.verify.certificate.title).click();
      const chains = main.getByTestId('chain');
      const chain = chains.first();
      await expect(chain).toContainText(words.verify.certificate.trustedBy.PRACTICE);
      await chain.locator('summary').first().press('Enter');
      await expect(chain).toContainText(words.verify.certificate.keyUsages.nonRepudiation);
      await chain.scrollIntoViewIfNeeded();
      await picture(main, `verify-certificate-${language}`);
      await expectAccessible(main);
      // Of those whose word it rests on: the time-stamp authority, and who answered about revocation.
      const { stampTitle, responderTitle } = words.verify.certificate;
      await main.getByText(stampTitle.replace('{{authority}}', 'TSA LATIHAN Pena')).click();
      await expect(chains.nth(1)).toContainText('TSA LATIHAN Pena');
      await main.getByText(responderTitle).click();
      await expect(chains.nth(2)).toContainText('OCSP LATIHAN Pena');
      await chains.nth(2).scrollIntoViewIfNeeded();
      await picture(main, `verify-other-certificates-${language}`);
      await expectAccessible(main);

      await main.getByTestId('signer-mark').scrollIntoViewIfNeeded();
      await picture(main, `verify-signer-${language}`);
      await main.getByRole('button', { name: words.verify.version.compare }).click();
      const regions = main.locator('[data-page="1"]').getByTestId('changed-regions');
      // One line is gone: one stretch of the page.
      await expect(regions).toHaveAttribute('data-count', '1');
      // And one is led to it: it lies far down the page.
      const walk = main.getByTestId('change-walk');
      const oneOfOne = words.verify.walk.at.replace(/\{\{\w+\}\}/g, () => '1');
      await expect(walk).toContainText(oneOfOne);
      await expect(walk).toHaveAttribute('data-done', 'true');
      await expect(regions.locator('div')).toBeInViewport();
      const text = main.getByTestId('text-changes');
      await expect(text.locator('del')).toHaveText(WORDS_OF_LINE);
      await expect(text.locator('ins')).toHaveCount(0);
      await picture(main, `verify-changes-drawn-${language}`);
      await expectAccessible(main);

      await main.getByRole('button', { name: words.verify.version.toSigned }).click();
      await expect(main.getByTestId('version-bar')).toHaveAttribute('data-shown', 'signed');
      const page = main.locator('[data-page="1"]');
      await expect(page).toContainText(WORDS_OF_LINE);
      await picture(main, `verify-signed-version-${language}`);
      await expectAccessible(main);
      // Back by keyboard.
      await main.getByRole('button', { name: words.verify.version.leave }).focus();
      await main.keyboard.press('Enter');
      await expect(main.getByTestId('version-bar')).toBeHidden();
      await expect(page).not.toContainText(WORDS_OF_LINE);

      await main.getByRole('button', { name: 'PDF', exact: true }).click();
      await expect(main.getByText(words.verify.saveReport.saved).first()).toBeVisible();
      expect(readFileSync(`${folder}/laporan.pdf`).subarray(0, 5).toString()).toBe('%PDF-');

      expect(app.harness?.complaints ?? []).toEqual([]);
      expect(app.output()).toBe('');
    });
  });
}

test('without the network revocation stays unknown', async ({ office }) => {
  const { main } = office;
  await openSample(office);
  await typePin(await startSigning(office));
  await expectSigned(main);
  await main.getByRole('button', { name: WORDS.id.sign.result.verify }).click();
  const verdict = main.getByTestId('verdict');
  await expect(verdict).toHaveAttribute('data-verdict', 'TOTAL_PASSED');
  await expect(main.getByTestId('signature')).toContainText('OCSP');
  const offline = main.getByRole('switch', { name: WORDS.id.verify.offline });
  await offline.focus();
  await main.keyboard.press('Space');
  await expect(verdict).toHaveAttribute('data-verdict', 'INDETERMINATE');
  await expect(verdict).toContainText('REVOCATION_UNKNOWN');
  await picture(main, 'verify-offline-id');
  await expectAccessible(main);
});

test('explains BSrE’s own signatures', async ({ office }) => {
  const { app, main, folder } = office;
  const bsre = new URL('../../../shared/corpus/bsre/permenkominfo-2024-003.pdf', import.meta.url);
  test.skip(!existsSync(bsre), 'skipped: no corpus');
  await chooseInDialogs(app, bsre.pathname, `${folder}/laporan.pdf`);
  await main.getByRole('button', { name: WORDS.id.common.drop.choose }).click();
  const card = main.getByTestId('signature').first();
  await expect(card).toContainText(WORDS.id.verify.signature.issuedUnder.BSRE);
  await expect(main.locator('[data-page="1"]')).toContainText('MENTERI KOMUNIKASI');
  await picture(main, 'verify-bsre-id');
  await expectAccessible(main);
});
