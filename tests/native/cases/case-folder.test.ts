// Cases on disk: nothing readable, nothing interchangeable, nothing left.
import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { CaseFolder } from '../../../native/cases/case-folder.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';

const work = sharedTemporaryFolder();
const key = new Uint8Array(randomBytes(32));
let folder: string;
let cases: CaseFolder;
beforeEach(() => {
  folder = join(work, randomUUID());
  cases = new CaseFolder(folder, key, () => new Date('2026-11-24T14:00:00Z'));
});

describe('the folder of cases', () => {
  it('gives back what was written, and shows it to nobody', async () => {
    const id = randomUUID();
    await cases.write(id, { owner: 'Budi Contoh' });
    await cases.write(id, { owner: 'Budi Contoh', more: 1 });
    const sha256 = await cases.addPaper(id, Buffer.from('pindai KTP'));
    expect(await cases.read(id)).toEqual({ owner: 'Budi Contoh', more: 1 });
    expect(Buffer.from(await cases.readPaper(id, sha256)).toString()).toBe('pindai KTP');
    expect(await cases.ids()).toEqual([id]);
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).toString('latin1')).not.toMatch(/Budi|KTP/);
    }
  });

  it('refuses another key, changed bytes, and a file of another case', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await cases.write(one, { n: 1 });
    await cases.write(two, { n: 2 });
    const unreadable = { code: 'CASE_UNREADABLE' };
    const other = new CaseFolder(folder, new Uint8Array(randomBytes(32)));
    await expect(other.read(one)).rejects.toMatchObject(unreadable);
    copyFileSync(join(folder, `${two}.key`), join(folder, `${one}.key`));
    await expect(cases.read(one)).rejects.toMatchObject(unreadable);
    const path = join(folder, `${two}.case`);
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    writeFileSync(path, bytes);
    await expect(cases.read(two)).rejects.toMatchObject(unreadable);
  });

  it('lets one Pena after the other change a case, and another case meanwhile', async () => {
    const [id, elsewhere] = [randomUUID(), randomUUID()];
    await cases.write(id, { told: [] });
    // Two stores over one folder, as a window and a terminal have them; what they read is a moment old.
    const terminal = new CaseFolder(folder, key);
    const tell = (store: CaseFolder, what: string): Promise<void> =>
      store.alone(id, async () => {
        const { told } = (await store.read(id)) as { told: string[] };
        await new Promise((resolve) => setTimeout(resolve, 5));
        await store.write(id, { told: [...told, what] });
      });
    const words = Array.from({ length: 10 }, (_, n) => `kata ${String(n)}`);
    const waits = new Promise<void>((done) => {
      void terminal.alone(elsewhere, () => {
        done();
        return Promise.resolve();
      });
    });
    await Promise.all([...words.map((word, n) => tell(n % 2 ? cases : terminal, word)), waits]);
    const { told } = (await cases.read(id)) as { told: string[] };
    expect(told.sort()).toEqual(words);
    const { files } = await cases.alone(id, () => cases.remove(id));
    expect(files.map(({ name }) => name)).toEqual([`${id}.case`, `${id}.key`]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('deletes for good, names what it deleted, and leaves other cases alone', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await cases.write(one, { n: 1 });
    await cases.addPaper(one, Buffer.from('x'));
    await cases.write(two, { n: 2 });
    const kept = readFileSync(join(folder, `${one}.case`));
    const proof = await cases.remove(one);
    expect(proof).toMatchObject({ id: one, at: '2026-11-24T14:00:00.000Z' });
    expect(proof.files).toHaveLength(3);
    expect(readdirSync(folder).filter((name) => name.startsWith(one))).toEqual([]);
    expect(await cases.read(two)).toEqual({ n: 2 });
    await expect(cases.remove(one)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' });
    // A copy from a backup is noise: its key is gone, and a new case has a new one.
    await cases.write(one, { n: 3 });
    writeFileSync(join(folder, `${one}.case`), kept);
    await expect(cases.read(one)).rejects.toMatchObject({ code: 'CASE_UNREADABLE' });
  });

  it('takes no path for a name', async () => {
    await expect(cases.read('../../etc/passwd')).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' });
    await expect(cases.write('../x', {})).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' });
  });
});
