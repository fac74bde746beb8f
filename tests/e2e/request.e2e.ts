// A certificate's beginning in the window: key pair and request made on a real token, the request read by
// openssl, the certificate issued by an openssl authority, brought back, matched, and offered for signing.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeCa } from '../../build/practice/pki.mjs';
import { CertificateRegistry } from '../../native/certificates/certificate-registry.ts';
import {
  configFolder,
  DEFAULT_SETTINGS,
  launchPena,
  makeWorkplace,
} from '../support/harness/launch.ts';
import { startCardWorld, whyNoCard } from '../support/modules/opensc.ts';
import { whyNoSoftHsm } from '../support/softhsm.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInDialogs } from './support/office.ts';
import { SAMPLE } from './support/practice.ts';
import { expect, test, type Desk } from './support/own-token.ts';
import { picture } from './support/pictures.ts';
import { expectNoTrace, expectTypedInto } from './support/traces.ts';
import { WORDS, type Words } from './support/words.ts';

const reason = whyNoSoftHsm();
/** Long and strange enough to stand nowhere by chance. */
const MARKED = 'penanda-3Xw8Rk6Vq1';
test.use({ tokenPin: MARKED });

const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' });

async function openPage({ main }: Pick<Desk, 'main'>, words: Words): Promise<void> {
  await main.getByRole('button', { name: words.common.nav.tokens, exact: true }).click();
  await main.getByRole('button', { name: words.request.open, exact: true }).click();
  await expect(main.getByRole('heading', { name: words.request.make })).toBeVisible();
}

function field(main: Page, name: string) {
  return main.getByTestId('request').locator(`[name="${name}"]`);
}

async function give(pin: Page, text: string): Promise<void> {
  const closed = pin.waitForEvent('close');
  await pin.locator('#pin').fill(text);
  // The answer may close the window before the key is up again.
  void pin.keyboard.press('Enter').catch(() => undefined);
  await closed;
}

/** The certificate, in PEM, of an authority that takes over what the request asks for. */
async function issue(folder: string, csr: string): Promise<{ issued: string; both: string }> {
  const ca = await makeCa(join(folder, 'otoritas'), {
    ...{ baseUrl: 'http://127.0.0.1:1', algorithm: 'ec:P-256' },
    subject: '/C=ID/O=LATIHAN/CN=OTORITAS UJI',
  });
  const issued = join(folder, 'terbit.pem');
  const by = ['-CA', ca.certificate, '-CAkey', ca.key, '-set_serial', '11', '-days', '700'];
  openssl('x509', '-req', '-in', csr, ...by, '-copy_extensions', 'copy', '-out', issued);
  const both = join(folder, 'terbit-dan-penerbit.pem');
  writeFileSync(both, readFileSync(issued, 'utf8') + readFileSync(ca.certificate, 'utf8'));
  return { issued, both };
}

