// Every sub-indication of EN 319 102-1 (5.1.4): which checks give it, and why the others are not given.
import { afterAll, describe, expect, it } from 'vitest';
import { SUB_INDICATIONS, type SubIndication } from '../../../core/domain/indication.ts';
import { CHECKS } from '../../../core/validation/checks/all.ts';
import { Table } from '../../vectors/support/table.ts';

/** None of these is taken for something better: beside each, what is said instead. */
const NOT_GIVEN: Readonly<Partial<Record<SubIndication, string>>> = {
  REVOKED: 'needs a content time stamp (5.3.4); REVOKED_NO_POE is said',
  EXPIRED: 'needs a content time stamp (5.3.4); OUT_OF_BOUNDS_NO_POE is said',
  CRYPTO_CONSTRAINTS_FAILURE: 'needs proof of the earliest time; ..._NO_POE is said',
  OUT_OF_BOUNDS_NOT_REVOKED: 'revocation is not judged of an expired chain; ..._NO_POE is said',
  REVOCATION_OUT_OF_BOUNDS_NO_POE:
    'an answer of an expired responder is not used; TRY_LATER is said',
  NO_POE: 'a kind of its own is said: ..._NO_POE of the algorithm, chain or revocation',
  POLICY_PROCESSING_ERROR: 'policies named by signatures are not processed (no PAdES-E-EPES)',
  SIGNATURE_POLICY_NOT_AVAILABLE: 'policies named by signatures are not processed',
};

const FAILING: readonly SubIndication[] = [
  ...(['FORMAT_FAILURE', 'HASH_FAILURE', 'SIG_CRYPTO_FAILURE'] as const),
  ...(['REVOKED', 'EXPIRED', 'NOT_YET_VALID'] as const),
];

/** Each kind of change has a check of its own: told as one. */
const namesOf = (ids: readonly string[]): string =>
  [...new Set(ids.map((id) => id.replace(/^(change-[a-z]+)-.*/, '$1-*')))].join(', ');

const table = new Table(['sub-indication', 'given by']);
afterAll(() => {
  table.print();
});

describe.each(SUB_INDICATIONS)('%s', (name) => {
  const checks = CHECKS.filter(({ subIndication }) => subIndication === name);

  it('is given by a check, or it is known why not', () => {
    const why = NOT_GIVEN[name];
    table.row(name, why === undefined ? namesOf(checks.map(({ id }) => id)) : `- (${why})`);
    expect(checks.length > 0).toBe(why === undefined);
  });
});

it('is given with the indication that the standard has for it', () => {
  for (const { id, indication, subIndication } of CHECKS) {
    if (indication === 'TOTAL_PASSED') continue; // a remark; an office's policy may make more of it
    if (subIndication === null) throw new Error(`${id} says nothing`);
    // Forbidden changes are beyond 5.1.4: a failure of constraints that no further evidence can heal.
    const failing = [...FAILING, 'SIG_CONSTRAINTS_FAILURE'].includes(subIndication);
    // A file that cannot be read with certainty is not called broken.
    const open = ['FORMAT_FAILURE', 'SIG_CONSTRAINTS_FAILURE'].includes(subIndication);
    expect({ id, fits: indication === 'TOTAL_FAILED' ? failing : open || !failing }).toEqual({
      id,
      fits: true,
    });
  }
});
