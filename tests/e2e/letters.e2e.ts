// "Surat & permohonan" with the keyboard alone: an application that is complete only with the papers of Pasal 11,
// its letter and package; duties; a renewal from the warning; nothing of it readable on the disk.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { sightingOf } from '../../core/cms/certificate-sighting.ts';
import { APPLICATION_RULES } from '../../core/domain/application-kind.ts';
import { missingOf, openApplication } from '../../core/lifecycle/applications/package.ts';
import { configFolder, type PenaApp } from '../support/harness/launch.ts';
import { makeAuthority, makeSigner } from '../core/support/test-certificates.ts';
import { expectAccessible } from './support/axe.ts';
import { Fields, lostPlace, PASSPHRASE, pressOn, typeSecret } from './support/lost-place.ts';
import { chooseInDialogs } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SAMPLE } from './support/practice.ts';
import { WORDS, type Words } from './support/words.ts';

const NIK = '6472010101800001';
const OWNER = {
  name: 'Budi Contoh, S.Kom.',
  nip: '198001012005011001',
  nik: NIK,
  rank: 'Penata (III/c)',
  position: 'Kepala Bidang Persandian',
  unit: 'Dinas Contoh',
  email: 'budi@contoh.test',
} as const;
/** A JPEG, of which nothing but its parts matters, with a camera's text in it. */
const SCAN = Buffer.from(
  'ffd8' + `fffe0010${Buffer.from('GPS -0.5,117.1').toString('hex')}` + 'ffda0004000012ffd9',
  'hex',
);

const button = (main: Page, name: string) => main.getByRole('button', { name, exact: true });
const of = (text: string, name: string): string => text.replace('{{name}}', name);

async function toLetters(main: Page, words: Words): Promise<void> {
  await pressOn(main, button(main, words.common.nav.letters));
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.letters.title);
}

async function tellOwner(main: Page, words: Words, fields: Fields): Promise<void> {
  const { owner } = words.letters.fields;
  for (const name of Object.keys(OWNER) as (keyof typeof OWNER)[]) {
    await fields.type(main, main.getByLabel(owner[name], { exact: true }), OWNER[name]);
  }
}

/** Everything that main told the main window. */
const told = (app: PenaApp): string =>
  JSON.stringify(app.harness?.traffic.filter(({ host, way }) => host === 'main' && way !== 'call'));