const journalOf = ({ journalFolder }: Desk): string =>
  readdirSync(journalFolder)
    .map((name) => readFileSync(join(journalFolder, name), 'utf8'))
    .join('');

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  const { request } = words;
  test.describe(language, () => {
    test.skip(reason !== null, reason ?? '');
    test.use({ language });

    test('from the empty form to a certificate that signs', async ({ desk }) => {
      test.setTimeout(180_000);
      const { app, main, folder } = desk;
      const csr = join(folder, 'permintaan.csr');
      await chooseInDialogs(app, csr, csr);
      await openPage(desk, words);
      await picture(main, `request-${language}`);
      await expectAccessible(main);

      // What is missing is named, and has the focus.
      await main.getByRole('button', { name: request.submit }).click();
      await expect(main.getByText(request.wrong.name)).toBeVisible();
      await expect(field(main, 'name')).toBeFocused();
      await picture(main, `request-missing-${language}`);
      await expectAccessible(main);

      // By keyboard alone from here to the PIN.
      await main.keyboard.type('SITI AMINAH');
      await main.keyboard.press('Tab');
      await main.keyboard.type('Dinas Kominfo');
      await main.keyboard.press('Tab');
      await main.keyboard.press('Tab');
      await main.keyboard.type('siti@uji.go.id');
      await main.keyboard.press('Enter');
      const pin = await app.window('pin');
      await expect(pin.getByTestId('purpose')).toHaveText(words.pin.errands['make-key']);
      await expect(pin.getByText('SITI AMINAH')).toBeVisible();
      await expect(pin.getByText(words.pin.keepIt)).toBeHidden();
      await picture(pin, `pin-request-${language}`);
      await expectAccessible(pin);
      await give(pin, MARKED);

      const made = main.getByTestId('made');
      await expect(made).toContainText('permintaan.csr');
      await expect(made).toContainText(request.papers.recommendation);
      await expect(main.getByTestId('keys')).toContainText(request.keys.waiting);
      await made.scrollIntoViewIfNeeded();
      await picture(main, `request-made-${language}`);
      await expectAccessible(main);
      const text = openssl('req', '-in', csr, '-verify', '-noout', '-text');
      expect(text).toContain('CN = SITI AMINAH');
      expect(text).toContain('O = Dinas Kominfo');
      expect(text).toContain('email:siti@uji.go.id');
      expect(text).toContain('Digital Signature, Non Repudiation');

      const { both } = await issue(folder, csr);
      await chooseInDialogs(app, both, csr);
      await main.getByRole('button', { name: request.import.choose }).click();
      const chosen = main.getByTestId('chosen');
      await expect(chosen).toContainText('OTORITAS UJI');
      await expect(chosen.getByTestId('match')).toHaveAttribute('data-found', 'true');
      await expect(chosen.getByRole('heading')).toBeFocused();
      await chosen.scrollIntoViewIfNeeded();
      await picture(main, `request-chosen-${language}`);
      await expectAccessible(main);
      await chosen.getByRole('checkbox', { name: request.import.chain }).check();
      await chosen.getByRole('button', { name: request.import.store }).click();
      const again = await app.window('pin');
      await expect(again.getByTestId('purpose')).toHaveText(words.pin.errands.import);
      await give(again, MARKED);
      await expect(chosen.getByTestId('stored')).toContainText(request.import.signsNow);
      await chosen.scrollIntoViewIfNeeded();
      await picture(main, `request-stored-${language}`);
      await expectAccessible(main);

      await main.getByRole('button', { name: request.back }).click();
      await expect(main.getByRole('heading', { name: 'SITI AMINAH' }).first()).toBeVisible();
      // Nobody here knows this issuer: said beside the certificate, and it can be used all the same.
      await expect(main.getByText(words.tokens.issuerUnknown).first()).toBeVisible();
      await picture(main, `token-unknown-issuer-${language}`);
      await expectAccessible(main);
      await chooseInDialogs(app, SAMPLE, csr);
      await main.getByRole('button', { name: words.common.nav.home, exact: true }).click();
      await main.getByRole('button', { name: words.common.drop.choose }).click();
      const offered = main.getByRole('radio', { name: 'SITI AMINAH' });
      await offered.check();
      await expect(main.getByText(words.sign.certificate.issuerUnknown).first()).toBeVisible();
      await picture(main, `sign-unknown-issuer-${language}`);
      await expectAccessible(main);
      expect(journalOf(desk)).toContain('"did":"requested"');
      expect(journalOf(desk)).toContain('"did":"imported"');
      await expectNoTrace(MARKED, { app, main, folder });
      expectTypedInto(MARKED, 'pin', app);
    });
  });
}

