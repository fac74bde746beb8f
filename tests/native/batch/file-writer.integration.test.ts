// The thread that writes a batch's results: whole and durable or not at all, and never over another file.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileWriter } from '../../../native/batch/file-writer.ts';
import { GroupedFolder } from '../../../native/batch/grouped-folder.ts';
import { createSmallOutput } from '../../../native/batch/small-files.ts';

let folder = '';
let writer: FileWriter;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pena-writer-'));
  writer = new FileWriter();
  expect(await writer.ready).toBe(true);
});

afterEach(async () => {
  await writer.close();
  rmSync(folder, { recursive: true, force: true });
});

const contentOf = (n: number) => Buffer.alloc(1000 + 17 * n, n % 251);

async function put(name: string, content: Uint8Array, through: FileWriter | null = writer) {
  const output = await createSmallOutput(join(folder, name), new GroupedFolder(), through);
  await output.append(content);
  await output.commit();
}

describe('a thread for writing', () => {
  it('writes many at once, each its own content, and leaves nothing else', async () => {
    const names = Array.from({ length: 100 }, (_, n) => `f-${n}.pdf`);
    await Promise.all(names.map((name, n) => put(name, contentOf(n))));
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    for (const [n, name] of names.entries()) {
      expect(readFileSync(join(folder, name)).equals(contentOf(n))).toBe(true);
    }
  });

  it('refuses a place that is taken, and writes the others of the same moment', async () => {
    writeFileSync(join(folder, 'b'), 'mine');
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map((name) => put(name, contentOf(1))),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { code: 'FILE_OUTPUT_EXISTS' } });
    expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'c']);
  });

  it('says which folder is not there', async () => {
    await expect(put('none/a', contentOf(1))).rejects.toMatchObject({
      code: 'FILE_FOLDER_MISSING',
      params: { folder: 'none' },
    });
  });

  it('that has ended says so at once, instead of never answering', async () => {
    await writer.close();
    const [temporary, target] = [join(folder, 't'), join(folder, 'a')];
    const bytes = new Uint8Array(10);
    await expect(writer.write({ temporary, target, bytes, size: 10 })).rejects.toMatchObject({
      code: 'FILE_WRITE_FAILED',
    });
  });

  it('that has ended is done without', async () => {
    await writer.close();
    expect(writer.alive).toBe(false);
    await put('a', contentOf(3));
    expect(readFileSync(join(folder, 'a')).equals(contentOf(3))).toBe(true);
  });

  it('that ends while it writes: no document waits for ever', async () => {
    const writing = Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => put(`f-${n}`, contentOf(n))),
    );
    await new Promise((resolve) => setTimeout(resolve, 2));
    await writer.close();
    for (const result of await writing) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ code: 'FILE_WRITE_FAILED' });
      }
    }
    // What has its name has all its content.
    for (const name of readdirSync(folder).filter((one) => one.startsWith('f-'))) {
      const n = Number(name.slice(2));
      expect(readFileSync(join(folder, name)).equals(contentOf(n))).toBe(true);
    }
  });

  it('that cannot be started is done without', async () => {
    const broken = new FileWriter(join(folder, 'missing.js'));
    expect(await broken.ready).toBe(false);
    await put('a', contentOf(2), broken);
    expect(readFileSync(join(folder, 'a')).equals(contentOf(2))).toBe(true);
    await broken.close();
  });
});
