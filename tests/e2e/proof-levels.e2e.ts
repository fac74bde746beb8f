// Each level of proof through the window, and what the file then carries under other programs; a time stamp
// that is owed outlives the program, and is paid with one click.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFolder, launchPena } from '../support/harness/launch.ts';
import { expectAccessible } from './support/axe.ts';
import { journalOf } from './support/journal.ts';
import { expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { openPractice } from './support/practice.ts';
import { proofsIn } from './support/proofs.ts';
import { expectSigned, openSample, startButton, startSigning, typePin } from './support/walk.ts';
import { WORDS } from './support/words.ts';

const words = WORDS.id;

/** poppler and qpdf are content with the file. */
function expectSound(file: string): void {
  const said = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8', stdio: 'pipe' });
  expect(said.match(/Signature is Valid\./g)?.length).toBe(1);
  execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
}

function setAuthority({ userData }: Office, url: string): void {
  const tsa = [{ name: 'TSA Latihan', url }];
  writeFileSync(join(configFolder(userData), 'pena', 'pena.json'), JSON.stringify({ tsa }));
}

const home = ({ main }: Pick<Office, 'main'>) =>
  main.getByRole('button', { name: words.common.nav.home, exact: true }).click();

test.use({ officeOptions: { settings: { language: 'id' }, token: true } });

test('every level is signed and proved, and a debt is paid after a restart', async ({ office }) => {
  // Several runs in one program: longer than others where the processors are shared.
  test.slow();
  const { main, signed, network, userData, app } = office;
  for (const level of ['B-T', 'B-LT', 'B-LTA'] as const) {
    await openSample(office);
    await main.getByLabel(words.sign.level.label).selectOption(level);
    await typePin(await startSigning(office));
    await expectSigned(main);
    await expect(main.getByTestId('sign-result')).toContainText(words.sign.level[level]);
    expectSound(signed);
    const { subFilters, stamped, store } = proofsIn(signed);
    const stamps = level === 'B-LTA' ? ['/ETSI.RFC3161'] : [];
    expect([...subFilters].sort()).toEqual(['/ETSI.CAdES.detached', ...stamps]);
    expect(stamped).toBeGreaterThan(0);
    if (level === 'B-T') expect(store).toBeNull();
    else expect(store).toMatchObject({ ofSignature: true });
    if (store !== null) expect(Math.min(store.certificates, store.answers)).toBeGreaterThan(1);
    await home(office);
  }

  // The certificate can be asked about; the authority for time stamps is down.
  const authority = await network.start();
  setAuthority(office, 'http://127.0.0.1:9/tsa');
  await openSample(office);
  await main.getByLabel(words.sign.level.label).selectOption('B-LTA');
  await startButton(main).click();
  await typePin(await app.window('pin'));
  const question = main.getByTestId('question');
  await expect(question).toHaveAttribute('data-kind', 'incomplete');
  await question.getByRole('button', { name: words.sign.question.incomplete.yes }).click();
  await expectSigned(main);
  await expect(main.getByTestId('sign-result')).toContainText(words.sign.result.pending);
  const before = readFileSync(signed);
  expect(proofsIn(signed)).toEqual({
    ...{ subFilters: ['/ETSI.CAdES.detached'], stamped: 0, store: null },
  });
  await app.close();

  setAuthority(office, authority);
  const again = await launchPena({ userData, env: await openPractice() });
  try {
    const next = await again.window('main');
    const card = next.getByTestId('pending');
    await expect(card).toContainText(words.pending.badge);
    await card.locator('summary').click();
    await expect(card).toContainText('keputusan-wali-kota-ditandatangani.pdf');
    await picture(next, 'home-pending-restarted-id');
    await expectAccessible(next);
    await card.getByRole('button', { name: words.pending.complete }).click();
    await expect(next.getByTestId('pending-result')).toHaveAttribute('data-tone', 'ok');
    expectSound(signed);
    expect(readFileSync(signed).subarray(0, before.length).equals(before)).toBe(true);
    const { subFilters, store } = proofsIn(signed);
    expect(subFilters.filter((one) => one === '/ETSI.RFC3161').length).toBeGreaterThan(0);
    expect(store).toMatchObject({ ofSignature: true });
    await expect(card.getByText(words.pending.badge)).toHaveCount(0);
    const kinds = journalOf(office).map(({ kind, override }) => override ?? kind);
    expect(kinds.slice(3)).toEqual(['keep-incomplete', 'signed', 'extended']);
  } finally {
    await again.close();
  }
});
