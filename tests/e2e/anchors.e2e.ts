// Trust anchors in the settings: a new one is shown with its fingerprint, trusted only when that was compared, and
// taken out again.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder } from '../support/harness/launch.ts';
import { expectAccessible } from './support/axe.ts';
import { journalOf } from './support/journal.ts';
import { expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { WORDS } from './support/words.ts';

/** @returns its path, and its SHA-256 as openssl tells it, in groups of four */
function certificateIn(folder: string, name: string, more: readonly string[]): [string, string] {
  const path = join(folder, `${name}.pem`);
  execFileSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-keyout', join(folder, `${name}.key`), '-out', path, '-days', '900'],
    ...['-subj', `/C=ID/O=UJI/CN=${name}`, ...more],
  ]);
  const told = execFileSync('openssl', ['x509', '-in', path, '-noout', '-fingerprint', '-sha256']);
  const hex = told.toString().split('=')[1]!.replaceAll(':', '').trim();
  return [path, hex.match(/.{4}/g)!.join(' ')];
}

async function willChoose({ app }: Office, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  const { anchors } = words.settings;
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: false } });

    test(`are added by fingerprint and removed (${language})`, async ({ office }) => {
      const { main, folder, userData } = office;
      const [root, fingerprint] = certificateIn(folder, 'CA UJI KANTOR', []);
      const [leaf] = certificateIn(folder, 'BUKAN CA', [
        ...['-addext', 'basicConstraints=critical,CA:FALSE'],
      ]);
      const file = join(configFolder(userData), 'pena', 'pena.json');
      const kept = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
      await main.getByRole('button', { name: words.common.nav.settings, exact: true }).click();
      const card = main.getByTestId('anchors-card');
      await expect(card).toContainText('Root CA Indonesia DS G1');

      await willChoose(office, leaf);
      await card.getByRole('button', { name: anchors.choose }).click();
      await expect(card).toContainText('TRUST_NOT_AUTHORITY');

      await willChoose(office, root);
      await card.getByRole('button', { name: anchors.choose }).click();
      await expect(card).toContainText(fingerprint);
      await card.getByRole('button', { name: anchors.leave, exact: true }).click();
      await expect(card).not.toContainText(fingerprint);
      expect(kept()).not.toContain('akar/');

      await card.getByRole('button', { name: anchors.choose }).click();
      await expect(card).toContainText(fingerprint);
      await card.getByRole('button', { name: anchors.trust }).scrollIntoViewIfNeeded();
      await picture(main, `settings-anchor-compare-${language}`);
      await expectAccessible(main);
      await card.getByRole('button', { name: anchors.trust }).click();
      const row = card.getByRole('listitem').filter({ hasText: 'CA UJI KANTOR' });
      await expect(row).toContainText(fingerprint);
      await expect(row).toContainText(anchors.from.person);
      await row.scrollIntoViewIfNeeded();
      await picture(main, `settings-anchors-${language}`);
      await expectAccessible(main);
      const name = `akar/${fingerprint.replaceAll(' ', '').toLowerCase()}.cer`;
      expect(JSON.parse(kept())).toMatchObject({ anchors: [name] });
      expect(journalOf(office).at(-1)).toMatchObject({ kind: 'setting', setting: 'anchors' });

      await row.getByRole('button').click();
      await expect(card).not.toContainText('CA UJI KANTOR');
      expect(JSON.parse(kept())).toMatchObject({ anchors: [] });
    });
  });
}
