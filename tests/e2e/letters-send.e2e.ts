// A letter of "Surat & permohonan" by the office's ways: waits while the authority is away, survives a restart, is
// received with a signed receipt, rejected, corrected and accepted; and as a message for a mail program.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openApplication } from '../../core/lifecycle/applications/package.ts';
import { expectAccessible } from './support/axe.ts';
import { lostPlace, PASSPHRASE, pressOn, typeSecret, whyNoPolicy } from './support/lost-place.ts';
import { chooseInDialogs } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { ACCESS_TOKEN, startReceiver } from './support/receiver.ts';
import { WORDS, type Words } from './support/words.ts';

const missing = whyNoPolicy();
const button = (main: Page, name: string) => main.getByRole('button', { name, exact: true });
const of = (text: string, name: string): string => text.replace('{{name}}', name);

async function fillIn(main: Page, { letters }: Words): Promise<void> {
  const { owner, letter, authority, problem } = letters.fields;
  for (const [label, text] of [
    [owner.name, 'Budi Contoh'],
    [owner.nip, '198001012005011001'],
    [owner.position, 'Kepala Bidang'],
    [owner.unit, 'Dinas Contoh'],
    [owner.email, 'budi@contoh.test'],
    [problem.kind, 'Keaslian'],
    [problem.time, '26 November 2026'],
    [problem.narrative, 'Tanda tangan disangkal.'],
    [authority.name, 'Kepala Dinas Contoh'],
    [letter.number, '500/1/2026'],
    [letter.place, 'Kota Contoh'],
  ] as const) {
    await main.getByLabel(label, { exact: true }).fill(text);
  }
  await pressOn(main, button(main, letters.content.keep));
}

for (const language of ['id', 'en'] as const) {
  test(`sends a letter until the authority has it (${language})`, async () => {
    test.skip(missing !== null, missing ?? '');
    test.setTimeout(180_000);
    const words = WORDS[language];
    const { letters, common, delivery } = words;
    const place = await lostPlace({ language });
    const receiver = await startReceiver(place.folder);
    const scan = join(place.folder, 'surat.pdf');
    writeFileSync(scan, '%PDF-1.7\n% surat\n%%EOF\n');
    const look = async (main: Page, name: string): Promise<void> => {
      await main.getByTestId('letter-send').scrollIntoViewIfNeeded();
      await picture(main, `letters-send-${name}-${language}`);
      await expectAccessible(main);
    };
    let { app, main } = await place.start(receiver.policy);
    try {
      await chooseInDialogs(app, scan, place.saved);
      await pressOn(main, button(main, common.nav.letters));
      await pressOn(main, button(main, of(letters.beginOf, letters.kinds.problem)));
      await typeSecret(app, [PASSPHRASE, PASSPHRASE]);
      await fillIn(main, words);
      await pressOn(main, button(main, of(letters.addOf, letters.papers.letter)));
      const state = () => main.getByTestId('letter-state');
      await expect(state()).toHaveAttribute('data-state', 'complete');
      await expect(main.getByTestId('letter-send')).toContainText('HTTPS');

      // Nobody is there: it waits, and is not called sent.
      await receiver.stop();
      await pressOn(main, button(main, letters.send.go));
      await typeSecret(app, [ACCESS_TOKEN]);
      await expect(state()).toHaveAttribute('data-state', 'queued');
      await expect(main.getByTestId('letter-send')).toContainText(
        delivery.next.split('{{date}}')[0] ?? '',
      );
      await main.getByText(delivery.attempts, { exact: true }).click();
      await look(main, 'queued');
      // The rest is the same in both languages.
      if (language === 'en') return;

      await pressOn(main, button(main, letters.handIn.pack));
      await expect.poll(() => existsSync(`${place.saved}.penapermohonan`)).toBe(true);
      const { id } = openApplication(readFileSync(`${place.saved}.penapermohonan`)).request;
      await main.getByLabel(letters.handIn.mailTo).fill('dinas@contoh.test');
      await pressOn(main, button(main, letters.handIn.mail));
      await expect.poll(() => existsSync(`${place.saved}.eml`)).toBe(true);
      expect(readFileSync(`${place.saved}.eml`, 'latin1')).toMatch(
        /^To: dinas@contoh\.test\r\n[^]*\.penapermohonan/m,
      );

      await app.close();
      await receiver.startAgain();
      ({ app, main } = await place.start(receiver.policy));
      await pressOn(main, button(main, common.nav.letters));
      await pressOn(main, button(main, letters.own.unlock));
      await typeSecret(app, [PASSPHRASE]);
      const own = main.getByTestId('letters-own');
      await expect(own).toContainText(letters.states.queued);
      await pressOn(main, button(main, of(letters.own.openOf, letters.kinds.problem)));
      await pressOn(main, button(main, letters.send.again));
      await typeSecret(app, [ACCESS_TOKEN]);
      await expect(state()).toHaveAttribute('data-state', 'received');
      await look(main, 'received');

      receiver.decide('application', 'reject', id, '--reason', 'Waktu kejadian kurang jelas.');
      await pressOn(main, button(main, letters.send.ask));
      await expect(state()).toHaveAttribute('data-state', 'rejected');
      await expect(state()).toContainText('Waktu kejadian kurang jelas.');
      await expect(button(main, letters.send.anew)).toHaveCount(0);
      await main.getByLabel(letters.fields.problem.time).fill('26 November 2026 09.00 WITA');
      await pressOn(main, button(main, letters.content.keep));
      await expect(button(main, letters.send.anew)).toBeVisible();
      await look(main, 'rejected');
      await pressOn(main, button(main, letters.send.anew));
      await expect(state()).toHaveAttribute('data-state', 'received');
      receiver.decide('application', 'accept', id);
      await pressOn(main, button(main, letters.send.ask));
      await expect(state()).toHaveAttribute('data-state', 'accepted');
    } finally {
      await app.close();
      await receiver.stop();
      place.remove();
    }
  });
}
