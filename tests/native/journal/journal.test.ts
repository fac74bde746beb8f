// The journal: chained as described, and every kind of tampering found in its line.
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journalEntry, type JournalEntry } from '../../../core/domain/journal-entry.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { CERTIFICATE, editLines, filesIn, openJournal, signedEntry, verify } from './support.ts';

async function journalOf(count: number, folder = temporaryFolder()): Promise<string> {
  const journal = openJournal(folder);
  await journal.append(...Array.from({ length: count }, (_, index) => signedEntry(index)));
  return folder;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the chain', () => {
  it('can be followed by hand', async () => {
    const folder = await journalOf(3);
    const lines = readFileSync(join(folder, 'journal-000001.jsonl'), 'utf8').trimEnd().split('\n');
    let before = '0'.repeat(64);
    for (const [index, line] of lines.entries()) {
      const { n, at, prev, entry, hash } = JSON.parse(line) as Record<string, unknown>;
      expect([n, prev, entry]).toEqual([index + 1, before, signedEntry(index)]);
      expect(hash).toBe(sha256(JSON.stringify({ n, at, prev, entry })));
      before = String(hash);
    }
    expect(lines).toHaveLength(3);
    expect(await verify(folder)).toMatchObject({
      ...{ ok: true, records: 3, head: { n: 3, hash: before }, findings: [] },
    });
  });

  it('goes on over files', async () => {
    const folder = temporaryFolder();
    for (let number = 0; number < 40; number += 1) {
      await openJournal(folder, { maxFileBytes: 2000 }).append(signedEntry(number));
    }
    expect(filesIn(folder).length).toBeGreaterThan(5);
    const report = await verify(folder);
    expect(report).toMatchObject({ ok: true, records: 40, head: { n: 40 } });
    // A file in the middle taken away: eight records or so are nowhere.
    rmSync(join(folder, 'journal-000003.jsonl'));
    const { ok, findings } = await verify(folder);
    expect(ok).toBe(false);
    expect(findings).toMatchObject([{ fault: 'missing', file: 'journal-000004.jsonl', line: 1 }]);
  });

  it('keeps what many appends at once give it, each together and in order', async () => {
    const folder = temporaryFolder();
    const journal = openJournal(folder);
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        journal.append(signedEntry(2 * index), signedEntry(2 * index + 1)),
      ),
    );
    const seen: string[] = [];
    await verify(folder, {
      onRecord: ({ entry }) => seen.push(entry.kind === 'signed' ? entry.document : ''),
    });
    expect(seen.map((hex) => Number.parseInt(hex, 16))).toEqual([...Array(100).keys()]);
  });

  it('keeps what comes at any moment of writing', async () => {
    const folder = temporaryFolder();
    const journal = openJournal(folder);
    const appends: Promise<void>[] = [];
    for (let number = 0; number < 200; number += 1) {
      appends.push(journal.append(signedEntry(number)));
      await new Promise((resolve) => setTimeout(resolve, number % 3));
    }
    await Promise.all(appends);
    expect((await verify(folder)).records).toBe(200);
  });

  it('takes nothing that is not in the closed list', async () => {
    const folder = temporaryFolder();
    const smuggled = { ...signedEntry(1), nik: '3374010101010001' } as unknown as JournalEntry;
    await expect(openJournal(folder).append(smuggled)).rejects.toThrow(/nik/);
    expect((await verify(folder)).records).toBe(0);
  });
});

