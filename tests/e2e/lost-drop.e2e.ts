// What is dropped on the window of a superior or an owner: a request opens wherever it falls, a certificate or a signed
// PDF names the key that is lost, an answer falls on the papers; the same bounds as where it is chosen.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Question, writeAcknowledgement } from '../../core/lifecycle/acknowledgement/file.ts';
import { digestOf } from '../../core/lifecycle/channels/wire.ts';
import { makeProofWorld } from '../support/proof-world.ts';
import { expectAccessible } from './support/axe.ts';
import { drop } from './support/drop.ts';
import { lostPlace } from './support/lost-place.ts';
import { picture } from './support/pictures.ts';
import { WORDS } from './support/words.ts';

const LETTER = new Uint8Array(Buffer.from('%PDF-1.7\nsurat'));
const QUESTION: Question = {
  format: 'pena-acknowledgement-1',
  id: '1b7ff4ea-2d9c-4b52-9d8e-7b0c7f6a2f11',
  ...{ askedAt: '2026-11-25T02:00:00Z', owner: 'Budi Contoh', superior: 'Siti Contoh' },
  ground: 'lost',
  certificate: { serial: '1a2b', issuer: 'PSrE Latihan', subject: null },
  letter: { size: LETTER.length, sha256: digestOf(LETTER) },
};

for (const language of ['id', 'en'] as const) {
  test(`what is dropped goes where it would be chosen (${language})`, async () => {
    test.setTimeout(180_000);
    const words = WORDS[language];
    const place = await lostPlace({ language });
    const world = await makeProofWorld(join(place.folder, 'pki'));
    const at = (name: string): string => join(place.folder, name);
    const { app, main } = await place.start();
    try {
      const request = at('permintaan.penamengetahui');
      writeFileSync(request, writeAcknowledgement({ question: QUESTION, letter: LETTER }));
      // On the first screen, where only PDFs were taken before.
      await expect(main.getByText(words.home.question)).toBeVisible();
      await drop(main, request);
      await expect(main.locator('main')).toHaveAttribute('data-view', 'lost-key');
      await expect(main.getByTestId('lost-request')).toContainText('Budi Contoh');
      await picture(main, `lost-dropped-request-${language}`);
      await expectAccessible(main);
      await main.getByRole('button', { name: words.acknowledge.back, exact: true }).click();

      const broken = at('rusak.penamengetahui');
      writeFileSync(broken, 'PK\u0003\u0004 bukan ZIP');
      await drop(main, broken);
      await expect(main.getByText('PACKAGE_INVALID')).toBeVisible();
      const large = at('besar.penamengetahui');
      writeFileSync(large, new Uint8Array(64 << 20));
      await drop(main, large);
      await expect(main.getByText('PACKAGE_TOO_LARGE')).toBeVisible();
      await expect(main.getByTestId('lost-key')).toHaveAttribute('data-page', 'start');

      // A certificate names the lost key, and is blocked as where it is chosen by a button.
      const nonsense = at('rusak.cer');
      writeFileSync(nonsense, 'bukan sertifikat');
      await drop(main, nonsense);
      await expect(main.getByText('CERT_MALFORMED')).toBeVisible();
      const lostOne = at('budi.cer');
      writeFileSync(lostOne, (await world.key('BUDI-CONTOH')).certificate);
      await drop(main, lostOne);
      await expect(main.getByTestId('lost-key')).toHaveAttribute('data-page', 'event');
      await expect(main.getByText(words.lostKey.blocked.title)).toBeVisible();
      expect(app.output()).toBe('');
    } finally {
      await app.close();
      await world.stop();
      place.remove();
    }
  });
}
