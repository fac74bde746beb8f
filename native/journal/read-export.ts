// A journal as `pena journal export` wrote it, read again: whole, with every record that it speaks of.
import { basename } from 'node:path';
import { z } from 'zod';
import type { FiguresRecord } from '../../core/domain/figures-record.ts';
import { journalEntry } from '../../core/domain/journal-entry.ts';
import { PenaError } from '../../core/domain/pena-error.ts';
import { readSmallFile } from '../files/small-file.ts';

/** Bytes: some hundred thousand records. */
const LARGEST = 64 << 20;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const first = z.looseObject({
  format: z.literal('pena-journal-export-1'),
  records: z.number().int().min(0),
  head: z.looseObject({ n: z.number().int().min(0), hash }),
});
const record = z.looseObject({
  n: z.number().int().positive(),
  at: z.iso.datetime(),
  hash,
  entry: z.looseObject({
    kind: z.enum(journalEntry.options.map(({ shape }) => shape.kind.value)),
    did: z.string().max(40).optional(),
    certificate: z.string().max(64).nullable().optional(),
  }),
});

/**
 * What it says is the word of whoever exported it: its records can be held against the journal, not proven from it.
 * @throws {PenaError} JOURNAL_EXPORT_INVALID where lines are missing or none of ours, FILE_*
 */
export async function readExport(path: string): Promise<FiguresRecord[]> {
  const invalid = (): PenaError =>
    new PenaError('JOURNAL_EXPORT_INVALID', { file: basename(path) });
  const bytes = await readSmallFile(path, LARGEST, 'JOURNAL_EXPORT_INVALID');
  const [line = '', ...lines] = Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
  const head = first.safeParse(parsed(line));
  if (!head.success || head.data.records !== lines.length) throw invalid();
  const records = lines.map((text) => {
    const read = record.safeParse(parsed(text));
    if (!read.success) throw invalid();
    return read.data;
  });
  const from = records[0]?.n ?? 1;
  if (records.some(({ n }, i) => n !== from + i)) throw invalid();
  if (records.length > 0 && records.at(-1)?.hash !== head.data.head.hash) throw invalid();
  return records.map(({ at, hash: own, entry: { kind, did = null, certificate = null } }) => ({
    ...{ at, hash: own, kind, did, certificate },
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
