// Folders stand for the PDFs in them and below; files for themselves, whatever they are called.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pdfFiles } from '../../../native/files/pdf-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function found(paths: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for await (const file of pdfFiles(paths)) all.push(file);
  return all;
}

test('walks folders by name, follows no linked folder, and leaves other files alone', async () => {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  mkdirSync(at('2025/lama'), { recursive: true });
  mkdirSync(at('kosong'));
  for (const name of [
    'b.pdf',
    'a.PDF',
    'catatan.txt',
    '2025/c.pdf',
    '2025/lama/d.Pdf',
    'x.pdf.tmp',
  ]) {
    writeFileSync(at(name), '');
  }
  symlinkSync(folder, at('2025/putaran'));
  symlinkSync(at('b.pdf'), at('tautan.pdf'));
  expect(await found([folder])).toEqual(
    ['2025/c.pdf', '2025/lama/d.Pdf', 'a.PDF', 'b.pdf', 'tautan.pdf'].map(at),
  );
  expect(await found([at('kosong')])).toEqual([]);
  expect(await found([at('catatan.txt'), at('tiada.pdf')])).toEqual([
    at('catatan.txt'),
    at('tiada.pdf'),
  ]);
});
