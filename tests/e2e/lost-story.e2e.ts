// One lost key to its end, with a keychain and two ways: report, documents in doubt, accepted, and revoked only once the
// issuer says so; then somebody else's key by its number alone. One start of the program, in both languages.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { SMTPServer } from 'smtp-server';
import { toPem } from '../core/support/pem.ts';
import { startKeyring, whyNoKeyring } from '../support/keyring.ts';
import { makeProofWorld } from '../support/proof-world.ts';
import { loopbackCertificate } from '../support/services/loopback-certificate.ts';
import { signFile } from '../support/signing.ts';
import { expectAccessible } from './support/axe.ts';
import { lostPlace, typeSecret, whyNoPolicy } from './support/lost-place.ts';
import { chooseInDialogs } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { ACCESS_TOKEN, startReceiver } from './support/receiver.ts';
import { WORDS, type Words } from './support/words.ts';

const SAMPLE = 'resources/samples/keputusan-wali-kota.pdf';
const reason = whyNoPolicy() ?? whyNoKeyring();
const words = WORDS.id;
const press = (main: Page, name: string) => main.getByRole('button', { name, exact: true }).click();

/** A mail server with TLS that keeps what it is given. */
async function mailbox() {
  const { certificate, key } = loopbackCertificate();
  const messages: string[] = [];
  const server = new SMTPServer({
    ...{ cert: certificate, key, authOptional: true, logger: false },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        messages.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, certificate, messages, stop: () => server.close(() => undefined) };
}

async function tellAndSend(main: Page): Promise<void> {
  await main.getByLabel(words.lostKey.event.narrative).fill('Tas tertinggal di kendaraan umum.');
  await press(main, words.lostKey.event.next);
  await main.getByLabel(words.lostKey.send.nip).fill('198001012005011001');
}

test('a key is reported, doubted, accepted and revoked, each told when it is so', async () => {
  test.skip(reason !== null, reason ?? '');
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'pena-story-'));
  const keyring = await startKeyring({ folder: join(folder, 'ring') });
  const world = await makeProofWorld(join(folder, 'pki'));
  const mail = await mailbox();
  const place = await lostPlace();
  const receiver = await startReceiver(place.folder);
  const key = await world.key('BUDI-CONTOH');
  const documents = join(folder, 'dokumen');
  mkdirSync(join(documents, 'masuk'), { recursive: true });
  await signFile(SAMPLE, join(documents, 'masuk', 'keputusan.pdf'), key);
  writeFileSync(join(documents, 'rusak.pdf'), 'bukan PDF');
  symlinkSync(documents, join(documents, 'masuk', 'kembali'));
  const pem = join(folder, 'budi.pem');
  writeFileSync(pem, toPem(key.certificate));
  const ca = join(folder, 'surel.pem');
  writeFileSync(ca, mail.certificate);
  const policy = JSON.parse(readFileSync(receiver.policy, 'utf8')) as {
    registrationAuthority: Record<string, unknown>;
  };
  Object.assign(policy.registrationAuthority, {
    ...{ order: ['email', 'https'], email: 'ra@contoh.example.go.id' },
    smtp: { host: '127.0.0.1', port: mail.port, tls: 'starttls', ca, from: 'budi@contoh.test' },
  });
  const both = join(folder, 'policy.json');
  writeFileSync(both, JSON.stringify(policy));
  const { app, main } = await place.start(both, {
    ...keyring.env,
    PENA_TRUST: world.caFile,
  });
  const look = async (name: string): Promise<void> => {
    await picture(main, `lost-${name}`);
    await expectAccessible(main);
  };
  const state = main.getByTestId('lost-state');
  try {
    // With a keychain no passphrase is asked; the access token is, since it is not kept there.
    await main.getByRole('button', { name: words.lostKey.home.text }).click();
    await press(main, words.lostKey.kept.show);
    await expect(main.getByText('certificates.json')).toBeVisible();
    await look('kept-id');
    await press(main, words.lostKey.kept.back);
    await main.getByText(words.lostKey.start.other).click();
    await chooseInDialogs(app, pem, place.saved);
    await press(main, words.lostKey.start.file);
    await tellAndSend(main);
    await press(main, words.lostKey.send.go);
    await typeSecret(app, [ACCESS_TOKEN]);
    await expect(state).toHaveAttribute('data-state', 'received');
    // Both ways had it: the mail server said nothing, so the next one was asked.
    expect(mail.messages).toHaveLength(1);
    expect(mail.messages[0]).toContain('penareport');
    expect(receiver.inbox()).toHaveLength(1);
    await press(main, words.lostKey.report.toOverview);

    // Documents in doubt: found, named where they could not be read, and attached.
    await press(main, words.doubt.show);
    await chooseInDialogs(app, documents, place.saved);
    const search = async (texts: Words): Promise<void> => {
      await press(main, texts.doubt.folders);
      const found = main.getByTestId('doubt-found');
      await expect(found).toContainText('keputusan.pdf');
      await expect(found).toContainText(texts.doubt.noProof);
      await main.getByText(/^2 (tempat|places)/).click();
      await expect(found).toContainText('masuk/kembali');
    };
    await search(words);
    await press(main, words.doubt.attach);
    await expect(main.getByText(/^Daftar 1 tanda tangan dilampirkan/)).toBeVisible();
    await look('doubt-id');
    await press(main, words.doubt.savePdf);
    await expect.poll(() => existsSync(`${place.saved}.pdf`)).toBe(true);
    expect(readFileSync(`${place.saved}.pdf`).subarray(0, 5).toString()).toBe('%PDF-');
    await press(main, words.doubt.back);
    await expect(main.locator('[data-debt="papers-report"]')).toHaveCount(1);
    await look('overview-doubt-id');

    // Accepted is not revoked, though OCSP is asked in the same breath.
    const [one] = receiver.inbox() as { caseId: string }[];
    receiver.decide('accept', one?.caseId ?? '');
    await press(main, `3 ${words.lostKey.steps.report}`);
    await press(main, words.lostKey.report.again);
    await expect(state).toHaveAttribute('data-state', 'accepted');
    await expect(state).not.toContainText(words.lostKey.states.revoked);
    await expect(main.getByRole('button', { name: words.lostKey.report.ask })).toBeVisible();
    await look('accepted-id');
    await world.revoke('BUDI-CONTOH');
    await press(main, words.lostKey.report.ask);
    await expect(state).toHaveAttribute('data-state', 'revoked');
    await look('revoked-id');

    // Somebody else's key, of which only the number is known: nothing to block, and rejected with a reason.
    await press(main, `6 ${words.lostKey.steps.done}`);
    await press(main, words.lostKey.done.back);
    await main.getByText(words.lostKey.start.other).click();
    await main.getByLabel(words.lostKey.start.serial).fill('1A:2B:3C:4D');
    await main.getByLabel(words.lostKey.start.issuer).fill('CA UJI');
    await press(main, words.lostKey.start.typedNext);
    await expect(main.getByTestId('lost-blocked')).toHaveAttribute('data-blocked', 'false');
    await tellAndSend(main);
    await main.getByLabel(words.lostKey.send.as).selectOption('superior');
    await main.getByLabel(words.lostKey.send.reporter).fill('Siti Contoh');
    await main.getByLabel(words.lostKey.send.name).fill('Budi Contoh');
    await look('for-another-id');
    await press(main, words.lostKey.send.go);
    await expect(state).toHaveAttribute('data-state', 'received');
    const other = (receiver.inbox() as { caseId: string }[]).find(
      ({ caseId }) => caseId !== one?.caseId,
    );
    receiver.decide('reject', other?.caseId ?? '', '--reason', 'Nomor seri tidak dikenal.');
    await press(main, words.lostKey.report.ask);
    await expect(state).toHaveAttribute('data-state', 'rejected');
    await expect(state).toContainText('Nomor seri tidak dikenal.');
    await look('rejected-id');

    // The same screens in English.
    await press(main, words.common.nav.settings);
    await main.getByText(words.settings.languages.en).click();
    await press(main, WORDS.en.common.nav['lost-key']);
    const open = WORDS.en.lostKey.cases.openOf.replace('{{name}}', 'BUDI-CONTOH');
    await press(main, open);
    await look('overview-doubt-en');
    await press(main, WORDS.en.doubt.show);
    await search(WORDS.en);
    await look('doubt-en');
    await press(main, `3 ${WORDS.en.lostKey.steps.report}`);
    await look('revoked-en');
  } finally {
    await app.close();
    await receiver.stop();
    mail.stop();
    await world.stop();
    keyring.stop();
    place.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
