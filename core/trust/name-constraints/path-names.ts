// Name constraints along a path (RFC 5280 6.1.3 b, c, 6.1.4 g): every name within what each CA above permits.
import type { Certificate } from '../../cms/certificate.ts';
import { isSelfIssued, type PathFailure } from '../path-check.ts';
import { type ConstrainedName, namesOf } from './constrained-name.ts';
import { relationTo, relationToExcluded } from './matching.ts';
import { type NameConstraints, nameConstraintsOf } from './subtrees.ts';

/** Names times constraints of one path: real ones have dozens, made ones could take hours. */
const MAX_COMPARISONS = 1 << 16;

/** Comparisons in the time of one verification with a key. */
const COMPARISONS_OF_ONE = 128;

/**
 * What is wrong with the names of a path from the end entity to the anchor; null where nothing is.
 * @param spend told what it took, in verifications
 */
export function namesFailure(
  path: readonly Certificate[],
  spend: (cost: number) => void = () => undefined,
): PathFailure | null {
  const budget = { left: MAX_COMPARISONS };
  const failure = compareNames(path, budget);
  spend((MAX_COMPARISONS - budget.left) / COMPARISONS_OF_ONE);
  return failure;
}

function compareNames(path: readonly Certificate[], budget: { left: number }): PathFailure | null {
  const above: NameConstraints[] = [];
  for (const [index, certificate] of [...path.entries()].reverse()) {
    const failure: PathFailure = { fault: 'invalid', check: 'nameConstraints', certificate };
    // A self-issued certificate only renews a key, unless it is the one that the path is about.
    const bound = index === 0 || !isSelfIssued(certificate);
    if (above.length > 0 && bound && !mayBear(namesOf(certificate), above, budget)) return failure;
    const constraints = nameConstraintsOf(certificate);
    if (constraints === 'unreadable') return failure;
    // An anchor's own constraints count, as they do in OpenSSL: its owner vouches for no other names.
    if (constraints !== null) above.push(constraints);
  }
  return null;
}

function mayBear(
  names: readonly ConstrainedName[] | null,
  above: readonly NameConstraints[],
  budget: { left: number },
): boolean {
  if (names === null) return false;
  return names.every((name) => above.every((constraints) => isAllowed(name, constraints, budget)));
}

function isAllowed(
  { form, value }: ConstrainedName,
  { permitted, excluded }: NameConstraints,
  budget: { left: number },
): boolean {
  const permitting = permitted.get(form);
  const excluding = excluded.get(form) ?? [];
  budget.left -= 1 + excluding.length + (permitting?.length ?? 0);
  if (budget.left < 0) return false;
  const relations = permitting?.map((base) => relationTo(base, value)) ?? ['within'];
  return (
    relations.includes('within') &&
    excluding.every((base) => relationToExcluded(base, value) === 'outside')
  );
}
