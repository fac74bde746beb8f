// Where what is dropped on the window goes, by its name.
import { expect, it } from 'vitest';
import { droppedKind } from '../../../renderer/app/dropped-files.ts';

const files = (...names: readonly string[]): File[] => names.map((name) => new File([''], name));

it.each([
  [['surat.pdf'], 'document'],
  [['surat.docx'], 'document'],
  [['satu.pdf', 'dua.pdf'], 'many'],
  [['folder'], 'many'],
  [['laporan.penareport'], 'package'],
  [['PERMOHONAN.PenaPermohonan'], 'package'],
  [['surat.pdf', 'minta.penamengetahui'], 'request'],
  // A name that only holds the ending is none.
  [['laporan.penareport.pdf'], 'document'],
])('%s is %s', (names, kind) => {
  expect(droppedKind(files(...names)).kind).toBe(kind);
});

it('names the file that it goes by', () => {
  expect(droppedKind(files('surat.pdf', 'x.penareport'))).toMatchObject({
    ...{ kind: 'package', file: { name: 'x.penareport' } },
  });
});
