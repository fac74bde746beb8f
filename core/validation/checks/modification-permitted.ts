// What a certification, a lock or custom permits after a signature (ISO 32000-2 12.8.2.2, 12.8.2.4).
import type { Violation } from '../modifications/permissions.ts';
import type { SignatureFacts } from '../facts.ts';
import { type Check, failsIf } from './check.ts';

function violation<K extends Violation['kind']>(
  { intact, changes }: SignatureFacts,
  kind: K,
): Extract<Violation, { kind: K }> | undefined {
  const isOne = (one: Violation): one is Extract<Violation, { kind: K }> => one.kind === kind;
  return intact ? changes?.violations.find(isOne) : undefined;
}

export const certificationRespected: Check = {
  id: 'certification-respected',
  reason: 'CERTIFICATION_BROKEN',
  indication: 'TOTAL_FAILED',
  subIndication: 'SIG_CONSTRAINTS_FAILURE',
  failure: (facts) => {
    const found = violation(facts, 'docmdp');
    return found === undefined ? null : { level: found.level };
  },
};

export const locksRespected: Check = {
  id: 'locks-respected',
  reason: 'LOCKED_FIELD_CHANGED',
  indication: 'TOTAL_FAILED',
  subIndication: 'SIG_CONSTRAINTS_FAILURE',
  failure: (facts) => {
    const found = violation(facts, 'locked');
    return found === undefined ? null : { field: found.field };
  },
};

/** "Sneaky signature" (Mainka et al. 2021): signing fills in what was foreseen, not what covers it. */
export const stampForeseen: Check = {
  id: 'stamp-foreseen',
  reason: 'STAMP_UNFORESEEN',
  indication: 'TOTAL_FAILED',
  subIndication: 'SIG_CONSTRAINTS_FAILURE',
  failure: (facts) => {
    const found = violation(facts, 'unforeseen-stamp');
    return found === undefined ? null : { field: found.field };
  },
};

export const commentsForeseen: Check = {
  id: 'comments-foreseen',
  reason: 'COMMENTS_UNFORESEEN',
  indication: 'INDETERMINATE',
  subIndication: 'SIG_CONSTRAINTS_FAILURE',
  failure: (facts) => failsIf(violation(facts, 'annotations') !== undefined),
};
