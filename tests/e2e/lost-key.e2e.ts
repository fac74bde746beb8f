// The lost-key wizard with the keyboard alone: from the first screen to a first report that the registration
// authority has received over TLS; then papers, restart, a computer without a way, and a forgotten passphrase.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { PenaApp } from '../support/harness/launch.ts';
import { configFolder } from '../support/harness/launch.ts';
import { expectAccessible } from './support/axe.ts';
import {
  Fields,
  lostPlace,
  PASSPHRASE,
  pressOn,
  tabTo,
  typeSecret,
  whyNoPolicy,
} from './support/lost-place.ts';
import { chooseInDialogs } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { ACCESS_TOKEN, startReceiver } from './support/receiver.ts';
import { WORDS, type Words } from './support/words.ts';

const missing = whyNoPolicy();
const NARRATIVE = 'Tas tertinggal di kendaraan umum sepulang rapat.';
const NIK = '6472010101800001';

const button = (main: Page, name: string) => main.getByRole('button', { name, exact: true });
const chosen = (words: Words): string => `${words.lostKey.start.choose}: ${SIGNER}`;

/** From the first screen until the certificate is blocked. */
async function blockFirst(main: Page, words: Words): Promise<void> {
  await pressOn(main, main.getByRole('button', { name: words.lostKey.home.text }));
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.lostKey.start.which);
  await pressOn(main, button(main, chosen(words)));
  await expect(main.getByTestId('lost-blocked')).toHaveAttribute('data-blocked', 'true');
}

async function tellEvent(main: Page, words: Words, fields: Fields): Promise<void> {
  const { event } = words.lostKey;
  await fields.type(main, main.getByLabel(event.happenedAt), '24-11-2026 19.30');
  await fields.type(main, main.getByLabel(event.place), 'Kota Latihan');
  await fields.type(main, main.getByLabel(event.narrative), NARRATIVE);
  await pressOn(main, button(main, event.next));
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.lostKey.send.title);
}

for (const language of ['id', 'en'] as const) {
  test(`reports with the keyboard alone (${language})`, async () => {
    test.skip(missing !== null, missing ?? '');
    test.setTimeout(180_000);
    const words = WORDS[language];
    const place = await lostPlace({ language });
    const receiver = await startReceiver(place.folder);
    const { app, main } = await place.start(receiver.policy);
    const look = async (page: Page, name: string): Promise<void> => {
      await picture(page, `lost-${name}-${language}`);
      await expectAccessible(page);
    };
    try {
      const started = Date.now();
      const fields = new Fields();
      await pressOn(main, main.getByRole('button', { name: words.lostKey.home.text }));
      await expect(main.getByTestId('lost-certificates')).toContainText(SIGNER);
      await look(main, 'start');
      await pressOn(main, button(main, chosen(words)));
      // Blocked in the same step, before anything is asked.
      await expect(main.getByTestId('lost-blocked')).toContainText(words.lostKey.blocked.title);
      expect((await place.registry.find(place.sha256))?.reportedLost).not.toBeNull();
      await look(main, 'event');
      await tellEvent(main, words, fields);
      await fields.type(main, main.getByLabel(words.lostKey.send.nip), '198001012005011001');
      await expect(main.getByTestId('lost-ways')).toContainText('HTTPS');
      await look(main, 'send');
      await pressOn(main, button(main, words.lostKey.send.go));
      await typeSecret(app, [PASSPHRASE, PASSPHRASE], (page) => look(page, 'passphrase'));
      await typeSecret(app, [ACCESS_TOKEN], (page) => look(page, 'access'));
      fields.count += 3;
      const state = main.getByTestId('lost-state');
      await expect(state).toHaveAttribute('data-state', 'received');
      expect(fields.count).toBeLessThanOrEqual(12);
      expect(Date.now() - started).toBeLessThan(120_000);
      test.info().annotations.push({ type: 'fields', description: String(fields.count) });
      expect(receiver.inbox()).toHaveLength(1);
      await expect(state).not.toContainText(words.lostKey.states.revoked);
      await look(main, 'report');
      await pressOn(main, button(main, words.lostKey.report.toPapers));
      await look(main, 'papers');
      await pressOn(main, button(main, words.lostKey.papers.next));
      await look(main, 'reissue');
      await pressOn(main, button(main, words.lostKey.reissue.next));
      await expect(main.getByTestId('lost-owed')).toContainText('16(4)');
      await look(main, 'done');
      expectNowhere(app, PASSPHRASE, ACCESS_TOKEN);
    } finally {
      await app.close();
      await receiver.stop();
      place.remove();
    }
  });
}

