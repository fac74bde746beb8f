// Several processes on one journal, some of them killed while they write: nothing that was said to be
// written is lost, and the chain holds.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openJournal, signedEntry, verify } from './support.ts';

const BUILT = new URL('../../../out/native/journal/journal-file.js', import.meta.url).href;

/** Appends entries numbered from `from`, each in an append of its own, and prints each when it is done. */
const WRITER = `
const { JournalFile } = await import(${JSON.stringify(BUILT)});
const [folder, from, count] = process.argv.slice(1);
const journal = new JournalFile(folder, { clock: { now: () => new Date() }, maxFileBytes: 20_000 });
for (let i = 0; i < Number(count); i += 1) {
  const document = (Number(from) + i).toString(16).padStart(64, '0');
  const certificate = 'c'.repeat(64);
  await journal.append({ kind: 'signed', certificate, document, result: null, level: 'B-B', batch: null });
  process.stdout.write(String(Number(from) + i) + '\\n');
}
`;

function writer(folder: string, from: number, count: number) {
  const args = ['--input-type=module', '-e', WRITER, folder, String(from), String(count)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  const done = new Promise<number[]>((resolve) => {
    child.on('close', () => resolve(told.split('\n').slice(0, -1).map(Number)));
  });
  return { child, done };
}

async function numbersIn(folder: string): Promise<number[]> {
  const numbers: number[] = [];
  const { ok, findings } = await verify(folder, {
    onRecord: ({ entry }) => {
      if (entry.kind === 'signed') numbers.push(Number.parseInt(entry.document, 16));
    },
  });
  expect({ ok, findings }).toEqual({ ok: true, findings: [] });
  return numbers;
}

describe('several writers', () => {
  it('lose nothing', async () => {
    const folder = join(temporaryFolder(), 'jurnal');
    const told = await Promise.all([0, 1, 2].map((n) => writer(folder, n * 1000, 60).done));
    expect(told.map(({ length }) => length)).toEqual([60, 60, 60]);
    const numbers = await numbersIn(folder);
    expect([...numbers].sort((a, b) => a - b)).toEqual(told.flat());
    for (const own of told) expect(numbers.filter((n) => own.includes(n))).toEqual(own);
    expect(readdirSync(folder).filter((name) => name.includes('lock'))).toEqual([]);
  });

  it('killed at random moments lose nothing that they were told is written', async () => {
    const folder = join(temporaryFolder(), 'jurnal');
    const told: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const writers = [0, 1].map((n) => writer(folder, round * 10_000 + n * 1000, 500));
      await writing(folder, told.length);
      await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 60));
      for (const { child } of writers) child.kill('SIGKILL');
      told.push(...(await Promise.all(writers.map(({ done }) => done))).flat());
    }
    // What the last ones left is taken over by the next writer.
    await openJournal(folder).append(signedEntry(999_999));
    const numbers = await numbersIn(folder);
    expect(told.length).toBeGreaterThan(12);
    expect(told.filter((number) => !numbers.includes(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toContain(999_999);
  });

  it('wait for a living holder, and take over from a dead one at once', async () => {
    const folder = temporaryFolder();
    const lock = join(folder, 'journal.lock');
    const holder = { start: '', host: (await import('node:os')).hostname(), id: 'x' };
    writeFileSync(lock, JSON.stringify({ ...holder, pid: process.ppid }));
    await expect(openJournal(folder, { lockWaitMs: 60 }).append(signedEntry(1))).rejects.toThrow(
      'JOURNAL_BUSY',
    );
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.on('close', resolve));
    writeFileSync(lock, JSON.stringify({ ...holder, pid: dead.pid }));
    await openJournal(folder, { lockWaitMs: 1000 }).append(signedEntry(1));
    // Kept for a moment, in case more comes.
    for (let tries = 0; existsSync(lock) && tries < 50; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(existsSync(lock)).toBe(false);
    // The same number, but another process by now: its start is another.
    writeFileSync(lock, JSON.stringify({ ...holder, pid: process.ppid, start: '1' }));
    await openJournal(folder, { lockWaitMs: 1000 }).append(signedEntry(2));
    expect(await numbersIn(folder)).toEqual([1, 2]);
  });
});

/** Until the processes have started and more was written than before. */
async function writing(folder: string, before: number): Promise<void> {
  const lines = async (): Promise<number> =>
    existsSync(folder) ? (await verify(folder)).records : 0;
  for (let tries = 0; tries < 200 && (await lines()) <= before + 1; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
