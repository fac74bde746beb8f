// Practice mode in the window, from the first screen of the real program: in, sign, verify, a batch, a lost key, out
// again, and nothing of it left among what is real. Real SoftHSM2; the program starts itself anew each time.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import type { MainBridge } from '../../renderer/base/bridge.ts';
import {
  configFolder,
  DEFAULT_SETTINGS,
  launchPena,
  makeWorkplace,
  type PenaApp,
} from '../support/harness/launch.ts';
import { expectAccessible } from './support/axe.ts';
import { whyNoPolicy } from './support/lost-place.ts';
import { chooseInDialogs } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { PIN, SAMPLE, SIGNER } from './support/practice.ts';
import { WORDS, type Words } from './support/words.ts';

type Language = 'id' | 'en';

interface Room {
  readonly app: PenaApp;
  readonly folder: string;
  readonly userData: string;
  readonly config: string;
  readonly input: string;
  readonly signed: string;
}

interface RoomOptions {
  readonly language: Language;
  readonly env: Readonly<Record<string, string>>;
  readonly policy: object | null;
}

const test = base.extend<{ room: Room; roomOptions: RoomOptions }>({
  roomOptions: [{ language: 'id', env: {}, policy: null }, { option: true }],
  room: async ({ roomOptions: { language, env, policy } }, use) => {
    const workplace = makeWorkplace();
    const { folder, userData } = workplace;
    mkdirSync(userData);
    writeFileSync(
      join(userData, 'settings.json'),
      JSON.stringify({ ...DEFAULT_SETTINGS, language }),
    );
    const input = join(folder, 'keputusan-wali-kota.pdf');
    copyFileSync(SAMPLE, input);
    const policyFile = join(folder, 'policy.json');
    if (policy !== null) writeFileSync(policyFile, JSON.stringify(policy));
    const laidDown = policy === null ? {} : { PENA_TEST_POLICY: policyFile };
    const app = await launchPena({
      userData,
      env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent', ...laidDown, ...env },
    });
    const signed = join(folder, 'hasil.pdf');
    const config = configFolder(userData);
    try {
      await use({ app, folder, userData, config, input, signed });
    } finally {
      await app.close();
      workplace.remove();
    }
  },
});

function strip(page: Page) {
  return page.getByTestId('practice-strip');
}

async function toPractice(main: Page, words: Words): Promise<void> {
  await main.getByRole('button', { name: words.practice.home.button, exact: true }).click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(words.practice.title);
}

/** Presses a button that ends the window, and waits for the one of the program that starts. */
async function startAnew({ app }: Room, main: Page, button: string): Promise<Page> {
  const closed = main.waitForEvent('close');
  await main
    .getByRole('button', { name: button, exact: true })
    .last()
    .click()
    .catch(() => undefined);
  await closed;
  return app.window('main');
}

async function enter(room: Room, words: Words): Promise<Page> {
  const main = await room.app.window('main');
  await toPractice(main, words);
  const inside = await startAnew(room, main, words.practice.enter.button);
  await expect(strip(inside)).toContainText(words.practice.strip.main);
  await chooseInDialogs(room.app, room.input, room.signed);
  return inside;
}

async function signOne(room: Room, main: Page, words: Words, language: Language): Promise<void> {
  await main.getByRole('button', { name: words.common.drop.choose }).click();
  await expect(main.getByRole('radio', { name: SIGNER })).toBeChecked();
  await expect(main.getByTestId('certificates')).toContainText('LATIHAN');
  await expect(main.getByTestId('stamp-preview').locator('canvas')).toBeVisible();
  await expect(main.getByTestId('practice-overlay').first()).toBeVisible();
  await picture(main, `practice-sign-${language}`);
  await expectAccessible(main);
  await main.locator('form').getByRole('button', { name: words.sign.start, exact: true }).click();
  const pin = await room.app.window('pin');
  await expect(strip(pin)).toContainText(words.practice.strip.short);
  await expect(strip(pin)).toContainText(PIN);
  expect(await pin.title()).toMatch(/^LATIHAN · /);
  await picture(pin, `practice-pin-${language}`);
  await expectAccessible(pin);
  const closed = pin.waitForEvent('close');
  await pin.getByLabel(words.pin.pin, { exact: true }).fill(PIN);
  await pin
    .getByRole('button', { name: words.pin.submit })
    .click()
    .catch(() => undefined);
  await closed;
  await expect(main.getByTestId('sign-result')).toContainText(words.sign.result.title);
}

