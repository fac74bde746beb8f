// The receiver from the desk's window: a desk that is made now, the token shown once and renewed, reports and applications
// over its TLS, a port that is taken, a wrong certificate, another view meanwhile, and its end with the program.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { applicationFile } from '../support/report/applications.ts';
import { freePort } from '../../build/practice/free-port.mjs';
import type { PenaApp } from '../support/harness/launch.ts';
import { expectAccessible } from './support/axe.ts';
import { lostPlace, pressOn, tabTo, typeSecret, whyNoPolicy } from './support/lost-place.ts';
import { chooseInDialogs } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { WORDS } from './support/words.ts';

const missing = whyNoPolicy();
const SECRET = 'rahasia meja yang baru dibuat';
const button = (main: Page, name: string) => main.getByRole('button', { name, exact: true });

interface Sent {
  readonly port: number;
  readonly ca: Buffer;
  readonly token: string;
  readonly body: Uint8Array;
}

/** HTTP status; 0 where nobody listens. */
function send({ port, ca, token, body }: Sent): Promise<number> {
  return new Promise((resolve) => {
    const asking = request(`https://127.0.0.1:${String(port)}/v1/applications`, {
      ...{ method: 'POST', ca, agent: false },
      headers: {
        authorization: `Basic ${Buffer.from(`pena:${token}`).toString('base64')}`,
        'content-type': 'application/zip',
        'idempotency-key': createHash('sha256').update(body).digest('hex'),
      },
    });
    asking.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asking.on('error', () => resolve(0));
    asking.end(body);
  });
}

/** Reads the token that is shown, and says that it is written down. */
async function shownToken(app: PenaApp, look: (page: Page) => Promise<void>): Promise<string> {
  const window = await app.window('secret');
  const field = window.locator('#shown');
  await expect(field).toBeFocused();
  const token = await field.inputValue();
  await look(window);
  const closed = window.waitForEvent('close');
  void window.keyboard.press('Enter').catch(() => undefined);
  await closed;
  return token;
}

for (const language of ['id', 'en'] as const) {
  test(`runs the receiver from the window (${language})`, async () => {
    test.skip(missing !== null, missing ?? '');
    test.setTimeout(180_000);
    const { deskReceiver: words, deskApplications, desk, common } = WORDS[language];
    const place = await lostPlace({ language });
    const policy = join(place.folder, 'policy.json');
    const store = join(place.folder, 'ra.sqlite');
    const named = { name: 'Dinas Latihan', deskStore: store };
    writeFileSync(policy, JSON.stringify({ format: 1, registrationAuthority: named }));
    const { app, main } = await place.start(policy);
    const port = await freePort();
    try {
      await pressOn(main, button(main, common.nav.desk));
      await pressOn(main, button(main, desk.unlock));
      await typeSecret(app, [SECRET, SECRET], (page) => picture(page, `desk-first-${language}`));
      await pressOn(main, button(main, deskApplications.section.receiver));
      const state = main.getByTestId('receiver-state');
      await expect(state).toHaveAttribute('data-state', 'off');

      // Taken: a sentence, and it does not run.
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
      const field = main.getByLabel(words.port, { exact: true });
      await tabTo(main, field);
      await main.keyboard.press('Control+A');
      await main.keyboard.type(String(port));
      await pressOn(main, button(main, words.start));
      const first = await shownToken(app, async (page) => {
        await picture(page, `receiver-token-${language}`);
        await expectAccessible(page);
      });
      await expect(main.getByText(/RA_PORT_TAKEN/)).toBeVisible();
      await expect(state).toHaveAttribute('data-state', 'off');
      await new Promise((resolve) => other.close(resolve));

      // The token is there already: it is not shown again.
      await pressOn(main, button(main, words.start));
      await expect(state).toHaveAttribute('data-state', 'on');
      await expect(main.getByText(`https://127.0.0.1:${String(port)}/v1`)).toBeVisible();
      await chooseInDialogs(app, '/nonexistent', place.saved);
      await pressOn(main, button(main, words.saveTls));
      await expect.poll(() => existsSync(`${place.saved}.pem`)).toBe(true);
      const ca = readFileSync(`${place.saved}.pem`);
      const body = await applicationFile('individual');
      expect(await send({ port, ca, token: first, body })).toBe(200);
      expect(await send({ port, ca, token: 'salah', body })).toBe(401);

      // Another view meanwhile: it goes on, and what came is in the inbox.
      await pressOn(main, button(main, common.nav.settings));
      expect(await send({ port, ca, token: first, body: await applicationFile('problem') })).toBe(
        200,
      );
      await pressOn(main, button(main, common.nav.desk));
      const log = main.getByTestId('receiver-log').locator('li');
      await expect(log).toHaveCount(3);
      await expect(log.nth(1)).toContainText('RA_TOKEN_WRONG');
      await picture(main, `receiver-${language}`);
      await expectAccessible(main);
      const name = deskApplications.section.applications;
      await expect(
        main.getByRole('button', { name: new RegExp(`^${name}`) }).first(),
      ).toContainText('2', { timeout: 15_000 });

      // Renewed: the token before ends with it.
      await pressOn(main, button(main, words.renew));
      const second = await shownToken(app, () => Promise.resolve());
      await expect.poll(() => send({ port, ca, token: second, body })).toBe(200);
      expect(await send({ port, ca, token: first, body })).toBe(401);

      // A certificate without its key: a sentence, and the one that runs goes on.
      await chooseInDialogs(app, `${place.saved}.pem`, place.saved);
      await pressOn(main, button(main, words.choose));
      await expect(main.getByText(/RA_TLS_CERTIFICATE_WRONG/)).toBeVisible();
      expect(await send({ port, ca, token: second, body })).toBe(200);

      await pressOn(main, button(main, words.stop));
      await expect(state).toHaveAttribute('data-state', 'off');
      expect(await send({ port, ca, token: second, body })).toBe(0);
      await pressOn(main, button(main, words.start));
      await expect(state).toHaveAttribute('data-state', 'on');
      expect(await send({ port, ca, token: second, body })).toBe(200);

      // Nothing secret in what the main window was told, on the disk, or in the output.
      const others = app.harness?.traffic.filter(({ host }) => host !== 'secret') ?? [];
      expect(others.length).toBeGreaterThan(10);
      const heard = JSON.stringify(others) + app.output();
      const disk = readFileSync(`${store}.penerima`).toString('latin1');
      for (const secret of [first, second, SECRET]) {
        // Without a page of traffic in the report of a failure.
        expect([heard.includes(secret), disk.includes(secret)]).toEqual([false, false]);
      }
      await app.close();
      await expect.poll(() => send({ port, ca, token: second, body })).toBe(0);
    } finally {
      await app.close().catch(() => undefined);
      rmSync(`${place.saved}.pem`, { force: true });
      place.remove();
    }
  });
}
