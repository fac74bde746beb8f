// Every sub-indication of EN 319 102-1 (5.1.3, table 6): which checks give it, and why the others are not given.
import { afterAll, describe, expect, it } from 'vitest';
import { SUB_INDICATIONS, type SubIndication } from '../../../core/domain/indication.ts';
import { CHECKS } from '../../../core/validation/checks/all.ts';
import type { Check } from '../../../core/validation/checks/check.ts';
import { Table } from '../../vectors/support/table.ts';

/** None of these is taken for something better: beside each, what is said instead. */
const NOT_GIVEN: Readonly<Partial<Record<SubIndication, string>>> = {
  NO_POE:
    'what lacks a proof is said by its own kind: ..._NO_POE of algorithm, chain or revocation',
  POLICY_PROCESSING_ERROR:
    'no policy file of the signer is fetched; the verifier’s own is read before anything is judged',
};

const FAILING: readonly SubIndication[] = [
  ...(['FORMAT_FAILURE', 'HASH_FAILURE', 'SIG_CRYPTO_FAILURE'] as const),
  ...(['REVOKED', 'EXPIRED', 'NOT_YET_VALID'] as const),
];

/** Each kind of change has a check of its own: told as one. */
const namesOf = (checks: readonly Check[]): string => [...new Set(checks.map(nameOf))].join(', ');

/** A remark becomes more than one where a policy says so. */
function nameOf({ id, indication }: Check): string {
  const name = id.replace(/^(change-[a-z]+)-.*/, '$1-*');
  return indication === 'TOTAL_PASSED' ? `${name} (a remark)` : name;
}

const table = new Table(['sub-indication', 'given by']);
afterAll(() => {
  table.print();
});

describe.each(SUB_INDICATIONS)('%s', (name) => {
  const checks = CHECKS.filter(({ subIndication }) => subIndication === name);

  it('is given by a check, or it is known why not', () => {
    const why = NOT_GIVEN[name];
    table.row(name, why === undefined ? namesOf(checks) : `- (${why})`);
    expect(checks.length > 0).toBe(why === undefined);
  });
});

it('is given with the indication that the standard has for it', () => {
  for (const { id, indication, subIndication } of CHECKS) {
    if (indication === 'TOTAL_PASSED') continue; // a remark; an office's policy may make more of it
    if (subIndication === null) throw new Error(`${id} says nothing`);
    // Forbidden changes are beyond table 6: a failure of constraints that no further evidence can heal.
    const failing = [...FAILING, 'SIG_CONSTRAINTS_FAILURE'].includes(subIndication);
    // A file that cannot be read with certainty is not called broken.
    const open = ['FORMAT_FAILURE', 'SIG_CONSTRAINTS_FAILURE'].includes(subIndication);
    expect({ id, fits: indication === 'TOTAL_FAILED' ? failing : open || !failing }).toEqual({
      id,
      fits: true,
    });
  }
});