for (const language of ['id', 'en'] as const) {
  test(`applies with exactly the papers of Pasal 11(4), with the keyboard alone (${language})`, async () => {
    test.setTimeout(180_000);
    const words = WORDS[language];
    const { letters } = words;
    const place = await lostPlace({ language });
    const { app, main } = await place.start();
    const scan = join(place.folder, 'pindai.jpg');
    writeFileSync(scan, SCAN);
    const look = async (name: string): Promise<void> => {
      await picture(main, `letters-${name}-${language}`);
      await expectAccessible(main);
    };
    try {
      await toLetters(main, words);
      await expect(main.getByText(letters.own.none)).toBeVisible();
      await look('start');
      const name = letters.kinds.position;
      await pressOn(main, button(main, of(letters.beginOf, name)));
      await typeSecret(app, [PASSPHRASE, PASSPHRASE]);
      await expect(main.getByRole('heading', { level: 1 })).toHaveText(name);
      const state = main.getByTestId('letter-state');
      const missing = main.getByTestId('letter-missing');
      await expect(state).toHaveAttribute('data-state', 'draft');
      for (const paper of APPLICATION_RULES.position.papers) {
        await expect(missing).toContainText(letters.papers[paper]);
      }
      await look('draft');

      const fields = new Fields();
      await tellOwner(main, words, fields);
      const { request, letter, authority } = letters.fields;
      await fields.type(main, main.getByLabel(request.position), 'Kepala Bidang Persandian');
      await fields.type(
        main,
        main.getByLabel(authority.name, { exact: true }),
        'Kepala Dinas Contoh',
      );
      await fields.type(main, main.getByLabel(letter.number), '500/1/2026');
      await fields.type(main, main.getByLabel(letter.place), 'Kota Contoh');
      await pressOn(main, button(main, letters.content.keep));
      await expect(missing).not.toContainText(letters.missing.fields);
      await expect(main.getByText('••••••••••••0001')).toBeVisible();
      expect(told(app)).not.toContain(NIK);

      await pressOn(main, button(main, letters.writeLetter));
      const written = `${place.saved}.pdf`;
      await expect.poll(() => existsSync(written)).toBe(true);
      const text = execFileSync('pdftotext', ['-layout', written, '-']).toString();
      for (const part of ['500/1/2026', OWNER.name, NIK, 'Surat penunjukan wewenang']) {
        expect(text).toContain(part);
      }
      await chooseInDialogs(app, scan, place.saved);
      await expect(button(main, letters.handIn.pack)).toBeDisabled();
      for (const paper of APPLICATION_RULES.position.papers) {
        await expect(state).toHaveAttribute('data-state', 'draft');
        await pressOn(main, button(main, of(letters.addOf, letters.papers[paper])));
        await expect(main.locator(`[data-paper="${paper}"]`)).toHaveAttribute(
          'data-state',
          'there',
        );
      }
      await expect(state).toHaveAttribute('data-state', 'complete');
      await expect(missing).toContainText(letters.missing.nothing);
      await look('complete');

      await pressOn(main, button(main, letters.handIn.pack));
      const packed = `${place.saved}.penapermohonan`;
      await expect.poll(() => existsSync(packed)).toBe(true);
      const opened = openApplication(readFileSync(packed));
      expect(missingOf(opened.request)).toEqual({ papers: [], mail: false });
      expect(opened.request.applicant.name).toBe(OWNER.name);
      for (const { bytes } of opened.papers) expect(Buffer.from(bytes)).not.toContain('GPS');
      await expect(state).toHaveAttribute('data-state', 'complete');

      await pressOn(main, button(main, letters.handIn.done));
      await expect(state).toHaveAttribute('data-state', 'handed-in');
      await pressOn(main, button(main, letters.handIn.rejected));
      await expect(main.getByText(letters.handIn.reasonNeeded)).toBeVisible();
      await fields.type(main, main.getByLabel(letters.handIn.reason), 'Pindai KTP tidak terbaca.');
      await look('handed-in');
      await pressOn(main, button(main, letters.handIn.rejected));
      await expect(state).toHaveAttribute('data-state', 'rejected');
      await expect(state).toContainText('Pindai KTP tidak terbaca.');
      await look('rejected');

      // On the disk: encrypted; deleted: gone.
      const folder = join(configFolder(place.userData), 'pena', 'letters');
      const kept = readdirSync(folder);
      expect(kept.length).toBeGreaterThanOrEqual(3);
      for (const file of kept) {
        expect(readFileSync(join(folder, file)).toString('latin1')).not.toMatch(/Budi|Contoh/);
      }
      await main.locator('summary', { hasText: letters.kept.more }).focus();
      await main.keyboard.press('Enter');
      await pressOn(main, button(main, letters.kept.delete));
      await expect(main.getByTestId('letter-proof')).toBeVisible();
      expect(readdirSync(folder)).toEqual([]);
      await look('deleted');
      expect(app.output()).not.toContain(NIK);
    } finally {
      await app.close();
      place.remove();
    }
  });
}

