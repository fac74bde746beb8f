// The verdicts that no practice token can bring about, in one window: the sentence, what to do, the look, each picture.
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { changesTold } from '../../core/domain/messages/changes-told.ts';
import { expectAccessible } from './support/axe.ts';
import { chooseInDialogs, expect, test, type Office } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { trustAuthority, VERDICT_FILES } from './support/verdict-files.ts';
import { WORDS, type Words } from './support/words.ts';

type Name = keyof typeof VERDICT_FILES;

/** Of each: its code, how its verdict begins, and the look that goes with it. */
const EXPECTED: Readonly<Record<Name, readonly [code: string, tone: string, id: RegExp]>> = {
  removed: ['SIGNATURE_REMOVED', 'bad', /dihapus oleh perubahan kemudian/],
  cut: ['FILE_INCOMPLETE', 'warn', /terpotong.*Unduh berkas sekali lagi/s],
  unclear: ['STRUCTURE_UNCLEAR', 'warn', /Belum dapat dipastikan: susunan tambahan/],
  certified: ['CERTIFICATION_BROKEN', 'bad', /\(tidak boleh diubah sama sekali\)/],
  inserted: ['PAGES_CHANGED', 'bad', /Jangan diandalkan: halaman ditambah/],
  crowded: ['TOTAL_PASSED', 'ok', /Seluruh 9 tanda tangan utuh/],
  'revoked-before': ['CERTIFICATE_REVOKED', 'warn', /dicabut pada 1 April 2026/],
  'revoked-later': ['TOTAL_PASSED', 'ok', /Sah: dapat diandalkan/],
  'on-hold': ['CERTIFICATE_SUSPENDED', 'warn', /dibekukan sementara sejak 1 April 2026/],
  practising: ['SIGNED_IN_PRACTICE', 'bad', /Jangan diandalkan: ditandatangani dalam mode latihan/],
  old: ['ALGORITHM_WEAK', 'warn', /sudah tidak aman/],
  'stamp-alone': ['NO_SIGNATURE', 'plain', /hanya memuat penanda waktu.*mintalah berkas PDF asli/s],
};

/** What more there is to be seen of some. */
const MORE: Partial<Record<Name, (main: Page, words: Words) => Promise<void>>> = {
  removed: async (main) => {
    const results = main.getByTestId('signature-result');
    await expect(results).toHaveCount(2);
    await expect(results.last()).toHaveAttribute('data-tone', 'bad');
  },
  cut: async (main, words) => {
    await main.getByRole('button', { name: words.verify.version.open }).click();
    await expect(main.getByTestId('version-bar')).toHaveAttribute('data-shown', 'signed');
  },
  unclear: async (main, words) => {
    const unclear = { modification: 'OTHER', reasons: [{ code: 'STRUCTURE_UNCLEAR', params: {} }] };
    const told = changesTold(unclear as never, words === WORDS.id ? 'id' : 'en');
    await expect(main.getByTestId('signature')).toContainText(told);
  },
  certified: async (main) => {
    const last = main.getByTestId('history').locator('li').last();
    await expect(last).toHaveAttribute('data-tone', 'bad');
  },
  inserted: async (main, words) => {
    await main.getByRole('button', { name: words.verify.version.compare }).click();
    const pages = words.verify.text.pages.replace('{{then}}', '2').replace('{{now}}', '3');
    await expect(main.getByTestId('page-count')).toHaveText(pages);
  },
  crowded: async (main) => {
    await expect(main.getByTestId('signature-result')).toHaveCount(9);
    const marks = main.getByTestId('signer-mark').filter({ hasText: 'NOMOR' });
    await expect(marks).toHaveCount(9);
    const boxes = await marks.locator('> span').evaluateAll((chips) =>
      chips.map((chip) => {
        const { left, right, top, bottom } = chip.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    const over = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
        ),
    );
    expect(over).toEqual([]);
  },
  'stamp-alone': async (main, words) => {
    const card = main.getByTestId('signature');
    await expect(card).toContainText(words.verify.certificate.stamper);
    await expect(card).not.toContainText(words.verify.signature.pasal6);
  },
};

async function open({ app, main, folder }: Office, name: Name, words: Words): Promise<void> {
  const path = `${folder}/${name}.pdf`;
  writeFileSync(path, await VERDICT_FILES[name]());
  await chooseInDialogs(app, path, `${folder}/laporan.pdf`);
  const first = main.getByRole('button', { name: words.common.drop.choose });
  await first.or(main.getByRole('button', { name: words.verify.actions.other })).click();
  await expect(main.getByRole('heading', { name: `${name}.pdf` })).toBeVisible();
}

for (const language of ['id', 'en'] as const) {
  const words = WORDS[language];
  test.describe(language, () => {
    test.use({ officeOptions: { settings: { language }, token: false } });

    test(`verdicts of every kind (${language})`, async ({ office }) => {
      const { app, main, userData } = office;
      trustAuthority(userData);
      await main.setViewportSize({ width: 1280, height: 1100 });
      await main.getByRole('button', { name: words.common.nav.verify, exact: true }).click();
      for (const name of Object.keys(VERDICT_FILES) as Name[]) {
        await open(office, name, words);
        const [code, tone, sentence] = EXPECTED[name];
        const verdict = main.getByTestId('verdict');
        await expect(verdict).toContainText(code);
        await expect(verdict).toHaveAttribute('data-tone', tone);
        if (language === 'id') await expect(verdict).toContainText(sentence);
        await MORE[name]?.(main, words);
        await expect(main.locator('canvas').first()).toBeVisible();
        await picture(main, `verdict-${name}-${language}`);
      }
      await expectAccessible(main);
      expect(app.harness?.complaints ?? []).toEqual([]);
    });
  });
}