test.describe('by SoftHSM', () => {
  test.skip(reason !== null, reason ?? '');
  const words = WORDS.id;
  const { request } = words;

  test('asks for a server and client of a system, and for a position', async ({ desk }) => {
    test.setTimeout(180_000);
    const { app, main, folder } = desk;
    const csr = join(folder, 'sistem.csr');
    await chooseInDialogs(app, csr, csr);
    await openPage(desk, words);
    const page = main.getByTestId('request');
    await page.getByRole('radio', { name: request.types.system }).check();
    await page.getByRole('checkbox', { name: request.uses.signature }).uncheck();
    await page.getByRole('checkbox', { name: request.uses.server }).check();
    await page.getByRole('checkbox', { name: request.uses.client }).check();
    await field(main, 'name').fill('layanan.uji.go.id');
    await field(main, 'organisation').fill('Dinas Kominfo');
    await page.getByRole('button', { name: request.submit }).click();
    await expect(page.getByText(request.wrong.dns)).toBeVisible();
    await field(main, 'dns').fill('layanan.uji.go.id\napi.uji.go.id');
    await field(main, 'ip').fill('10.1.2.3');
    await picture(main, 'request-system-id');
    await expectAccessible(main);
    await page.getByLabel(request.key.label, { exact: true }).selectOption('ec-p256');
    await page.getByRole('button', { name: request.submit }).click();
    await give(await app.window('pin'), MARKED);
    await expect(main.getByTestId('made')).toContainText('sistem.csr');
    const system = openssl('req', '-in', csr, '-verify', '-noout', '-text');
    expect(system).toContain('DNS:layanan.uji.go.id, DNS:api.uji.go.id, IP Address:10.1.2.3');
    expect(system).toContain('TLS Web Server Authentication, TLS Web Client Authentication');
    expect(system).toContain('prime256v1');
    expect(system).not.toContain('Non Repudiation');

    // The same key once more, now for a position.
    const position = join(folder, 'jabatan.csr');
    await chooseInDialogs(app, position, position);
    await page.getByRole('radio', { name: request.types.position }).check();
    await page.getByRole('checkbox', { name: request.uses.client }).uncheck();
    await page.getByRole('checkbox', { name: request.uses.signature }).check();
    await field(main, 'position').fill('Kepala Dinas');
    const key = page.getByLabel(request.key.label, { exact: true });
    const label = await key.locator('option', { hasText: 'layanan.uji.go.id' }).textContent();
    await key.selectOption({ label: label ?? '' });
    await page.getByRole('button', { name: request.submit }).click();
    const pin = await app.window('pin');
    await expect(pin.getByTestId('purpose')).toHaveText(words.pin.errands.request);
    await give(pin, MARKED);
    await expect(main.getByTestId('made')).toContainText(request.made.again);
    const held = openssl('req', '-in', position, '-verify', '-noout', '-text');
    expect(held).toContain('title = Kepala Dinas');
    expect(held).not.toContain('DNS:');
    const publicKey = (file: string) => openssl('req', '-in', file, '-noout', '-pubkey');
    expect(publicKey(position)).toBe(publicKey(csr));

    // The key without a certificate goes, after a question and with the PIN.
    const row = main.getByTestId('keys').locator('li', { hasText: 'layanan.uji.go.id' });
    await row.getByRole('button').press('Enter');
    await expect(row.getByRole('heading', { name: request.keys.sure })).toBeFocused();
    await picture(main, 'request-remove-id');
    await expectAccessible(main);
    await row.getByRole('button', { name: request.keys.yes }).click();
    const last = await app.window('pin');
    await expect(last.getByTestId('purpose')).toHaveText(words.pin.errands['remove-key']);
    await give(last, MARKED);
    await expect(row).toBeHidden();
  });

  test('a wrong PIN and Esc leave the token as it was, and no file', async ({ desk }) => {
    const { app, main, folder } = desk;
    const csr = join(folder, 'tidak-jadi.csr');
    await chooseInDialogs(app, csr, csr);
    await openPage(desk, words);
    await field(main, 'name').fill('SITI AMINAH');
    await field(main, 'organisation').fill('Dinas Kominfo');
    await main.getByRole('button', { name: request.submit }).click();
    await give(await app.window('pin'), '000000');
    const again = await app.window('pin');
    await expect(again.getByText(words.pin.wrongErrand)).toBeVisible();
    await picture(again, 'pin-request-wrong-id');
    const closed = again.waitForEvent('close');
    void again.keyboard.down('Escape').catch(() => undefined);
    await closed;
    await expect(main.getByText('TOKEN_PIN_INCORRECT')).toBeVisible();
    expect(readdirSync(folder)).not.toContain('tidak-jadi.csr');
    await expect(main.getByTestId('keys')).not.toContainText('SITI AMINAH');
    expect(journalOf(desk)).toContain('"kind":"pin-failed"');
  });

  test('starts from the warning of an end that comes near', async ({ desk }) => {
    const { main, folder } = desk;
    const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
    const file = join(configFolder(join(folder, 'user-data')), 'pena', 'certificates.json');
    await expect(main.getByText(/UJI/).first()).toBeVisible();
    await new CertificateRegistry(file).see([
      {
        ...{ sha256: 'cd'.repeat(32), certificate: 'MAA=', name: 'BUDI SANTOSO', issuer: 'CA' },
        ...{ subjectKey: 'cn=budi', serial: '0b', hasPrivateKey: true, token: null },
        ...{ notBefore: days(-700), notAfter: days(6.5) },
      },
    ]);
    await main.getByRole('button', { name: words.common.nav.tokens, exact: true }).click();
    await main.getByRole('button', { name: words.common.nav.home, exact: true }).click();
    const name = request.newKeyOf.replace('{{name}}', 'BUDI SANTOSO');
    await expect(main.getByTestId('expiry')).toBeVisible();
    await picture(main, 'home-renew-id');
    await main.getByTestId('expiry').getByRole('button', { name }).click();
    await expect(main.getByTestId('reason')).toContainText('Pasal 15');
    await expect(field(main, 'name')).toHaveValue('BUDI SANTOSO');
    await picture(main, 'request-renewal-id');
    await main.getByRole('button', { name: request.back }).click();
    await main.getByTestId('known-certificates').getByRole('button', { name }).click();
    await expect(field(main, 'name')).toHaveValue('BUDI SANTOSO');
  });
});

test('a PIV card makes none here, and that is said before anything is typed', async () => {
  const missing = whyNoCard();
  test.skip(missing !== null, missing ?? '');
  test.setTimeout(180_000);
  const workplace = makeWorkplace();
  const { folder, userData } = workplace;
  mkdirSync(userData);
  writeFileSync(join(userData, 'settings.json'), JSON.stringify(DEFAULT_SETTINGS));
  const world = await startCardWorld(join(folder, 'kartu'));
  const app = await launchPena({ userData, env: { ...world.env, PENA_MODULES: world.module } });
  try {
    const main = await app.window('main');
    await openPage({ main }, WORDS.id);
    const said = main.getByTestId('makes-none');
    await expect(said).toContainText(world.label);
    await picture(main, 'request-piv-id');
    await expectAccessible(main);
    // For a key that is there, the request can be made.
    const options = main.getByLabel(WORDS.id.request.key.label, { exact: true }).locator('option');
    for (const text of await options.allTextContents()) expect(text).not.toContain('RSA');
  } finally {
    await app.close();
    await world.stop();
    workplace.remove();
  }
});