/** How many points of a page, drawn by poppler at 36 to the inch, are of the mark's red. */
function reds(file: string, page: number): number {
  const at = ['-r', '36', '-f', String(page), '-l', String(page), '-singlefile', file];
  const bytes = execFileSync('pdftoppm', at, { maxBuffer: 1 << 26 });
  let found = 0;
  for (let i = 15; i + 2 < bytes.length; i += 3) {
    const [r = 0, g = 0, b = 0] = bytes.subarray(i, i + 3);
    if (r - g > 25 && r - b > 25) found += 1;
  }
  return found;
}

function pagesOf(file: string): number {
  return Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);
}

function expectMarked(file: string): void {
  const count = pagesOf(file);
  expect(count).toBeGreaterThan(0);
  for (let page = 1; page <= count; page += 1) expect(reds(file, page)).toBeGreaterThan(3000);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  expect(text.match(/LATIHAN: ditandatangani untuk berlatih/g)).toHaveLength(count);
  expect(execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })).toContain(
    'Signature is Valid.',
  );
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ roomOptions: { language, env: {}, policy: null } });

    test(`in, sign, verify inside and outside, and out (${language})`, async ({ room }) => {
      const { app, config, userData, input, signed } = room;
      const before = await app.window('main');
      await expect(strip(before)).toHaveCount(0);
      await toPractice(before, words);
      await picture(before, `practice-offer-${language}`);
      await expectAccessible(before);
      const main = await startAnew(room, before, words.practice.enter.button);
      await expect(strip(main)).toContainText(words.practice.strip.main);
      await expect(strip(main)).toContainText(PIN);
      await expect(main.getByText(/TOKEN LATIHAN/)).toBeVisible();
      expect(await main.title()).toMatch(/^LATIHAN · /);
      await picture(main, `practice-home-${language}`);
      await expectAccessible(main);
      // Its own language, taken over; its own folders.
      expect(existsSync(join(config, 'pena-latihan/window/settings.json'))).toBe(true);
      await chooseInDialogs(app, input, signed);

      const untouched = readFileSync(input);
      await signOne(room, main, words, language);
      expect(readFileSync(input).equals(untouched)).toBe(true);
      expectMarked(signed);
      await picture(main, `practice-signed-${language}`);

      // Judged inside: valid for practice, by a word and a look of its own.
      await main.getByRole('button', { name: words.sign.result.verify }).click();
      const verdict = main.getByTestId('verdict');
      const practised = language === 'id' ? 'Sah untuk latihan saja' : 'Valid for practice only';
      await expect(verdict).toContainText(practised);
      await expect(verdict).toHaveAttribute('data-tone', 'practice');
      await expect(verdict).not.toContainText('Dokumen valid');
      await picture(main, `practice-verdict-${language}`);
      await expectAccessible(main);

      // The strip stays on every view.
      for (const view of [
        'home',
        'sign',
        'batch',
        'verify',
        'tokens',
        'letters',
        'lost-key',
      ] as const) {
        const name = words.common.nav[view];
        await main.getByRole('button', { name, exact: true }).first().click();
        await expect(strip(main)).toBeVisible();
        if (view !== 'tokens') continue;
        await expect(main.locator('main')).toContainText('LATIHAN');
        await picture(main, `practice-tokens-${language}`);
        await expectAccessible(main);
      }

      const after = await startAnew(room, main, words.practice.strip.leave);
      await expect(after.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(strip(after)).toHaveCount(0);
      expect(await after.title()).not.toContain('LATIHAN');
      // Outside: not trusted, and the sentence says what it is.
      await chooseInDialogs(app, signed, join(room.folder, 'lain.pdf'));
      await after.getByRole('button', { name: words.common.drop.choose }).click();
      const outside = after.getByTestId('verdict');
      await expect(outside).not.toHaveAttribute('data-verdict', 'TOTAL_PASSED');
      await expect(outside).toContainText(language === 'id' ? 'mode latihan' : 'practice mode');
      await expect(outside).toContainText('SIGNED_IN_PRACTICE');
      await picture(after, `practice-outside-${language}`);
      // Nothing of the exercise lies among what is real.
      const real = existsSync(join(config, 'pena')) ? readdirSync(join(config, 'pena')) : [];
      for (const name of real) expect(name).not.toMatch(/practice/);
      expect(journalOf(join(config, 'pena'))).not.toContain('"signed"');
      expect(journalOf(join(config, 'pena-latihan'))).toContain('"signed"');
      expect(existsSync(join(userData, 'pending.json'))).toBe(false);
      expect(app.output()).toBe('');
    });

    test(`all of it is deleted after a second question (${language})`, async ({ room }) => {
      const { config, userData } = room;
      const main = await enter(room, words);
      await main.getByRole('button', { name: words.common.nav.settings, exact: true }).click();
      await main
        .getByTestId('practice-card')
        .getByRole('button', { name: words.practice.title })
        .click();
      const view = main.getByTestId('practice');
      await expect(view).toContainText(words.practice.active.title);
      await view.getByRole('button', { name: words.practice.reset.button }).click();
      await expect(view.getByRole('button', { name: words.practice.reset.no })).toBeFocused();
      await picture(main, `practice-reset-${language}`);
      await expectAccessible(main);
      await view.getByRole('button', { name: words.practice.reset.no }).click();
      await view.getByRole('button', { name: words.practice.reset.button }).click();
      const own = readFileSync(join(userData, 'settings.json'), 'utf8');
      const after = await startAnew(room, main, words.practice.reset.yes);
      await expect(after.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(strip(after)).toHaveCount(0);
      expect(existsSync(join(config, 'pena-latihan'))).toBe(false);
      expect(readFileSync(join(userData, 'settings.json'), 'utf8')).toBe(own);
    });
  });
}

