// What a case may say of itself, whatever the order in which answers come in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../../core/lifecycle/lost-key/case.ts';
import { stateOf } from '../../../../core/lifecycle/lost-key/state.ts';

const at = '2026-11-24T14:10:00.000Z';
const queued: CaseEvent = {
  kind: 'queued',
  at,
  idempotencyKey: '0e8f6b1a-1111-4222-8333-444455556666',
};
const said = (state: 'sent' | 'received' | 'accepted' | 'rejected'): CaseEvent => ({
  kind: 'acknowledged',
  at,
  channel: 'https',
  state,
  note: '',
});
const status = (seen: 'good' | 'held' | 'revoked' | 'unknown'): CaseEvent => ({
  kind: 'status',
  at,
  by: 'ocsp',
  status: seen,
  revokedAt: seen === 'revoked' ? at : null,
});
const withdrawn: CaseEvent = { kind: 'withdrawn', at, why: 'Ditemukan' };

const anyEvent = fc.constantFrom(
  queued,
  withdrawn,
  ...(['sent', 'received', 'accepted', 'rejected'] as const).map(said),
  ...(['good', 'held', 'revoked', 'unknown'] as const).map(status),
);
const events = fc.array(anyEvent, { maxLength: 30 });
const isRevocation = (event: CaseEvent): boolean =>
  event.kind === 'status' && event.status === 'revoked';

describe('the state of a case', () => {
  it('is "revoked" exactly where an OCSP answer or CRL has said so', () => {
    fc.assert(
      fc.property(events, (list) => {
        expect(stateOf({ events: list }) === 'revoked').toBe(list.some(isRevocation));
      }),
    );
  });

  it('is never "sent" or further before a report was queued', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyEvent.filter((event) => event !== queued),
          { maxLength: 30 },
        ),
        (list) => {
          expect(['draft', 'withdrawn', 'revoked']).toContain(stateOf({ events: list }));
        },
      ),
    );
  });

  it('does not fall back when a slower channel answers later', () => {
    const order = ['queued', 'sent', 'received', 'rejected', 'accepted'];
    const answers = fc.array(
      fc.constantFrom(...(['sent', 'received', 'accepted', 'rejected'] as const).map(said)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        answers,
        anyEvent.filter((event) => event.kind === 'acknowledged'),
        (list, last) => {
          const before = order.indexOf(stateOf({ events: [queued, ...list] }));
          const after = order.indexOf(stateOf({ events: [queued, ...list, last] }));
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  it.each([
    ['nothing happened', [], 'draft'],
    ['it waits in the outbox', [queued], 'queued'],
    ['a mail was handed over', [queued, said('sent')], 'sent'],
    [
      'the issuer still says good after accepting',
      [queued, said('accepted'), status('good')],
      'accepted',
    ],
    ['the issuer only suspended it', [queued, said('accepted'), status('held')], 'accepted'],
    [
      'the issuer says revoked',
      [queued, said('accepted'), status('good'), status('revoked')],
      'revoked',
    ],
    ['a stale answer says good afterwards', [queued, status('revoked'), status('good')], 'revoked'],
    ['one refused and another accepted', [queued, said('rejected'), said('accepted')], 'accepted'],
    ['it was reported again after a refusal', [queued, said('rejected'), queued], 'queued'],
    ['it was taken back', [queued, said('received'), withdrawn], 'withdrawn'],
    ['it was taken back too late', [queued, status('revoked'), withdrawn], 'revoked'],
    ['an answer comes after it was taken back', [queued, withdrawn, said('accepted')], 'withdrawn'],
  ] as const)('where %s', (_, list, expected) => {
    expect(stateOf({ events: list })).toBe(expected);
  });
});
