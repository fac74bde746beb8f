// Documents name files as proof: each is there, and every duty in the two tables of the regulation has one, or says
// plainly that it has none.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENTS = [
  ...['README.md', 'CHANGELOG.md', 'SECURITY.md', 'tests/e2e/README.md'],
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const PATH =
  /(?<![\w/.@-])(?:tests|core|native|electron|renderer|cli|build|resources|docs)\/[\w./-]*\w/g;
const LINK = /\]\((?!https?:|#)([^)#]+)/g;
const TEST = /\.(?:test\.tsx?|e2e\.ts)$/;
/** What stands in the table in place of a test. */
const NONE = /^(?:-|not software|not yet)$/;

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const pathsIn = (text: string): string[] => (text.match(PATH) ?? []).map(String);

/** Cells of a table's rows, without its head. */
function rowsOf(name: string): string[][] {
  const cells = read(name)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return cells.filter(([first = '']) => first !== 'Pasal' && !/^-+$/.test(first));
}

describe('what documents name', () => {
  it.each(DOCUMENTS)('is there: %s', (name) => {
    const text = read(name);
    const links = [...text.matchAll(LINK)].map(([, to = '']) => join(dirname(name), to));
    const missing = [...pathsIn(text), ...links].filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });
});

describe('the tables of the regulation', () => {
  it.each([
    ['docs/audit.md', 3, 14],
    ['docs/regulation.md', 3, 30],
  ])('names a test for every duty of %s', (name, column, atLeast) => {
    const rows = rowsOf(name);
    expect(rows.length).toBeGreaterThanOrEqual(atLeast);
    for (const row of rows) {
      const proof = row[column] ?? '';
      if (NONE.test(proof)) continue;
      const tests = pathsIn(proof);
      expect(tests, row[0]).not.toEqual([]);
      for (const path of tests) {
        const files = statSync(join(ROOT, path)).isDirectory()
          ? readdirSync(join(ROOT, path))
          : [path];
        expect(
          files.some((file) => TEST.test(file)),
          path,
        ).toBe(true);
      }
    }
  });
});
