// The main job through the window, in both languages: open the sample, sign it with the token, verify it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { verdictWords } from '../../core/domain/messages/verdict.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { expectSigned, openSample, startSigning, typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];

  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: true } });

    test(`signs the sample and verifies it (${language})`, async ({ office }) => {
      const { app, main, sample, signed } = office;
      const original = readFileSync(sample);
      await expect(main.getByText(words.home.question)).toBeVisible();
      await expect(main.getByText(/TOKEN LATIHAN/)).toBeVisible();
      await picture(main, `home-${language}`);
      await expectAccessible(main);

      await openSample(office, words);
      await picture(main, `sign-${language}`);
      await expectAccessible(main);

      const pin = await startSigning(office, words);
      await expect(pin.getByText(SIGNER)).toBeVisible();
      await expect(pin.getByText('keputusan-wali-kota.pdf')).toBeVisible();
      const digest = createHash('sha256').update(original).digest('hex');
      await pin.locator('summary').click();
      await expect(pin.getByTestId('digest')).toHaveText(
        digest.toUpperCase().replace(/(.{4})(?=.)/g, '$1 '),
      );
      await picture(pin, `pin-${language}`);
      await expectAccessible(pin);
      await expect(main.getByText(words.sign.progress['waiting-for-pin']).first()).toBeVisible();
      await picture(main, `progress-${language}`);
      await expectAccessible(main);

      await typePin(pin, undefined, words);
      await expectSigned(main, words);
      await picture(main, `result-${language}`);
      await expectAccessible(main);

      // The original is as it was, and the signed file begins with it (ISO 32000-2 7.5.6).
      expect(readFileSync(sample).equals(original)).toBe(true);
      const written = readFileSync(signed);
      expect(written.subarray(0, original.length).equals(original)).toBe(true);
      expectOthersAgree(signed);

      await main.getByRole('button', { name: words.sign.result.verify }).click();
      const verdict = main.getByTestId('verdict');
      // The practice authority answers on the network that nothing was revoked.
      await expect(verdict).toHaveAttribute('data-verdict', 'TOTAL_PASSED');
      await expect(verdict).toContainText(
        verdictWords({ verdict: 'TOTAL_PASSED', signatures: [], error: null }, language),
      );
      const card = main.getByTestId('signature');
      await expect(card).toContainText(SIGNER);
      await expect(card).toContainText(words.verify.signature.intact);
      await expect(card).toContainText(words.verify.signature.ENTIRE_FILE);
      await picture(main, `verify-${language}`);
      await expectAccessible(main);
      for (const summary of await card.locator('summary').all()) await summary.click();
      await picture(main, `verify-deeper-${language}`);
      await expectAccessible(main);

      expect(app.harness?.complaints ?? []).toEqual([]);
      expect(app.harness?.refusedRequests ?? []).toEqual([]);
      expect(app.output()).toBe('');
    });
  });
}

test('tells a document that was changed after signing', async ({ office }) => {
  const { app, main, sample, signed, folder } = office;
  await openSample(office);
  await typePin(await startSigning(office));
  await expectSigned(main);
  const bytes = readFileSync(signed);
  // One byte of the signed part, inside the first stream: the file stays readable.
  const at = bytes.indexOf('stream') + 40;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  const changed = `${folder}/diubah.pdf`;
  writeFileSync(changed, bytes);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, changed);
  await main.getByRole('button', { name: WORDS.id.common.nav.verify, exact: true }).click();
  await main.getByRole('button', { name: WORDS.id.verify.actions.other }).click();
  await expect(main.getByTestId('verdict')).toHaveAttribute('data-verdict', 'TOTAL_FAILED');
  await picture(main, 'verify-failed-id');
  await expectAccessible(main);
  expect(existsSync(sample)).toBe(true);
});

/** poppler's own validator, where it is installed. */
function expectOthersAgree(file: string): void {
  if (!existsSync('/usr/bin/pdfsig')) return;
  const said = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
  expect(said).toContain('Signature is Valid.');
  expect(said).toContain('Total document signed');
}
