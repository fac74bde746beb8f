// How far a case has come, told by what happened and by nothing else. "Revoked" follows only from a judged OCSP
// answer or CRL: no acknowledgement, however friendly, leads there.
import type { CaseEvent } from './case.ts';
import { deliveriesOf } from './deliveries.ts';

export const CASE_STATES = [
  'draft',
  /** The first report lies in the outbox. */
  'queued',
  /** Given to a carrier that says nothing of its arrival. */
  'sent',
  'received',
  'accepted',
  'rejected',
  'revoked',
  'withdrawn',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What counts most where channels differ: a refusal needs somebody's attention, unless another one accepted. */
const RANK: readonly CaseState[] = ['queued', 'sent', 'received', 'accepted'];
const WEIGHT = ['sent', 'received', 'rejected', 'accepted'] as const;

/**
 * A rejection stands until something went out after it: then what became of that is what counts, and an acceptance
 * of any message counts most.
 */
export function stateOf({ events }: { readonly events: readonly CaseEvent[] }): CaseState {
  const state = events.reduce(next, 'draft');
  if (state !== 'rejected') return state;
  const deliveries = deliveriesOf({ events }).map((delivery) => delivery.state);
  const after = deliveries.slice(deliveries.lastIndexOf('rejected') + 1);
  return after.reduce<CaseState>(
    (best, one) => (RANK.indexOf(one) > RANK.indexOf(best) || best === 'rejected' ? one : best),
    'rejected',
  );
}

function next(state: CaseState, event: CaseEvent): CaseState {
  switch (event.kind) {
    case 'status':
      return event.status === 'revoked' ? 'revoked' : state;
    case 'withdrawn':
      // What the issuer has revoked nobody takes back.
      return state === 'revoked' ? state : 'withdrawn';
    case 'queued':
      return ['draft', 'rejected', 'withdrawn'].includes(state) ? 'queued' : state;
    case 'acknowledged':
      return acknowledged(state, event.state);
    case 'reissue-requested':
    case 'incident-reported':
      return state;
  }
}

function acknowledged(state: CaseState, said: (typeof WEIGHT)[number]): CaseState {
  // An answer to a report that never left, or that was taken back, changes nothing.
  if (state === 'draft' || state === 'withdrawn' || state === 'revoked') return state;
  if (state === 'queued') return said;
  return WEIGHT.indexOf(said) > WEIGHT.indexOf(state) ? said : state;
}