test.describe('a batch', () => {
  const words = WORDS.id;

  test('marks every page of every document, and looks at no real token', async ({ room }) => {
    const { app, folder } = room;
    const main = await enter(room, words);
    const [from, out] = [join(folder, 'masuk'), join(folder, 'keluar')];
    for (const path of [from, out]) mkdirSync(path);
    for (const name of ['satu.pdf', 'dua.pdf']) copyFileSync(SAMPLE, join(from, name));
    await app.evaluate(
      ({ dialog }, paths) => {
        const left = [...paths];
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: false, filePaths: [left.shift() ?? ''] });
      },
      [from, out],
    );
    await expect(main.getByText(/TOKEN LATIHAN/)).toBeVisible();
    await main.getByRole('button', { name: words.common.nav.batch, exact: true }).click();
    await main.getByRole('button', { name: words.batch.choose.folder }).click();
    await main.getByRole('button', { name: words.batch.review, exact: true }).click();
    const review = main.getByTestId('review');
    await expect(review).toBeVisible({ timeout: 30_000 });
    await picture(main, 'practice-batch-id');
    const label = words.batch.start_other.split('{{')[0] ?? '';
    await review.getByRole('button', { name: label }).click();
    const pin = await app.window('pin');
    await expect(strip(pin)).toBeVisible();
    const closed = pin.waitForEvent('close');
    await pin.getByLabel(words.pin.pin, { exact: true }).fill(PIN);
    await pin
      .getByRole('button', { name: words.pin.submit })
      .click()
      .catch(() => undefined);
    await closed;
    await expect(main.getByTestId('batch-result')).toBeVisible({ timeout: 40_000 });
    const made = readdirSync(out).filter((name) => name.endsWith('.pdf'));
    expect(made.sort()).toEqual(['dua.pdf', 'satu.pdf']);
    for (const name of made) expectMarked(join(out, name));
  });
});

/** What a hostile page could ask, past every button. */
function ask(main: Page, name: string) {
  return main.evaluate(
    (call) => (window as unknown as { pena: MainBridge }).pena.call(call as never, {} as never),
    name,
  );
}

const LOCKED = { ok: false, error: { code: 'POLICY_LOCKS' } };

