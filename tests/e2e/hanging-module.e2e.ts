// A token's software hangs while it signs and while it is asked for its list: page and handlers go on, neither
// ever held up for more than 100 ms. A real module with planted faults (tests/support/faulty-module.c).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFaultyModule, whyNoCompiler, type FaultyModule } from '../support/faulty-module.ts';
import { whyNoSoftHsm } from '../support/softhsm.ts';
import { watchHandlers, watchPage, type HeldUp } from './support/held-up.ts';
import { expect, test as base, type Office } from './support/office.ts';
import { openPractice } from './support/practice.ts';
import { openSample, startButton, startSigning, typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const reason = whyNoSoftHsm() ?? whyNoCompiler();
const words = WORDS.id;
const MOST = 100;

interface Fixtures {
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
  officeOptions: ({ faulty }, use) =>
    use({
      ...{ settings: {}, token: true, network: 'no-tsa' },
      // Empty: SoftHSM itself, which is found beside it, shall not show the same token.
      env: { PENA_MODULES: faulty.module, SOFTHSM2_CONF: '' },
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

  // And the measure sees what it is there for.
  const heldPage = await watchPage(main);
  const heldHandlers = await watchHandlers(app);
  await main.waitForTimeout(100);
  await main.evaluate(() => {
    const end = performance.now() + 400;
    while (performance.now() < end);
  });
  await app.evaluate(() => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }, null);
  await main.waitForTimeout(100);
  expect((await heldPage()).own).toBeGreaterThan(MOST);
  expect((await heldHandlers()).own).toBeGreaterThan(MOST);
});
