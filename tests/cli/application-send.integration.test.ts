// An application from the terminal to `pena ra serve` over TLS: received with a receipt, decided at the desk, asked for.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { APPLICANT, applicationFile } from '../support/report/applications.ts';
import { mailServer } from '../support/report/mail-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { pena } from './support/pena.ts';
import { registrationOffice, TOKEN } from './support/registration-office.ts';

const EN = { env: { LANG: 'en_GB.UTF-8' } };

it('sends an application, is told that it is received, rejected and accepted, and sends nothing twice', async () => {
  const folder = temporaryFolder();
  const office = registrationOffice(folder);
  const server = await office.start();
  const id = randomUUID();
  const file = join(folder, 'a.penapermohonan');
  writeFileSync(file, await applicationFile('individual', { id, without: ['recommendation'] }));
  const ways = [
    ...['--https', server.url, '--ca', join(folder, 'tls.pem'), '--receipts', office.receipts],
    ...['--token-fd', '0'],
  ];
  const asked = (what: 'send' | 'status', ...more: string[]) =>
    pena(['application', what, file, ...ways, ...more], { ...EN, input: `${TOKEN}\n` });
  const decide = (...words: string[]) => pena(['ra', 'application', ...words, ...office.desk], EN);

  const sent = await asked('send');
  expect(sent).toMatchObject({ status: 0, stderr: '' });
  expect(sent.stdout).toContain('received by the registration authority');
  expect((await asked('send')).status).toBe(0);
  const list = JSON.parse((await decide('list', '--json')).stdout) as unknown[];
  expect(list).toHaveLength(1);
  expect(list[0]).toMatchObject({ id, times: 1, state: 'received' });

  await decide('reject', id, '--reason', 'The recommendation is missing.');
  const rejected = await asked('status', '--json');
  expect(rejected.status).toBe(2);
  expect(JSON.parse(rejected.stdout)).toMatchObject({
    ...{ id, state: 'rejected', note: 'The recommendation is missing.', channel: 'https' },
  });
  writeFileSync(file, await applicationFile('individual', { id }));
  expect((await asked('status')).stderr).toContain('NET_STATUS');
  expect((await asked('send')).status).toBe(0);
  await decide('accept', id);
  const accepted = await asked('status');
  expect(accepted.status).toBe(0);
  expect(accepted.stdout).toContain('accepted by the registration authority');
  for (const { stdout } of [sent, rejected, accepted]) expect(stdout).not.toContain(APPLICANT.nip);

  // A wrong token: told, and nothing kept.
  writeFileSync(file, await applicationFile('renewal'));
  const wrong = await pena(['application', 'send', file, ...ways], {
    ...EN,
    input: 'salah-salah-salah\n',
  });
  expect(wrong.status).not.toBe(0);
  await server.stop();
  // The authority is gone: the mail server takes it, and that is said to be no arrival.
  const post = await mailServer();
  writeFileSync(join(folder, 'surel.pem'), post.certificate);
  const mailed = await asked(
    ...(['send', '--smtp', `127.0.0.1:${String(post.port)}`] as const),
    ...['--smtp-ca', join(folder, 'surel.pem'), '--to', 'ra@contoh.test'],
  );
  expect(mailed.status).toBe(2);
  expect(mailed.stderr).toContain('NET_UNREACHABLE');
  expect(mailed.stdout).toContain('nobody tells whether it has arrived');
  expect(post.received).toHaveLength(1);
});

it('writes the same file to be carried, and refuses what is no application', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'a.penapermohonan');
  writeFileSync(file, await applicationFile('problem'));
  const out = join(folder, 'usb');
  mkdirSync(out);
  for (let again = 0; again < 2; again++) {
    expect((await pena(['application', 'send', file, '--package', out], EN)).status).toBe(2);
  }
  expect(readdirSync(out)).toHaveLength(1);
  const check = await pena(['ra', 'application', 'check', join(out, readdirSync(out)[0] ?? '')]);
  expect(check.status).toBe(0);
  writeFileSync(file, 'bukan paket');
  const refused = await pena(['application', 'send', file, '--package', out], EN);
  expect(refused.stderr).toContain('PACKAGE_INVALID');
  expect((await pena(['application', 'send', file], EN)).status).not.toBe(0);
});
