// "Why is my token missing?" in the window: from the first screen without a token, and from the list of
// tokens; the likeliest cause in words, and its report without personal data.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CauseKind } from '../../core/domain/doctor.ts';
import { doctorWords } from '../../core/domain/messages/doctor.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInDialogs, expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { SIGNER } from './support/practice.ts';
import { WORDS, type Words } from './support/words.ts';

interface Report {
  readonly cause: CauseKind;
  readonly subject: string;
  readonly tokens: readonly unknown[];
}

/** One click, and the system's dialog. */
async function saveReport({ app, main, folder, sample }: Office, words: Words): Promise<string> {
  const path = join(folder, 'laporan.json');
  await chooseInDialogs(app, sample, path);
  await main.getByRole('button', { name: words.doctor.report.save }).click();
  await expect(main.getByText(words.doctor.report.saved, { exact: true }).first()).toBeVisible();
  return readFileSync(path, 'utf8');
}

const cause = (main: Page) => main.getByTestId('cause');

test.describe('without a token', () => {
  test.use({ officeOptions: { settings: {}, token: false } });

  test('leads from the first screen to the likeliest cause', async ({ office }) => {
    const words = WORDS.id;
    const { main } = office;
    const card = main.getByTestId('missing-token');
    await expect(card).toBeVisible();
    await picture(main, 'home-no-token-id');
    await expectAccessible(main);
    await card.getByRole('button', { name: words.doctor.open }).click();
    await expect(cause(main)).toBeVisible({ timeout: 30_000 });
    await picture(main, 'doctor-none-id');
    await expectAccessible(main);
    const { cause: kind, subject, tokens } = JSON.parse(await saveReport(office, words)) as Report;
    expect(kind).not.toBe('none');
    expect(tokens).toEqual([]);
    await expect(cause(main)).toContainText(doctorWords('id').causes[kind](subject));
  });
});

test.describe('with a token', () => {
  test.use({ officeOptions: { settings: { language: 'en' }, token: true } });

  test('says that it is ready, and keeps who it is of out of the report', async ({ office }) => {
    const words = WORDS.en;
    const { main } = office;
    await main.getByRole('button', { name: words.common.nav.tokens, exact: true }).click();
    await expect(main.getByText(SIGNER).first()).toBeVisible();
    await main.getByRole('button', { name: words.doctor.open }).click();
    await expect(cause(main)).toContainText(doctorWords('en').causes.none(''), { timeout: 30_000 });
    await picture(main, 'doctor-en');
    await main.getByText(words.doctor.report.title).scrollIntoViewIfNeeded();
    await picture(main, 'doctor-report-en');
    await expectAccessible(main);
    const report = await saveReport(office, words);
    expect((JSON.parse(report) as Report).cause).toBe('none');
    for (const personal of [SIGNER, 'TOKEN LATIHAN', `${homedir()}/`]) {
      expect(report).not.toContain(personal);
    }
    expect(report).not.toMatch(/"serial": "[0-9a-f]{16}"/);
  });
});
