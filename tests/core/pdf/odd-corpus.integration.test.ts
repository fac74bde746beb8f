// What the reader says of the 60 odd files of the corpus, beside what qpdf says of them.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countPages, findPage } from '../../../core/pdf/pages.ts';
import { pageGeometry } from '../../../core/pdf/page-geometry.ts';
import { PdfError } from '../../../core/pdf/pdf-error.ts';
import { inventory } from '../../../core/pdf/signature-inventory.ts';
import { corpusDir, NO_CORPUS } from '../../support/corpus.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openBytes } from './support/draft.ts';

interface Ours {
  readonly outcome: string;
  readonly pages: number | null;
  readonly encrypted: boolean;
}

async function readByUs(bytes: Uint8Array): Promise<Ours> {
  try {
    const reader = await openBytes(bytes);
    const pages = await countPages(reader);
    for (let page = 1; page <= pages; page += 1) {
      await pageGeometry(reader, await findPage(reader, page));
    }
    if (reader.encrypted) return { outcome: 'opens, encrypted', pages, encrypted: true };
    const { signatures } = await inventory(reader);
    return { outcome: `opens, ${signatures.length} signatures`, pages, encrypted: false };
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return { outcome: error.code, pages: null, encrypted: false };
  }
}

/** qpdf's exit code: 0 without complaint, 3 with warnings, 2 with errors. */
function check(path: string): number {
  return spawnSync('qpdf', ['--check', path], { stdio: 'ignore' }).status ?? -1;
}

function pagesByQpdf(path: string): number | null {
  const { status, stdout } = spawnSync('qpdf', ['--show-npages', path], { encoding: 'utf8' });
  return status === 2 ? null : Number(stdout);
}

const corpus = corpusDir();
const missing =
  corpus === null
    ? NO_CORPUS
    : spawnSync('qpdf', ['--version']).status === 0
      ? null
      : 'skipped: no qpdf';

describe.skipIf(missing !== null)(`odd files${missing === null ? '' : ` (${missing})`}`, () => {
  const dir = join(corpus ?? '', 'odd');
  const names =
    missing === null
      ? readdirSync(dir)
          .filter((name) => name.endsWith('.pdf'))
          .sort()
      : [];
  const table: string[] = [];
  let content = 0;

  afterAll(() => {
    if (table.length > 0) console.log(table.join('\n'));
  });

  it.each(names)('%s', async (name) => {
    const path = join(dir, name);
    const ours = await readByUs(readFileSync(path));
    const checked = check(path);
    const pages = pagesByQpdf(path);
    const said = new Map([
      [0, 'content'],
      [3, 'warnings'],
    ]).get(checked);
    table.push(
      `${name.padEnd(44)} ${ours.outcome.padEnd(22)} ${String(ours.pages).padStart(3)} pages` +
        `   qpdf: ${(said ?? 'errors').padEnd(9)}${String(pages).padStart(3)} pages`,
    );
    if (checked === 0) {
      content += 1;
      expect(ours.outcome).toMatch(/^opens/);
    }
    if (ours.pages !== null && pages !== null) expect(ours.pages).toBe(pages);
  });

  it('are all there', () => {
    expect(names).toHaveLength(60);
    expect(content).toBeGreaterThanOrEqual(39);
  });

  it.each([
    ['linearized', ['--linearize']],
    ['with object streams', ['--object-streams=generate', '--compress-streams=y']],
    ['with a table', ['--object-streams=disable']],
  ])('rewritten by qpdf %s have the same pages, of the same shape', async (_, options) => {
    const output = join(temporaryFolder(), 'out.pdf');
    for (const name of names) {
      const path = join(dir, name);
      if (check(path) !== 0) continue;
      execFileSync('qpdf', [...options, path, output]);
      const [before, after] = await Promise.all([
        openBytes(readFileSync(path)),
        openBytes(readFileSync(output)),
      ]);
      const pages = await countPages(before);
      expect([name, await countPages(after)]).toEqual([name, pages]);
      for (let page = 1; page <= pages; page += 1) {
        const shapes = await Promise.all(
          [before, after].map(async (reader) => pageGeometry(reader, await findPage(reader, page))),
        );
        expect([name, shapes[1]]).toEqual([name, shapes[0]]);
      }
    }
  });
});
