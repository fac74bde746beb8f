// What a case asks for, owes and lacks, against the articles of Peraturan Wali Kota Samarinda 13/2020.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REPORT_GROUNDS } from '../../../../core/domain/revocation-request.ts';
import { type CaseEvent, lostKeyCase } from '../../../../core/lifecycle/lost-key/case.ts';
import { gapsOfFirstReport, gapsOfPapers } from '../../../../core/lifecycle/lost-key/gaps.ts';
import { invalidityDate } from '../../../../core/lifecycle/lost-key/ground.ts';
import { owedBy } from '../../../../core/lifecycle/lost-key/owed.ts';
import { requestOf } from '../../../../core/lifecycle/lost-key/request.ts';
import { BARE, WHOLE } from './sample-case.ts';

const KEY = '0e8f6b1a-1111-4222-8333-444455556666';
const NOW = new Date('2026-11-24T14:12:00.000Z');
const queued = { kind: 'queued', at: NOW.toISOString(), idempotencyKey: KEY } as const;
const sent = {
  kind: 'acknowledged',
  at: NOW.toISOString(),
  channel: 'email',
  state: 'sent',
  note: '',
} as const;

describe('the request that travels', () => {
  it('carries the certificate, the reason and no NIK', () => {
    const request = requestOf(WHOLE, KEY, NOW);
    expect(request).toMatchObject({
      caseId: WHOLE.id,
      idempotencyKey: KEY,
      reason: 'keyCompromise',
      ground: 'lost',
      invalidityDate: '2026-11-24T02:30:00.000Z',
      certificate: { serial: '1a2b3c4d', sha256: 'ab'.repeat(32) },
    });
    expect(JSON.stringify(request)).not.toContain(WHOLE.owner.nik);
    expect(request.papers.map(({ kind }) => kind)).toEqual(['police-report', 'statement']);
  });

  it.each([
    ['lost', 'keyCompromise'],
    ['compromised', 'keyCompromise'],
    ['damaged', 'superseded'],
    ['inaccessible', 'superseded'],
    ['moved', 'affiliationChanged'],
    ['retired', 'cessationOfOperation'],
  ] as const)('asks, where the key is %s, for %s (RFC 5280 5.3.1)', (ground, reason) => {
    expect(requestOf({ ...BARE, ground }, KEY, NOW).reason).toBe(reason);
  });

  it('dates the doubt from the last sure use, and makes no date up', () => {
    const time = fc.option(
      fc
        .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      { nil: null },
    );
    fc.assert(
      fc.property(
        time,
        time,
        fc.constantFrom(...REPORT_GROUNDS),
        (happenedAt, lastOwnUse, ground) => {
          const date = invalidityDate(ground, { happenedAt, lastOwnUse });
          if (date === null) expect(happenedAt).toBeNull();
          else expect([happenedAt, lastOwnUse]).toContain(date);
          if (ground === 'lost' && date !== null && lastOwnUse !== null) {
            expect(Date.parse(date)).toBeLessThanOrEqual(Date.parse(lastOwnUse));
          }
        },
      ),
    );
  });
});

describe('what is owed', () => {
  const debts = (...args: Parameters<typeof owedBy>): string[] =>
    owedBy(...args).map(({ debt }) => debt);

  it('begins with the first report, before any paper', () => {
    expect(debts(BARE)).toEqual([
      ...['first-report', 'authority-report', 'statement', 'acknowledgement'],
      ...['new-certificate', 'incident-report'],
    ]);
  });

  it('is paid by what is there', () => {
    const papers = [WHOLE.authorityReport!.scan!.sha256, WHOLE.statement!.copy.sha256];
    const idempotencyKey = '0b0c0d0e-0102-8304-8506-0708090a0b0c';
    const brought: CaseEvent[] = [
      ...[queued, sent, { ...queued, idempotencyKey, papers }],
      { ...sent, channel: 'https', state: 'received', idempotencyKey },
    ];
    expect(debts({ ...WHOLE, events: brought }, {}, true)).toEqual([]);
    // Papers that lie here, or in the outbox, have reached nobody.
    expect(debts({ ...WHOLE, events: [queued, sent] }, {}, true)).toEqual(['papers-report']);
    expect(debts({ ...WHOLE, events: brought.slice(0, -1) }, {}, true)).toEqual(['papers-report']);
    const first = debts({ ...WHOLE, events: [queued] }, {}, true);
    expect(first).toEqual(['first-report', 'papers-report']);
    const noScan = { ...WHOLE, events: brought };
    const report = { ...WHOLE.authorityReport!, scan: null };
    expect(debts({ ...noScan, authorityReport: report }, {}, true)).toEqual(['authority-report']);
  });

  it('asks a retired owner for no new certificate and no police', () => {
    expect(debts({ ...BARE, ground: 'retired', events: [queued, sent] })).toEqual([
      ...['statement', 'acknowledgement'],
    ]);
  });

  it('has a term only where the office set one', () => {
    const [first, second] = owedBy(BARE, { 'authority-report': 3 });
    expect(first?.until).toBeNull();
    expect(second?.until).toBe('2026-11-27T14:10:00.000Z');
  });

  it('is nothing once the report was taken back', () => {
    const back = { kind: 'withdrawn', at: NOW.toISOString(), why: 'Ditemukan' } as const;
    expect(debts({ ...BARE, events: [queued, sent, back] })).toEqual([]);
  });
});

describe('what is missing', () => {
  it('holds the first report up only where nobody could act on it', () => {
    expect(gapsOfFirstReport(BARE, NOW)).toEqual([]);
    const mute = {
      ...BARE,
      event: { ...BARE.event, narrative: ' ', lastOwnUse: '2026-12-01T00:00:00.000Z' },
      owner: { ...BARE.owner, nip: null, email: null },
    };
    expect(gapsOfFirstReport(mute, NOW)).toEqual(['narrative', 'event-in-future', 'owner-contact']);
  });

  it('is named paper by paper', () => {
    expect(gapsOfPapers(WHOLE)).toEqual([]);
    expect(gapsOfPapers(BARE)).toEqual([
      ...['owner-nik', 'owner-position', 'owner-unit', 'superior', 'authority-report', 'statement'],
    ]);
    const late = { ...WHOLE.event, lastOwnUse: '2026-11-24T13:30:00.000Z' };
    expect(gapsOfPapers({ ...WHOLE, event: late })).toEqual(['last-use-after-event']);
  });
});

describe('a case from the disk', () => {
  it('is read as it was written, and nothing else is', () => {
    expect(lostKeyCase.parse(JSON.parse(JSON.stringify(WHOLE)))).toEqual(WHOLE);
    expect(lostKeyCase.safeParse({ ...WHOLE, extra: 1 }).success).toBe(false);
    expect(
      lostKeyCase.safeParse({ ...WHOLE, certificate: { ...WHOLE.certificate, serial: '-1' } })
        .success,
    ).toBe(false);
  });
});
