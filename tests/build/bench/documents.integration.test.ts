// The documents that the benchmark measures are in order, and each time the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePictures, writeSmallObjects } from '../../../build/bench/documents.mjs';
import { run, which } from '../../../build/lib/command.mjs';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function qpdf(...args: string[]): Promise<string> {
  return (await run('qpdf', args)).stdout.toString();
}

describe.skipIf(which('qpdf') === null)('a document for the benchmark', () => {
  it('of pictures has a page and a million bytes for each', async () => {
    const path = join(temporaryFolder(), 'pictures.pdf');
    writePictures(path, 3);
    expect(await qpdf('--check', path)).toContain('No syntax or stream encoding errors found');
    expect((await qpdf('--show-npages', path)).trim()).toBe('3');
    const size = readFileSync(path).length;
    expect(size).toBeGreaterThan(3_000_000);
    expect(size).toBeLessThan(3_005_000);
  });

  it('of small objects has as many as asked for, over more than one node of pages', async () => {
    const folder = temporaryFolder();
    const [path, again] = [join(folder, 'objects.pdf'), join(folder, 'again.pdf')];
    writeSmallObjects(path, 12_000);
    expect(await qpdf('--check', path)).toContain('No syntax or stream encoding errors found');
    // 12,000 objects in pages of 98 streams and the page itself.
    expect((await qpdf('--show-npages', path)).trim()).toBe('122');
    const entries = (await qpdf('--show-xref', path)).trim().split('\n').length;
    expect(entries).toBeGreaterThanOrEqual(12_000);
    expect(entries).toBeLessThan(12_150);
    writeSmallObjects(again, 12_000);
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
  });
});
