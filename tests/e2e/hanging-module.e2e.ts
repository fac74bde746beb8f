// A token's software hangs while it signs and while it is asked for its list: page and handlers go on, neither
// ever held up for more than 100 ms. A real module with planted faults (tests/support/faulty-module.c).
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildFaultyModule, whyNoCompiler, type FaultyModule } from '../support/faulty-module.ts';
import { whyNoSoftHsm } from '../support/softhsm.ts';
import { watchHandlers, watchPage, type HeldUp } from './support/held-up.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, test as base, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { openPractice, SAMPLE } from './support/practice.ts';
import { openSample, startButton, startSigning, typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const reason = whyNoSoftHsm() ?? whyNoCompiler();
const words = WORDS.id;
const MOST = 100;

interface Fixtures {
  readonly language: 'id' | 'en';
  /** Whether a module without faults shows its token beside. */
  readonly healthyToo: boolean;
  readonly faulty: FaultyModule;
  readonly setFault: (fault: string | null) => void;
}

const test = base.extend<Fixtures>({
  faulty: async ({ browserName: _browser }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'pena-faulty-'));
    const { PENA_MODULES = '', SOFTHSM2_CONF = '' } = await openPractice();
    await use(buildFaultyModule(folder, { module: PENA_MODULES, env: { SOFTHSM2_CONF } }, 'file'));
    rmSync(folder, { recursive: true, force: true });
  },
  language: ['id', { option: true }],
  healthyToo: [false, { option: true }],
  officeOptions: ({ faulty, language, healthyToo }, use) =>
    use({
      ...{ settings: { language }, token: true, network: 'no-tsa' },
      env: {
        PENA_MODULES: faulty.module,
        // Empty: SoftHSM itself, which is found beside it, shall not show the same token.
        ...(healthyToo ? {} : { SOFTHSM2_CONF: '' }),
      },
    }),
  setFault: ({ faulty }, use) =>
    use((fault) => {
      if (fault === null) rmSync(faulty.faultFile, { force: true });
      else writeFileSync(faulty.faultFile, fault);
    }),
});
test.skip(reason !== null, reason ?? '');

/** What a person does while waiting. */
async function lookAround({ main }: Office): Promise<void> {
  for (const view of ['home', 'verify', 'settings', 'sign'] as const) {
    await main
      .getByRole('navigation')
      .getByRole('button', { name: words.common.nav[view], exact: true })
      .click();
    await expect(main.getByRole('main')).toHaveAttribute('data-view', view);
  }
}

async function cancel({ main }: Office): Promise<void> {
  await main.getByRole('button', { name: words.sign.progress.cancel }).click();
  await expect(startButton(main)).toBeVisible();
}

/** The thread's own part of the longest gap; how long the computer was busy with others is beside the point. */
function expectFree(what: string, { gap, own, ticks }: HeldUp): void {
  const text = `${what}: longest gap ${gap.toFixed(0)} ms, own ${own.toFixed(0)} ms, ${String(ticks)} ticks`;
  test.info().annotations.push({ type: 'held up', description: text });
  console.log(text);
  expect(ticks, text).toBeGreaterThan(50);
  expect(own, text).toBeLessThan(MOST);
}

test.describe('beside a hanging module', () => {
  // What a busy computer does to a measure, it hardly does three times; a program that waits does.
  test.describe.configure({ retries: 2 });

  test('goes on while a module hangs', async ({ office, setFault }) => {
    const { app, main } = office;
    await openSample(office);
    const pin = await startSigning(office);
    setFault('sign-hang');
    await typePin(pin);
    await expect(main.getByText(words.sign.progress.signing, { exact: true })).toBeVisible();

    const page = await watchPage(main);
    const handlers = await watchHandlers(app);
    await lookAround(office);
    await cancel(office);

    setFault('list-hang');
    await main.getByRole('button', { name: words.common.nav.tokens, exact: true }).click();
    await main.getByRole('button', { name: words.common.refresh }).click();
    await expect(main.getByText(words.tokens.refreshing)).toBeVisible();
    await lookAround(office);
    await startButton(main).click();
    await expect(main.getByText(words.sign.progress.title).first()).toBeVisible();
    await lookAround(office);
    await cancel(office);
    expectFree('page', await page());
    expectFree('handlers', await handlers());
  });
});

