// "Mengetahui, Atasan Langsung" through the window, from the owner's statement to the superior's signature on it and back.
// What signs is a key of another authority; the window's own signing is tests/e2e/sign-and-verify.e2e.ts's.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { makeProofWorld } from '../support/proof-world.ts';
import { signFile } from '../support/signing.ts';
import { expectAccessible } from './support/axe.ts';
import { lostPlace, PASSPHRASE, typeSecret } from './support/lost-place.ts';
import { chooseInDialogs } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { WORDS } from './support/words.ts';

const press = (main: Page, name: string) => main.getByRole('button', { name, exact: true }).click();

for (const language of ['id', 'en'] as const) {
  test(`a statement goes to the superior and comes back acknowledged (${language})`, async () => {
    test.setTimeout(180_000);
    const words = WORDS[language];
    const place = await lostPlace({ language });
    const world = await makeProofWorld(join(place.folder, 'pki'));
    const at = (name: string): string => join(place.folder, name);
    const { app, main } = await place.start(undefined, { PENA_TRUST: world.caFile });
    const look = async (name: string): Promise<void> => {
      await picture(main, `lost-${name}-${language}`);
      await expectAccessible(main);
    };
    try {
      await main.getByRole('button', { name: words.lostKey.home.text }).click();
      await press(main, `${words.lostKey.start.choose}: ${SIGNER}`);
      await main.getByLabel(words.lostKey.event.narrative).fill('Token hilang.');
      await press(main, words.lostKey.event.next);
      await main.getByLabel(words.lostKey.send.nip).fill('198001012005011001');
      await press(main, words.lostKey.send.keep);
      await typeSecret(app, [PASSPHRASE, PASSPHRASE]);
      await press(main, words.lostKey.report.toPapers);
      await expect(main.getByText(words.acknowledge.first)).toBeVisible();

      // The owner's part: the letter, signed with another certificate.
      await chooseInDialogs(app, '/nonexistent', at('surat.pdf'));
      await press(main, words.lostKey.papers.writeLetter);
      await expect.poll(() => existsSync(at('surat.pdf'))).toBe(true);
      await signFile(at('surat.pdf'), at('surat-pemilik.pdf'), await world.key('BUDI-CONTOH'), {
        field: 'Pemilik',
      });
      await chooseInDialogs(app, at('surat-pemilik.pdf'), at('permintaan'));
      await main.getByLabel(words.lostKey.papers.signed).check();
      await press(main, words.lostKey.papers.addStatement);
      await press(main, words.acknowledge.ask);
      const request = at('permintaan.penamengetahui');
      await expect.poll(() => existsSync(request)).toBe(true);
      await look('ask');

      // The superior's: opened, read where documents are signed, signed, answered.
      await chooseInDialogs(app, request, at('dibaca.pdf'));
      await press(main, `1 ${words.lostKey.steps.certificate}`);
      await press(main, words.acknowledge.open);
      await expect(main.getByTestId('lost-request')).toContainText(SIGNER);
      await look('request');
      await press(main, words.acknowledge.openLetter);
      await expect(main.locator('main')).toHaveAttribute('data-view', 'sign');
      expect(readFileSync(at('dibaca.pdf')).equals(readFileSync(at('surat-pemilik.pdf')))).toBe(
        true,
      );
      // The place that waits for the superior is chosen already.
      const waiting = main.getByTestId('waiting-fields').getByRole('radio');
      await expect(waiting).toHaveCount(1);
      await expect(waiting.and(main.getByRole('radio', { name: 'Mengetahui' }))).toBeChecked();
      await look('letter-to-sign');
      await signFile(at('dibaca.pdf'), at('surat-atasan.pdf'), await world.key('SITI-CONTOH'), {
        field: 'Mengetahui',
      });
      // Neither a letter without the superior's signature nor one that the owner has signed twice.
      await main.getByRole('button', { name: words.common.nav['lost-key'] }).click();
      await chooseInDialogs(app, at('dibaca.pdf'), at('jawaban'));
      await press(main, words.acknowledge.answer);
      await expect(main.getByText('PAPER_NOT_ACKNOWLEDGED')).toBeVisible();
      await chooseInDialogs(app, at('surat-atasan.pdf'), at('jawaban'));
      await press(main, words.acknowledge.answer);
      const said = words.acknowledge.answered.replace('{{name}}', 'SITI-CONTOH');
      await expect(main.getByText(said).first()).toBeVisible();
      await look('answered');

      // Back at the owner's.
      await press(main, words.acknowledge.back);
      await main.getByTestId('lost-cases').getByRole('button').first().click();
      await press(main, `4 ${words.lostKey.steps.papers}`);
      await chooseInDialogs(app, at('jawaban.penamengetahui'), '/nonexistent');
      await press(main, words.acknowledge.take);
      const by = words.acknowledge.by.replace('{{name}}', 'SITI-CONTOH');
      await expect(main.getByTestId('lost-acknowledge')).toContainText(by);
      await look('acknowledged');
      expect(app.output()).toBe('');
    } finally {
      await app.close();
      await world.stop();
      place.remove();
    }
  });
}