for (const language of ['id', 'en'] as const) {
  const { practice } = WORDS[language];
  const forbid = { format: 1, office: 'Diskominfo Latihan', language, practice: 'forbid' };

  test.describe(`under a policy that forbids it (${language})`, () => {
    test.beforeEach(() => {
      const missing = whyNoPolicy();
      test.skip(missing !== null, missing ?? '');
    });

    test.describe('asked for in the window', () => {
      test.use({ roomOptions: { language, env: {}, policy: forbid } });
      test('cannot be entered, and says who set that', async ({ room: { app, config } }) => {
        const main = await app.window('main');
        await toPractice(main, WORDS[language]);
        await expect(main.getByTestId('practice')).toContainText(practice.forbidden);
        await expect(main.getByRole('button', { name: practice.enter.button })).toBeDisabled();
        await picture(main, `practice-forbidden-${language}`);
        await expectAccessible(main);
        for (const way of ['enter', 'leave', 'reset']) {
          expect(await ask(main, `practice.${way}`)).toMatchObject(LOCKED);
        }
        expect(existsSync(join(config, 'pena-latihan'))).toBe(false);
      });
    });
  });

  test.describe(`without SoftHSM2 (${language})`, () => {
    test.use({ roomOptions: { language, env: { PATH: '/nonexistent' }, policy: null } });
    test('says what is missing and what to do', async ({ room: { app } }) => {
      const main = await app.window('main');
      await toPractice(main, WORDS[language]);
      const missing = main.getByTestId('no-softhsm');
      await expect(missing).toContainText(practice.missing.title);
      await expect(missing).toContainText('sudo apt install softhsm2');
      await expect(main.getByRole('button', { name: practice.enter.button })).toBeDisabled();
      await picture(main, `practice-missing-${language}`);
      await expectAccessible(main);
    });
  });
}

test.describe('forbidden, and asked for by the environment', () => {
  const policy = { format: 1, practice: 'forbid' };
  test('the program says so in both languages, and does not open', async () => {
    const missing = whyNoPolicy();
    test.skip(missing !== null, missing ?? '');
    const workplace = makeWorkplace();
    const { folder, userData } = workplace;
    mkdirSync(userData);
    const file = join(folder, 'policy.json');
    writeFileSync(file, JSON.stringify(policy));
    const app = await launchPena({ userData, env: { PENA_PRACTICE: '1', PENA_TEST_POLICY: file } });
    try {
      test.skip(app.harness === null, 'in Electron a dialog waits for a person');
      await app.harness?.exited;
      expect(app.output()).toContain('administrator');
      expect(app.output().split('\n\n')).toHaveLength(2);
      expect(existsSync(join(userData, 'settings.json'))).toBe(false);
    } finally {
      await app.close();
      workplace.remove();
    }
  });
});

test.describe("a training room's computer", () => {
  const env = { PENA_PRACTICE: '1' };
  test.use({ roomOptions: { language: 'id', env, policy: null } });
  test('begins in practice mode and stays there', async ({ room: { app, config, userData } }) => {
    const { practice, common } = WORDS.id;
    const main = await app.window('main');
    await expect(strip(main)).toContainText(practice.strip.main);
    await main.getByRole('button', { name: common.nav.settings, exact: true }).click();
    await main.getByTestId('practice-card').getByRole('button', { name: practice.title }).click();
    await expect(main.getByTestId('practice')).toContainText(practice.leave.room);
    await main.getByRole('button', { name: practice.strip.leave, exact: true }).click();
    await expect(strip(main).getByRole('alert')).toBeVisible();
    await picture(main, 'practice-room-id');
    await expectAccessible(main);
    for (const way of ['leave', 'reset']) {
      expect(await ask(main, `practice.${way}`)).toMatchObject(LOCKED);
    }
    expect(existsSync(join(config, 'pena-latihan/practice/ca.pem'))).toBe(true);
    expect(existsSync(join(config, 'pena'))).toBe(false);
    expect(readdirSync(userData).filter((name) => name.endsWith('.json'))).toEqual([
      'settings.json',
    ]);
  });
});

function journalOf(profile: string): string {
  const folder = join(profile, 'journal');
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}