test('the measure sees what holds a thread up, by work and by waiting', async ({ office }) => {
  const { app, main } = office;
  const heldByWork = async (milliseconds: number): Promise<number> => {
    const heldPage = await watchPage(main);
    await main.waitForTimeout(100);
    await main.evaluate((time) => {
      const end = performance.now() + time;
      while (performance.now() < end);
    }, milliseconds);
    await main.waitForTimeout(100);
    return (await heldPage()).own;
  };
  // A busy computer gives the page little of this time: longer ones, until it has had enough.
  let own = 0;
  for (const milliseconds of [400, 1_500, 6_000]) {
    own = await heldByWork(milliseconds);
    if (own > MOST) break;
  }
  expect(own).toBeGreaterThan(MOST);

  for (const hold of ['work', 'wait'] as const) {
    const heldHandlers = await watchHandlers(app);
    await main.waitForTimeout(100);
    await app.evaluate((_electron, how) => {
      if (how === 'wait') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      const { user } = process.cpuUsage();
      while (how === 'work' && process.cpuUsage().user - user < 300_000);
    }, hold);
    await main.waitForTimeout(100);
    expect((await heldHandlers()).own, hold).toBeGreaterThan(MOST);
  }
});

for (const language of ['id', 'en'] as const) {
  test.describe(`beside one that hangs (${language})`, () => {
    test.use({ language, healthyToo: true });

    test('the tokens of the others are shown at once', async ({ office, setFault, faulty }) => {
      test.setTimeout(120_000);
      const { main } = office;
      const { common, tokens } = WORDS[language];
      const name = basename(faulty.module);
      const mark = (module: string) =>
        main.getByTestId('module-mark').filter({ has: main.getByText(module, { exact: true }) });
      await main.getByRole('button', { name: common.nav.tokens, exact: true }).click();
      await expect(mark(name)).toHaveAttribute('data-state', 'ok');
      await expect(mark('libsofthsm2.so')).toHaveAttribute('data-state', 'ok');

      setFault('list-hang');
      const started = performance.now();
      await main.getByRole('button', { name: common.refresh }).click();
      await expect(mark(name)).toHaveAttribute('data-state', 'waiting');
      const seconds = (performance.now() - started) / 1000;
      test.info().annotations.push({ type: 'shown after', description: `${seconds.toFixed(1)} s` });
      expect(seconds).toBeLessThan(10);
      await expect(main.getByRole('region', { name: 'TOKEN LATIHAN' }).first()).toBeVisible();
      await expect(mark('libsofthsm2.so')).toHaveAttribute('data-state', 'ok');
      await mark(name).scrollIntoViewIfNeeded();
      await picture(main, `tokens-waiting-${language}`);
      await expectAccessible(main);

      // When it is given up, that is said without anybody's asking, and its own token is gone.
      await expect(mark(name)).toHaveAttribute('data-state', 'hung', { timeout: 60_000 });
      await expect(mark(name)).toContainText(tokens.modules.states.hung);
      await expect(main.getByRole('region', { name: 'TOKEN LATIHAN' })).toHaveCount(1);
      await mark(name).scrollIntoViewIfNeeded();
      await picture(main, `tokens-hung-${language}`);
      await expectAccessible(main);
    });
  });
}

test('a batch is cancelled while the module hangs', async ({ office, setFault }) => {
  test.setTimeout(120_000);
  const { app, main, folder } = office;
  const [input, out] = [join(folder, 'masuk'), join(folder, 'hasil')];
  for (const path of [input, out]) mkdirSync(path);
  for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) copyFileSync(SAMPLE, join(input, name));
  await app.evaluate(
    ({ dialog }, paths) => {
      let next = 0;
      dialog.showOpenDialog = () => {
        const path = paths[Math.min(next++, paths.length - 1)] ?? '';
        return Promise.resolve({ canceled: false, filePaths: [path] });
      };
    },
    [input, out],
  );
  await expect(main.getByText(/TOKEN LATIHAN/)).toBeVisible();
  await main.getByRole('button', { name: words.common.nav.batch, exact: true }).click();
  await main.getByRole('button', { name: words.batch.choose.folder }).click();
  await main.getByRole('button', { name: words.batch.review, exact: true }).click();
  const review = main.getByTestId('review');
  await expect(review).toBeVisible({ timeout: 30_000 });
  await review.getByRole('button', { name: words.batch.start_other.split('{{')[0] ?? '' }).click();
  const pin = await app.window('pin');
  setFault('sign-hang');
  await typePin(pin);
  const running = main.getByTestId('running');
  const cancelling = running.getByRole('button', { name: words.batch.cancel, exact: true });
  await expect(cancelling).toBeEnabled();
  // In the middle of a signature that never ends.
  await main.waitForTimeout(1_000);
  const started = performance.now();
  await cancelling.click();
  await expect(running).toBeHidden({ timeout: 20_000 });
  // Its time-out would be a minute.
  expect(performance.now() - started).toBeLessThan(20_000);
  await picture(main, 'batch-cancelled-hanging-id');
  await expectAccessible(main);
  // Nothing half-written is left behind.
  expect(readdirSync(out).filter((name) => name.endsWith('.pdf'))).toEqual([]);
});
