// A key that is written twice: told where its two values differ, and nowhere else.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PdfReader } from '../../../core/pdf/reader.ts';
import { PdfError } from '../../../core/pdf/pdf-error.ts';
import { repeatedKey } from '../../../core/pdf/repeated-key.ts';
import { baseDocument, PART } from '../../vectors/support/base-document.ts';
import { signed, verify } from '../../vectors/support/in-memory.ts';
import { bodyOf, update } from '../../vectors/support/update.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { memorySource } from '../support/memory-source.ts';
import { Draft } from './support/draft.ts';

const told = async (file: Uint8Array): Promise<string | null> =>
  repeatedKey(await PdfReader.open(memorySource(file)));

const more = (num: number, entries: string): Buffer => {
  const base = baseDocument();
  return update(base, { objects: { [num]: bodyOf(base, num).replace(/>>\s*$/, `${entries} >>`) } });
};

it.each([
  ['a name', '/Type /Page'],
  ['a number that is written otherwise', '/MediaBox [0.0 0 595 842.0]'],
  ['a reference', '/Contents 15 0 R'],
])('is nothing to tell of where both say the same: %s', async (_, entries) => {
  const file = more(PART.second, entries);
  expect(await told(file)).toBeNull();
  const { signatures } = await verify(await signed(file));
  expect(signatures[0]!.indication).not.toBe('TOTAL_FAILED');
  expect(signatures[0]!.reasons.map(({ code }) => code)).not.toContain('KEY_REPEATED');
});

it('is named by the key, also within what an object holds', async () => {
  expect(await told(more(PART.second, '/Rotate 90 /Rotate 0'))).toBe('Rotate');
  expect(await told(more(11, '/X [<< /Y 1 /Y 2 >>]'))).toBe('Y');
  expect(
    await told(update(baseDocument(), { objects: {}, trailer: '/Info 13 0 R /Info 5 0 R' })),
  ).toBe('Info');
});

it('is named where readers of C strings see it twice', async () => {
  expect(await told(more(PART.second, '/Contents#00a 4 0 R'))).toBe('Contents');
  expect(await told(more(PART.second, '/Isi#00a 4 0 R'))).toBeNull();
});

it.each([
  [7, 'Rotate'],
  [9, null],
])('is looked for in the nearest eight objects of a large file: %i MiB', async (size, key) => {
  const draft = new Draft();
  for (let num = 1; num < 10; num += 1) draft.object(num, `<< /More ${num + 1} 0 R >>`);
  draft.object(10, '<< /Rotate 0 /Rotate 90 >>');
  draft.stream(11, '', Buffer.alloc(size << 20));
  expect(await told(draft.finish().bytes)).toBe(key);
});

it('is named in an encrypted file as well', async () => {
  const folder = temporaryFolder();
  const [plain, sealed] = [join(folder, 'plain.pdf'), join(folder, 'sealed.pdf')];
  writeFileSync(plain, baseDocument());
  const ways = ['--object-streams=disable', '--encrypt', '', 'owner', '256', '--'];
  execFileSync('qpdf', [...ways, plain, sealed]);
  const file = readFileSync(sealed);
  expect(await told(file)).toBeNull();
  // In a field, which has strings: octet for octet, as qpdf would write no key twice.
  const field = file.indexOf('/FT /Btn');
  const at = file.lastIndexOf('obj', field);
  const type = file.indexOf('/Type /Annot', at);
  expect(type - at).toBeLessThan(600);
  file.write('/F 4 /F 2   ', type, 'latin1');
  expect(await told(file)).toBe('F');
});

it('is not looked for in what no page shows', async () => {
  const file = update(more(PART.catalog, '/PieceInfo 70 0 R'), {
    objects: { 70: '<< /A 1 /A 2 >>' },
  });
  expect(await told(file)).toBeNull();
});

const CORPUS = '../shared/corpus';
describe.skipIf(!existsSync(CORPUS))('the corpus', () => {
  it('holds no file that is called ambiguous', async () => {
    const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pdf'),
    );
    let read = 0;
    const named: string[] = [];
    for (const file of files) {
      try {
        const key = await told(readFileSync(join(CORPUS, file)));
        read += 1;
        if (key !== null) named.push(`${file}: ${key}`);
      } catch (error) {
        if (!(error instanceof PdfError)) throw error;
      }
    }
    expect(named).toEqual([]);
    expect(read).toBeGreaterThan(files.length / 2);
  });
});
