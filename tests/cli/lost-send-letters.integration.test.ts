// `pena lost send` with a letter that the window has laid into the outbox: it goes by the same ways as reports do, once,
// and is followed to the decision. Made here as the window makes it, under the same passphrase.
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { queueHandIn } from '../../core/lifecycle/applications/hand-in.ts';
import {
  addApplicationPaper,
  beginApplication,
  tell,
} from '../../core/lifecycle/applications/steps.ts';
import type { SecretStore } from '../../core/ports/secret-store.ts';
import { withLostPlaces } from '../../native/cases/places.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { pena, userFolder } from './support/pena.ts';
import { registrationOffice, TOKEN } from './support/registration-office.ts';

const SECRET = 'frasa sandi draf yang panjang';
const EN = { LANG: 'en_GB.UTF-8', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
/** A desk without a keychain. */
const none = {
  state: () => Promise.resolve({ state: 'absent', why: 'no-bus' }),
} as Partial<SecretStore> as SecretStore;
const TOLD = {
  ...{ 'owner.name': 'Budi Contoh', 'owner.nip': '198001012005011001' },
  ...{ 'owner.position': 'Kepala Bidang', 'owner.unit': 'Dinas Contoh' },
  ...{ 'owner.email': 'budi@contoh.test', 'letter.number': '1/2026', 'letter.place': 'Contoh' },
  'authority.name': 'Kepala Dinas Contoh',
  ...{ 'problem.kind': 'Keaslian', 'problem.time': '26 November 2026' },
  'problem.narrative': 'Tanda tangan disangkal.',
};

async function letterInOutbox(): Promise<string> {
  const folder = join(userFolder, 'config', 'pena');
  mkdirSync(folder, { recursive: true });
  const passphrase = () => Promise.resolve(new Uint8Array(Buffer.from(SECRET)));
  const id = randomUUID();
  await withLostPlaces({ store: none, folder, passphrase }, async (places) => {
    const { letters } = places;
    const now = new Date();
    const begun = { id, kind: 'problem', certificate: null, before: {}, zone: 'WITA' } as const;
    await letters.write(id, beginApplication(begun, now));
    await tell(letters, id, TOLD);
    await addApplicationPaper(
      letters,
      id,
      'letter',
      Buffer.from('%PDF-1.7\n% surat\n%%EOF\n'),
      now,
    );
    await queueHandIn(id, places, now);
  });
  return id;
}

it('sends a waiting letter once, says why where it cannot, and tells what the authority decided', async () => {
  const office = registrationOffice(temporaryFolder());
  const server = await office.start();
  const id = await letterInOutbox();
  const https = ['--https', server.url, '--receipts', office.receipts];
  const send = (ca: string, ...more: string[]) =>
    pena(['lost', 'send', ...https, '--ca', ca, '--token-fd', '3', '--passphrase-stdin', ...more], {
      ...{ env: EN, fd3: `${TOKEN}\n`, input: `${SECRET}\n` },
    });
  const ra = (...words: string[]) => pena(['ra', 'application', ...words, ...office.desk]);

  const stranger = await send(office.receipts, '--json');
  expect(stranger.status).toBe(2);
  expect(stranger.stderr).toContain('NET_TLS');
  expect(JSON.parse(stranger.stdout)).toEqual([
    { letter: { id, kind: 'problem' }, state: 'queued', by: null },
  ]);

  const ca = join(office.folder, 'tls.pem');
  const sent = await send(ca);
  expect(sent).toMatchObject({ status: 0, stderr: '' });
  expect(sent.stdout).toContain('received by the registration authority');
  expect(sent.stdout).toContain('Pasal 23(1)');
  expect((await send(ca)).status).toBe(0);
  const list = JSON.parse((await ra('list', '--json')).stdout) as unknown[];
  expect(list).toMatchObject([{ id, times: 1, state: 'received' }]);

  await ra('reject', id, '--reason', 'Bukti tidak terbaca.');
  const rejected = await send(ca, '--json');
  expect(rejected.status).toBe(2);
  expect(JSON.parse(rejected.stdout)).toMatchObject([
    { letter: { id }, state: 'rejected', by: { channel: 'https' } },
  ]);
  for (const { stdout, stderr } of [sent, rejected, stranger]) {
    expect(stdout + stderr).not.toMatch(/198001012005011001|token-akses/);
  }
  await server.stop();
}, 120_000);