test('renews from the warning, states the duties, and takes people over from the letter before', async () => {
  test.setTimeout(180_000);
  const words = WORDS.id;
  const { letters, common } = words;
  const place = await lostPlace();
  const { der } = makeSigner('SEKRETARIS CONTOH', makeAuthority('CA CONTOH'), {
    notAfter: new Date(Date.now() + 20.5 * 86_400_000).toISOString().slice(0, 19),
  });
  const sighting = sightingOf(der, { label: 'KARTU', serial: '77' }, true);
  if (sighting === null) throw new Error('the certificate is nobody’s');
  await place.registry.see([sighting]);
  const { app, main } = await place.start();
  try {
    const apply = words.certificates.expiry.applyOf.replace('{{name}}', 'SEKRETARIS CONTOH');
    await expect(main.getByTestId('expiry')).toContainText('SEKRETARIS CONTOH');
    await picture(main, 'letters-warning-id');
    await pressOn(main, button(main, apply));
    await typeSecret(app, [PASSPHRASE, PASSPHRASE]);
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(letters.kinds.renewal);
    const state = main.getByTestId('letter-state');
    await expect(state).toContainText(letters.until.split('{{date}}')[0] ?? '');
    const serial = main.getByLabel(letters.fields.certificate.serial);
    await expect(serial).toHaveValue(sighting.serial);
    const ownerName = main.getByLabel(letters.fields.owner.name, { exact: true });
    await expect(ownerName).toHaveValue('SEKRETARIS CONTOH');
    await expect(main.getByTestId('letter-missing')).toContainText(letters.papers.letter);
    await picture(main, 'letters-renewal-id');
    await expectAccessible(main);
    const fields = new Fields();
    await fields.type(main, main.getByLabel(letters.fields.owner.nip), 'bukan NIP');
    await pressOn(main, button(main, letters.content.keep));
    await expect(main.getByText(letters.content.wrong)).toBeVisible();
    await main.getByLabel(letters.fields.owner.nip).fill(OWNER.nip);
    await pressOn(main, button(main, letters.content.keep));
    await expect(main.getByTestId('letter-missing')).not.toContainText('NIP');

    await pressOn(main, button(main, letters.back));
    await expect(main.getByTestId('letters-own').locator('li')).toHaveCount(1);
    await pressOn(main, button(main, of(letters.beginOf, letters.kinds.duties)));
    await expect(main.getByLabel(letters.fields.owner.nip)).toHaveValue(OWNER.nip);
    const agree = main.getByTestId('letter-agree');
    await expect(agree.locator('li')).toHaveCount(6);
    await expect(main.getByTestId('letter-missing')).toContainText(letters.missing.agreement);
    await pressOn(main, button(main, letters.agree.duties.yes));
    await expect(agree).toContainText(letters.agree.done.split('{{date}}')[0] ?? '');
    await picture(main, 'letters-duties-id');
    await expectAccessible(main);

    // A file that is no scan is refused, and said so.
    await chooseInDialogs(app, join(place.folder, 'keterangan.txt'), place.saved);
    writeFileSync(join(place.folder, 'keterangan.txt'), 'bukan pindai');
    await pressOn(main, button(main, of(letters.addOf, letters.papers.letter)));
    await expect(main.getByText('PAPER_UNSUPPORTED')).toBeVisible();
    await chooseInDialogs(app, SAMPLE, place.saved);
    await pressOn(main, button(main, of(letters.addOf, letters.papers.letter)));
    await expect(main.locator('[data-paper="letter"]')).toHaveAttribute('data-state', 'there');
    rmSync(`${place.saved}.pdf`, { force: true });
  } finally {
    await app.close();
  }

  // After a restart nothing is shown before the passphrase was given.
  const again = await place.start();
  try {
    await pressOn(again.main, button(again.main, common.nav.letters));
    const own = again.main.getByTestId('letters-own');
    await expect(own).toContainText(letters.own.locked);
    await expect(own.locator('li')).toHaveCount(0);
    await pressOn(again.main, button(again.main, letters.own.unlock));
    await typeSecret(again.app, [PASSPHRASE]);
    await expect(own.locator('li')).toHaveCount(2);
    await picture(again.main, 'letters-own-id');
    await expectAccessible(again.main);
  } finally {
    await again.app.close();
    place.remove();
  }
});
