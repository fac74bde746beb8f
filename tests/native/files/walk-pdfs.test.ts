// The walk over folders: bounded, each file once, nothing left out in silence.
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { walkPdfs, type WalkLimits } from '../../../native/files/walk-pdfs.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function walked(top: string, paths: readonly string[], limits?: WalkLimits) {
  const found: string[] = [];
  for await (const step of walkPdfs(paths, limits)) {
    const path = step.path === top ? '.' : step.path.slice(top.length + 1);
    found.push(step.kind === 'file' ? path : `${path}: ${step.why}`);
  }
  return found;
}

function tree(): string {
  const top = temporaryFolder();
  mkdirSync(join(top, 'a', 'b'), { recursive: true });
  for (const path of ['satu.PDF', 'a/dua.pdf', 'a/b/tiga.pdf', 'catatan.txt']) {
    writeFileSync(join(top, path), 'x');
  }
  return top;
}

it('meets each file once, in the order of names, and other files not at all', async () => {
  const top = tree();
  linkSync(join(top, 'satu.PDF'), join(top, 'sama.pdf'));
  symlinkSync(join(top, 'a/dua.pdf'), join(top, 'z.pdf'));
  expect(await walked(top, [top, top, join(top, 'a/dua.pdf')])).toEqual([
    ...['a/b/tiga.pdf', 'a/dua.pdf', 'sama.pdf'],
  ]);
});

it('enters no linked folder, and so no circle', async () => {
  const top = tree();
  symlinkSync(top, join(top, 'a', 'b', 'naik'));
  symlinkSync('tidak-ada', join(top, 'putus.pdf'));
  expect(await walked(top, [top])).toEqual([
    ...['a/b/naik: link', 'a/b/tiga.pdf', 'a/dua.pdf', 'putus.pdf: unreadable', 'satu.PDF'],
  ]);
});

it('says where its limits end it', async () => {
  const top = tree();
  expect(await walked(top, [top], { depth: 1, entries: 100 })).toEqual([
    ...['a/b: too-deep', 'a/dua.pdf', 'satu.PDF'],
  ]);
  expect(await walked(top, [top], { depth: 9, entries: 2 })).toEqual(['.: limit']);
  expect(await walked(top, [join(top, 'tidak-ada')])).toEqual(['tidak-ada: unreadable']);
});
