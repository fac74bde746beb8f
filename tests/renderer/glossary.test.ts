// One thing has one word in Indonesian, on screens, in the terminal, in errors, reports and letters: the glossary's.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = [
  ...[
    'renderer/locales/id',
    'core/domain/messages',
    'core/lifecycle',
    'core/validation/reports/pdf',
  ],
  ...['cli/texts', 'resources/letters'],
];

/** What must not be said, and the word for it. */
const WORDS: readonly (readonly [wrong: RegExp, right: string])[] = [
  // "Stempel" is the one that is seen on a page.
  [/stempel waktu/i, 'penanda waktu'],
  // "Bidang" is a unit of an office.
  [/bidang tanda tangan/i, 'kolom tanda tangan'],
];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|json)$/.test(name))
    .map((name) => join(folder, name)),
);

test('there are texts to look at', () => {
  expect(files.length).toBeGreaterThan(60);
});

test.each(WORDS)('nothing says %s, but “%s”', (wrong) => {
  expect(files.filter((file) => wrong.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