/** Neither what was typed nor its bytes has passed through the main window. */
function expectNowhere(app: PenaApp, ...secrets: readonly string[]): void {
  const seen = app.harness?.traffic.filter(({ host }) => host === 'main') ?? [];
  const text = JSON.stringify(seen, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
  for (const secret of secrets) {
    expect(text).not.toContain(secret);
    expect(app.output()).not.toContain(secret);
  }
}

test('without a way it says so, keeps the report, and writes a package', async () => {
  test.setTimeout(180_000);
  const words = WORDS.id;
  const place = await lostPlace();
  const first = await place.start();
  try {
    const { app, main } = first;
    await blockFirst(main, words);
    await tellEvent(main, words, new Fields());
    await expect(main.getByTestId('lost-ways')).toContainText(words.lostKey.send.noWay);
    // Neither NIP nor e-mail: nobody could ask back.
    await pressOn(main, button(main, words.lostKey.send.keep));
    await expect(main.getByText(words.lostKey.send.contact)).toBeVisible();
    await picture(main, 'lost-no-way-id');
    await expectAccessible(main);
    await main.keyboard.type('198001012005011001');
    await pressOn(main, button(main, words.lostKey.send.keep));
    await typeSecret(app, [PASSPHRASE, PASSPHRASE]);
    const state = main.getByTestId('lost-state');
    await expect(state).toHaveAttribute('data-state', 'queued');
    await pressOn(main, button(main, words.lostKey.report.package));
    await expect.poll(() => existsSync(`${place.saved}.penareport`)).toBe(true);
    expect(readFileSync(`${place.saved}.penareport`).subarray(0, 2).toString()).toBe('PK');
    // Saved is not handed over; handed over is not received.
    await expect(state).toHaveAttribute('data-state', 'queued');
    await pressOn(main, button(main, words.lostKey.report.handed));
    await expect(state).toHaveAttribute('data-state', 'sent');
    await picture(main, 'lost-by-hand-id');
    await expectAccessible(main);
    // Killed without a word, and found again where it stood.
    const pid = await app.evaluate(() => process.pid, null);
    process.kill(pid, 'SIGKILL');
  } finally {
    await first.app.close();
  }
  const { app, main } = await place.start();
  try {
    await expect(main.getByTestId('lost-attention')).toContainText(
      words.lostKey.cases.attentionLocked,
    );
    await picture(main, 'home-lost-id');
    await expectAccessible(main);
    await pressOn(main, button(main, words.lostKey.cases.show));
    await pressOn(main, button(main, words.lostKey.cases.unlock));
    const wrong = await app.window('secret');
    await expect(wrong.locator('input').first()).toBeFocused();
    await wrong.keyboard.type('bukan frasa yang benar');
    const closed = wrong.waitForEvent('close');
    void wrong.keyboard.press('Enter').catch(() => undefined);
    await closed;
    await typeSecret(app, [PASSPHRASE], (page) =>
      expect(page.getByText(words.secret.passphrase.wrong)).toBeVisible(),
    );
    await pressOn(main, button(main, words.lostKey.cases.openOf.replace('{{name}}', SIGNER)));
    await expect(main.getByTestId('lost-state')).toHaveAttribute('data-state', 'sent');
    // The NIK goes in and does not come back whole.
    await pressOn(
      main,
      main.getByRole('button', { name: /^Kerjakan: Surat keterangan yang ditanda/ }),
    );
    const fields = new Fields();
    await fields.type(main, main.getByLabel(words.lostKey.papers.nik), NIK);
    await pressOn(main, button(main, words.lostKey.papers.keepPeople));
    await expect(main.getByText('••••••••••••0001')).toBeVisible();
    await expect(main.getByLabel(words.lostKey.papers.nik)).toHaveValue('');
    await pressOn(main, button(main, words.lostKey.papers.writeLetter));
    await expect.poll(() => existsSync(`${place.saved}.pdf`)).toBe(true);
    const answers = app.harness?.traffic.filter(({ way }) => way !== 'call') ?? [];
    expect(JSON.stringify(answers)).not.toContain(NIK);
    for (const file of filesIn(configFolder(place.userData))) {
      expect(readFileSync(file, 'latin1'), file).not.toContain(NIK);
      expect(readFileSync(file, 'latin1'), file).not.toContain(NARRATIVE);
    }
    // Deleted with proof; the certificate stays blocked.
    await pressOn(main, button(main, `6 ${words.lostKey.steps.done}`));
    await pressOn(main, main.getByText(words.lostKey.done.more));
    await pressOn(main, button(main, words.lostKey.done.deleteDo));
    await expect(main.getByTestId('lost-proof')).toBeVisible();
    await picture(main, 'lost-deleted-id');
    await expectAccessible(main);
    expect((await place.registry.find(place.sha256))?.reportedLost).not.toBeNull();
  } finally {
    await app.close();
    place.remove();
  }
});

test('a report from a certificate file waits for the authority, and goes out by itself', async () => {
  test.skip(missing !== null, missing ?? '');
  test.setTimeout(240_000);
  const words = WORDS.id;
  const place = await lostPlace();
  const receiver = await startReceiver(place.folder);
  await receiver.stop();
  const { app, main } = await place.start(receiver.policy);
  try {
    await pressOn(main, main.getByRole('button', { name: words.lostKey.home.text }));
    await pressOn(main, main.getByText(words.lostKey.start.other));
    await chooseInDialogs(app, place.signer, place.saved);
    await pressOn(main, button(main, words.lostKey.start.file));
    await tellEvent(main, words, new Fields());
    await new Fields().type(main, main.getByLabel(words.lostKey.send.nip), '198001012005011001');
    await pressOn(main, button(main, words.lostKey.send.go));
    await typeSecret(app, [PASSPHRASE, PASSPHRASE]);
    await typeSecret(app, [ACCESS_TOKEN]);
    const state = main.getByTestId('lost-state');
    await expect(state).toHaveAttribute('data-state', 'queued');
    await pressOn(main, main.getByText(words.delivery.attempts, { exact: true }));
    await expect(main.getByText(/NET_/)).toBeVisible();
    await picture(main, 'lost-waiting-id');
    await expectAccessible(main);
    // A paper that came meanwhile goes after it, as a report of its own.
    const scan = join(place.folder, 'pindai.png');
    await main.screenshot({ path: scan });
    await chooseInDialogs(app, scan, place.saved);
    await pressOn(main, button(main, words.lostKey.report.toPapers));
    const fields = new Fields();
    await fields.type(main, main.getByLabel(words.lostKey.papers.agency), 'Polresta Latihan');
    await fields.type(main, main.getByLabel(words.lostKey.papers.number), 'LP/1/XI/2026');
    await fields.type(main, main.getByLabel(words.lostKey.papers.date), '25-11-2026');
    await pressOn(main, button(main, words.lostKey.papers.addAuthority));
    await expect(main.getByText('Polresta Latihan, nomor LP/1/XI/2026')).toBeVisible();
    await pressOn(main, button(main, `6 ${words.lostKey.steps.done}`));
    const papers = main.locator('[data-debt="papers-report"]');
    await expect(papers).toHaveCount(1);
    await receiver.startAgain();
    await expect(state).toHaveAttribute('data-state', 'received', { timeout: 120_000 });
    await expect(papers).toHaveCount(0);
    // Two messages of one case.
    expect(receiver.inbox()).toHaveLength(1);
  } finally {
    await app.close();
    await receiver.stop();
    place.remove();
  }
});

test('a forgotten passphrase is shown the reset way first, and a block is taken back on the record', async () => {
  const words = WORDS.id;
  const place = await lostPlace();
  const { app, main } = await place.start();
  try {
    await pressOn(main, main.getByRole('button', { name: words.lostKey.home.text }));
    await pressOn(main, button(main, words.lostKey.start.forgottenShow));
    await expect(main.getByText(words.lostKey.forgotten.ask)).toBeVisible();
    await picture(main, 'lost-forgotten-id');
    await expectAccessible(main);
    expect((await place.registry.find(place.sha256))?.reportedLost).toBeNull();
    await pressOn(main, button(main, words.lostKey.forgotten.anyway));
    await pressOn(main, button(main, chosen(words)));
    await expect(main.getByTestId('lost-blocked')).toBeVisible();
    const ground = main.getByRole('radio', { name: words.lostKey.event.grounds.lost });
    await tabTo(main, ground);
    for (let i = 0; i < 3; i++) await main.keyboard.press('ArrowDown');
    await expect(main.getByText(words.lostKey.event.forgotten)).toBeVisible();
    await pressOn(main, button(main, words.lostKey.blocked.undo));
    await expect(button(main, words.lostKey.blocked.undoCancel)).toBeFocused();
    await picture(main, 'lost-undo-id');
    await expectAccessible(main);
    await pressOn(main, button(main, words.lostKey.blocked.undoConfirm));
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.lostKey.start.which);
    expect((await place.registry.find(place.sha256))?.reportedLost).toBeNull();
    const journal = filesIn(join(configFolder(place.userData), 'pena', 'journal'));
    const written = journal.map((file) => readFileSync(file, 'utf8')).join('');
    expect(written).toContain('reported-lost');
    expect(written).toContain('report-withdrawn');
  } finally {
    await app.close();
    place.remove();
  }
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
