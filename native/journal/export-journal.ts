// The journal for somebody else's eyes: which certificate signed is disguised, the same one always alike,
// and the tokens of checkpoints are left out. Number, time and hash stay, so that an export can be held
// against the journal later (`pena journal verify --expect`).
import { randomBytes } from 'node:crypto';
import type { JournalRecord } from '../../core/domain/journal-entry.ts';
import { type ChainHead, sha256 } from './chain.ts';

/** JSON lines: what is exported, then a record a line. @param full nothing is disguised */
export function exportText(
  records: readonly JournalRecord[],
  head: ChainHead,
  full: boolean,
): string {
  // Of this export alone: two exports cannot be laid side by side.
  const salt = randomBytes(16);
  const first = {
    format: 'pena-journal-export-1',
    disguised: !full,
    records: records.length,
    head,
  };
  const lines = records.map((record) => (full ? record : disguised(record, salt)));
  return [first, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function disguised({ n, at, entry, hash }: JournalRecord, salt: Buffer): unknown {
  const members = Object.entries(entry).flatMap(([name, value]) => {
    if (name === 'token') return [];
    const secret = name === 'certificate' && typeof value === 'string';
    return [[name, secret ? pseudonym(value, salt) : value] as const];
  });
  return { n, at, entry: Object.fromEntries(members), hash };
}

function pseudonym(certificate: string, salt: Buffer): string {
  return `key-${sha256(Buffer.concat([salt, Buffer.from(certificate)])).slice(0, 12)}`;
}
