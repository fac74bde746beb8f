// The year's figures at the desk: two journals' exports counted, a broken one refused, table and letter saved.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { Fields, lostPlace, pressOn, typeSecret, whyNoPolicy } from './support/lost-place.ts';
import { chooseInDialogs } from './support/office.ts';
import { picture } from './support/pictures.ts';
import { WORDS } from './support/words.ts';

const missing = whyNoPolicy();
const SECRET = 'rahasia meja yang baru dibuat';
const button = (main: Page, name: string) => main.getByRole('button', { name, exact: true });
const hash = (n: number): string => n.toString(16).padStart(64, '0');

/** As `pena journal export` writes it: two signed, one refused, one lost, and one of another year. */
function exported(): string {
  const entries = [
    { at: '2026-03-01T02:00:00.000Z', entry: { kind: 'signed', certificate: 'a1' } },
    { at: '2026-04-01T02:00:00.000Z', entry: { kind: 'signed', certificate: 'a1' } },
    { at: '2026-05-01T02:00:00.000Z', entry: { kind: 'refused', certificate: null } },
    { at: '2026-06-01T02:00:00.000Z', entry: { kind: 'certificate', did: 'reported-lost' } },
    { at: '2025-06-01T02:00:00.000Z', entry: { kind: 'signed', certificate: 'a1' } },
  ].map((one, i) => ({ n: i + 1, hash: hash(i + 1), ...one }));
  const head = { n: entries.length, hash: hash(entries.length) };
  const first = { format: 'pena-journal-export-1', records: entries.length, head };
  return [first, ...entries].map((line) => JSON.stringify(line)).join('\n');
}

for (const language of ['id', 'en'] as const) {
  test(`counts the year from exported journals (${language})`, async () => {
    test.skip(missing !== null, missing ?? '');
    test.setTimeout(120_000);
    const { deskFigures: words, deskApplications, desk, common } = WORDS[language];
    const place = await lostPlace({ language });
    const policy = join(place.folder, 'policy.json');
    const named = { name: 'Dinas Latihan', deskStore: join(place.folder, 'ra.sqlite') };
    writeFileSync(policy, JSON.stringify({ format: 1, registrationAuthority: named }));
    const journal = join(place.folder, 'jurnal.jsonl');
    const { app, main } = await place.start(policy);
    try {
      await pressOn(main, button(main, common.nav.desk));
      await pressOn(main, button(main, desk.unlock));
      await typeSecret(app, [SECRET, SECRET]);
      await pressOn(main, button(main, deskApplications.section.figures));
      writeFileSync(journal, 'bukan jurnal');
      await chooseInDialogs(app, journal, place.saved);
      const fields = new Fields();
      const year = main.getByLabel(words.year, { exact: true });
      await year.focus();
      await main.keyboard.press('Control+A');
      await main.keyboard.type('2026');
      await pressOn(main, button(main, words.choose));
      await expect(main.getByText(/JOURNAL_EXPORT_INVALID/)).toBeVisible();
      writeFileSync(journal, exported());
      await pressOn(main, button(main, words.choose));
      const table = main.getByTestId('desk-figures');
      for (const [name, count] of [
        [words.rows.signed, '2'],
        [words.rows.refused, '1'],
        [words.rows.certificates, '1'],
        [words.rows.reportedLost, '1'],
        [words.rows.records, '4'],
      ] as const) {
        const row = table
          .locator('dl > div')
          .filter({ has: main.getByText(name, { exact: true }) });
        await expect(row.locator('dd')).toHaveText(count);
      }
      await pressOn(main, button(main, words.saveTable));
      await expect.poll(() => existsSync(`${place.saved}.csv`)).toBe(true);
      expect(readFileSync(`${place.saved}.csv`, 'utf8')).toContain('2026,signed,2\r\n');
      await pressOn(main, main.locator('summary', { hasText: words.letter }));
      await fields.type(main, main.getByLabel(words.fields.number), '500/9/2026');
      await picture(main, `desk-figures-${language}`);
      await expectAccessible(main);
      await pressOn(main, button(main, words.writeLetter));
      await expect.poll(() => existsSync(`${place.saved}.pdf`)).toBe(true);
      const text = execFileSync('pdftotext', ['-layout', `${place.saved}.pdf`, '-']).toString();
      expect(text).toContain('500/9/2026');
      expect(text).toMatch(/Dokumen ditandatangani\s+:?\s*2\b/);
    } finally {
      await app.close();
      place.remove();
    }
  });
}