describe('tampering is found and located', () => {
  const file = 'journal-000001.jsonl';
  const forged = (line: string, change: (record: Record<string, unknown>) => void): string => {
    const record = JSON.parse(line) as Record<string, unknown>;
    change(record);
    delete record['hash'];
    const body = JSON.stringify(record);
    return `${body.slice(0, -1)},"hash":"${sha256(body)}"}`;
  };
  it.each<[string, (lines: string[]) => string[], object[]]>([
    [
      'a digit changed',
      (lines) => lines.with(4, lines[4]!.replace('"level":"B-B"', '"level":"B-T"')),
      [{ fault: 'edited', line: 5, n: 5 }],
    ],
    [
      'a record written anew with its hash',
      (lines) =>
        lines.with(
          4,
          forged(lines[4]!, (r) => (r['at'] = '2026-01-01T00:00:00.000Z')),
        ),
      [{ fault: 'edited', line: 5, n: 5 }],
    ],
    [
      'a member added',
      (lines) => lines.with(2, lines[2]!.replace('"entry"', '"more":1,"entry"')),
      [{ fault: 'edited', line: 3, n: 3 }],
    ],
    ['a line taken out', (lines) => lines.toSpliced(6, 1), [{ fault: 'missing', line: 7, n: 7 }]],
    ['the first lines taken out', (lines) => lines.slice(2), [{ fault: 'missing', line: 1, n: 1 }]],
    [
      'two lines exchanged',
      (lines) => lines.with(2, lines[3]!).with(3, lines[2]!),
      [
        { fault: 'reordered', line: 3, n: 4 },
        { fault: 'reordered', line: 4, n: 3 },
      ],
    ],
    [
      'a line repeated later',
      (lines) => lines.toSpliced(8, 0, lines[3]!),
      [{ fault: 'replayed', line: 9, n: 4 }],
    ],
    [
      'a line repeated at the end',
      (lines) => [...lines, lines[3]!],
      [{ fault: 'replayed', line: 11, n: 4 }],
    ],
    ['the end cut off', (lines) => lines.slice(0, 7), [{ fault: 'truncated', line: 8, n: 8 }]],
    ['everything cut off', () => [], [{ fault: 'truncated', line: 1, n: 1 }]],
    [
      'a line that is none',
      (lines) => lines.toSpliced(5, 0, 'halo'),
      [{ fault: 'malformed', line: 6, n: null }],
    ],
    [
      'an entry that the program does not write',
      (lines) => {
        const last = forged(lines[9]!, (r) => (r['entry'] = { kind: 'signed', name: 'BUDI' }));
        return lines.with(9, last);
      },
      // The record as it was is known from the head file.
      [
        { fault: 'foreign', line: 10, n: 10 },
        { fault: 'edited', line: 10, n: 10 },
      ],
    ],
  ])('%s', async (_name, change, expected) => {
    const folder = await journalOf(10);
    editLines(folder, change);
    const { ok, findings } = await verify(folder);
    expect(ok).toBe(false);
    expect(findings).toEqual(expected.map((one) => ({ file, ...one })));
  });

  it('whatever single byte is changed, in the line where it stands or at its end', async () => {
    const folder = await journalOf(6);
    const path = join(folder, file);
    const whole = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const bytes = Buffer.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ flip;
          writeFileSync(path, bytes);
          const line = whole.subarray(0, at).toString().split('\n').length;
          const { ok, findings } = await verify(folder);
          expect(ok && bytes.at(-1) === 0x0a).toBe(false);
          expect(findings.map((one) => one.line)).toContain(line);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('an end cut off and written on: the gap stays', async () => {
    const folder = await journalOf(10);
    editLines(folder, (lines) => lines.slice(0, 7));
    await openJournal(folder).append(signedEntry(10));
    expect((await verify(folder)).findings).toEqual([{ fault: 'missing', file, line: 8, n: 8 }]);
  });

  it('a journal written anew as a whole, by a head kept elsewhere', async () => {
    const folder = await journalOf(5);
    const { head } = await verify(folder);
    expect((await verify(folder, { expect: head })).ok).toBe(true);
    const other = await journalOf(5);
    expect((await verify(other, { expect: head })).findings).toMatchObject([
      { fault: 'edited', n: 5 },
    ]);
    const shorter = await journalOf(3);
    expect((await verify(shorter, { expect: head })).findings).toMatchObject([
      { fault: 'truncated', n: 4, line: 4 },
    ]);
  });

  it('a checkpoint for another record, or with a token that does not hold', async () => {
    const folder = await journalOf(4);
    const { head } = await verify(folder);
    const token = Buffer.from('token').toString('base64');
    const form = { kind: 'checkpoint', form: 'rfc3161', token } as const;
    await openJournal(folder).append({ ...form, head: 4, hash: head.hash });
    expect(await verify(folder)).toMatchObject({ ok: true, checkpoints: [{ n: 5, head: 4 }] });
    const verdict = { ok: false, time: null, by: null };
    expect((await verify(folder, { checkpoint: () => verdict })).findings).toMatchObject([
      { fault: 'checkpoint', line: 5 },
    ]);
    await openJournal(folder).append({ ...form, head: 3, hash: head.hash });
    expect((await verify(folder)).findings).toMatchObject([{ fault: 'checkpoint', line: 6 }]);
  });
});

describe('a line cut off in a crash', () => {
  it.each([1, 40, 180])(
    'after %i bytes is noted by the next writer, and the chain goes on',
    async (length) => {
      const folder = await journalOf(3);
      const other = await journalOf(4);
      const path = join(folder, 'journal-000001.jsonl');
      const next = readFileSync(join(other, 'journal-000001.jsonl'), 'utf8').split('\n')[3] ?? '';
      const torn = next.slice(0, length);
      appendFileSync(path, torn);
      expect(await verify(folder)).toMatchObject({
        ok: true,
        findings: [{ fault: 'unfinished', line: 4 }],
      });
      await openJournal(folder).append(signedEntry(9));
      const entries: JournalEntry[] = [];
      const report = await verify(folder, { onRecord: ({ entry }) => entries.push(entry) });
      expect(report).toMatchObject({ ok: true, records: 5, healed: 1, findings: [] });
      expect(entries.slice(3)).toEqual([
        { kind: 'healed', bytes: length, sha256: sha256(torn) },
        signedEntry(9),
      ]);
    },
  );

  it('that lost only its line end is whole', async () => {
    const folder = await journalOf(3);
    const path = join(folder, 'journal-000001.jsonl');
    writeFileSync(path, readFileSync(path).subarray(0, -1));
    await openJournal(folder).append(signedEntry(9));
    expect(await verify(folder)).toMatchObject({ ok: true, records: 4, healed: 0, findings: [] });
  });

  it('twice, the second time while the first was being noted', async () => {
    const folder = await journalOf(3);
    appendFileSync(join(folder, 'journal-000001.jsonl'), '{"n":4,"at\n{"n":4,"a');
    expect((await verify(folder)).findings).toMatchObject([{ fault: 'unfinished', line: 4 }]);
    await openJournal(folder).append(signedEntry(9));
    expect(await verify(folder)).toMatchObject({ ok: true, records: 5, healed: 1, findings: [] });
  });

  it('is not the same as one that was edited', async () => {
    const folder = await journalOf(3);
    editLines(folder, (lines) => lines.with(2, lines[2]!.replace(CERTIFICATE, 'd'.repeat(64))));
    await openJournal(folder).append(signedEntry(9));
    const { findings, healed } = await verify(folder);
    expect([findings, healed]).toMatchObject([[{ fault: 'edited', line: 3, n: 3 }], 0]);
  });
});

describe('an entry', () => {
  it('has room for no text: every string in it is a digest, a code or of a closed list', () => {
    const texts = fc.constantFrom('3374010101010001', 'PIN 482915', 'BUDI', 'rahasia.pdf', '');
    const keys = ['certificate', 'document', 'result', 'level', 'code', 'batch', 'sealed', 'hash'];
    const more = ['override', 'by', 'stopped', 'how', 'what', 'did', 'setting', 'form', 'sha256'];
    fc.assert(
      fc.property(
        fc.constantFrom(...journalEntry.options.map(({ shape }) => shape.kind.value)),
        fc.constantFrom(...keys, ...more, 'name', 'nik', 'pin', 'text'),
        texts,
        (kind, key, text) => {
          expect(journalEntry.safeParse({ kind, [key]: text }).success).toBe(false);
        },
      ),
    );
    // A right one with one string exchanged for a text.
    const right: Record<string, unknown> = signedEntry(1);
    for (const key of Object.keys(right)) {
      for (const text of ['3374010101010001', 'BUDI', '']) {
        expect(journalEntry.safeParse({ ...right, [key]: text }).success).toBe(false);
      }
    }
    expect(journalEntry.safeParse(right).success).toBe(true);
  });
});
