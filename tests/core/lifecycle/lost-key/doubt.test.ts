// What proves a signature earlier than the last own use: the rules by themselves, without documents.
import { describe, expect, it } from 'vitest';
import type { Examined } from '../../../../core/lifecycle/doubt/examine.ts';
import {
  doubtfulSince,
  judgeDocument,
  missingFrom,
} from '../../../../core/lifecycle/doubt/judge.ts';
import { searchDoubtful, type WalkStep } from '../../../../core/lifecycle/doubt/search.ts';
import { PenaError } from '../../../../core/domain/pena-error.ts';
import { refusedWith } from '../../../support/rejection.ts';
import { BARE } from './sample-case.ts';

const SINCE = '2026-11-24T02:30:00.000Z';
const BEFORE = '2026-11-24T02:00:00.000Z';
const AFTER = '2026-11-24T03:00:00.000Z';
const [ORIGINAL, SIGNED, WHOLE] = ['aa', 'bb', 'cc'].map((pair) => pair.repeat(32)) as [
  string,
  string,
  string,
];

/** Signed in the second revision, completed in the third. */
const document = (stampedAt: string | null): Examined => ({
  sha256: WHOLE,
  signatures: [
    { field: 'TTE1', claimedTime: BEFORE, stampedAt, indication: 'TOTAL_PASSED', end: 200 },
  ],
  revisions: [
    { end: 100, sha256: ORIGINAL },
    { end: 200, sha256: SIGNED },
    { end: 300, sha256: WHOLE },
  ],
});
const record = (at: string, result: string | null, document = ORIGINAL) => ({
  ...{ at, document, result },
});

describe('a signature is in doubt', () => {
  it.each([
    ['without any proof, whatever date it bears', null, [], SINCE, true, null],
    ['with a time stamp after the last own use', AFTER, [], SINCE, true, 'time-stamp'],
    ['not with one before it', BEFORE, [], SINCE, false, 'time-stamp'],
    ['not with one at that very moment', SINCE, [], SINCE, false, 'time-stamp'],
    ['with any proof where nobody knows since when', BEFORE, [], null, true, 'time-stamp'],
    [
      'not where the journal knows that file from before',
      null,
      [record(BEFORE, SIGNED)],
      SINCE,
      false,
      'journal',
    ],
    ['not where it knows it as completed', null, [record(BEFORE, WHOLE)], SINCE, false, 'journal'],
    [
      'where the journal knows only what was signed',
      null,
      [record(BEFORE, null)],
      SINCE,
      true,
      null,
    ],
    [
      'where the journal knows it from afterwards',
      null,
      [record(AFTER, SIGNED)],
      SINCE,
      true,
      'journal',
    ],
    [
      'where what the journal wrote is only its beginning',
      null,
      [record(BEFORE, ORIGINAL)],
      SINCE,
      true,
      null,
    ],
    [
      'not where the earlier of two proofs is early enough',
      AFTER,
      [record(BEFORE, WHOLE)],
      SINCE,
      false,
      'journal',
    ],
  ] as const)('%s', (_name, stampedAt, records, since, inDoubt, proof) => {
    const [found] = judgeDocument('a.pdf', document(stampedAt), since, records);
    expect({ inDoubt: found?.inDoubt, proof: found?.proof }).toEqual({ inDoubt, proof });
  });

  it('since the earlier of last own use and event; since ever where neither is known', () => {
    expect(doubtfulSince(BARE)).toBe(SINCE);
    const { event } = BARE;
    expect(doubtfulSince({ event: { ...event, lastOwnUse: null } })).toBe(event.happenedAt);
    expect(doubtfulSince({ event: { ...event, lastOwnUse: null, happenedAt: null } })).toBeNull();
  });

  it('by the journal alone where its file was not met, and only since then', () => {
    const records = [record(BEFORE, null, 'dd'), record(AFTER, null, 'ee'), record(AFTER, WHOLE)];
    expect(missingFrom([document(null)], SINCE, records)).toEqual([{ at: AFTER, document: 'ee' }]);
  });
});

async function* steps(...paths: readonly string[]): AsyncGenerator<WalkStep> {
  for (const path of paths) yield await Promise.resolve({ kind: 'file', path } as const);
}
const search = (examine: (path: string) => Promise<Examined | null>, ...paths: string[]) =>
  searchDoubtful(BARE, {
    ...{ steps: steps(...paths), examine, records: [], journal: 'empty' },
    now: new Date(AFTER),
  });

describe('a search', () => {
  it('goes on after what it cannot read, and names it', async () => {
    const list = await search(
      (path) => {
        if (path === 'rusak.pdf') return Promise.reject(new PenaError('PDF_NOT_A_PDF'));
        return Promise.resolve(path === 'lain.pdf' ? null : document(null));
      },
      ...['rusak.pdf', 'lain.pdf', 'a.pdf'],
    );
    expect(list.files).toBe(3);
    expect(list.unreadable).toEqual([{ path: 'rusak.pdf', code: 'PDF_NOT_A_PDF' }]);
    expect(list.signatures.map(({ path }) => path)).toEqual(['a.pdf']);
  });

  it('ends where it is stopped, and has no list then', async () => {
    const stopped = search(() => Promise.reject(new PenaError('CANCELLED')), 'a.pdf', 'b.pdf');
    expect((await refusedWith(stopped)).code).toBe('CANCELLED');
  });
});
