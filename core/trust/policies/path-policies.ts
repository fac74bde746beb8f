// Certificate policies along a path (RFC 5280 6.1.2 to 6.1.5 with RFC 9618): whether it is valid for a policy
// where the caller, or a CA of the path, demands one.
import type { Certificate } from '../../cms/certificate.ts';
import { isSelfIssued, type PathFailure } from '../path-check.ts';
import type { PathOptions } from '../path-options.ts';
import { ANY_POLICY, type PolicyExtensions, policyExtensionsOf } from './policy-extensions.ts';
import { PolicyGraph } from './policy-graph.ts';

/** Policies and mappings that are gone through in the time of one verification with a key. */
const POLICIES_OF_ONE = 256;

/**
 * What is wrong with the policies of a path from the end entity to the anchor; null where nothing is.
 * @param spend told what it takes, in verifications
 */
export function policiesFailure(
  path: readonly Certificate[],
  options: PathOptions,
  spend: (cost: number) => void = () => undefined,
): PathFailure | null {
  // The anchor's own certificate is no part of what is judged (6.1), unless there is nothing else.
  const chain = (path.length === 1 ? path : path.slice(0, -1)).toReversed();
  const state = new PolicyState(chain.length, options);
  for (const [index, certificate] of chain.entries()) {
    spend(countOf(policyExtensionsOf(certificate)) / POLICIES_OF_ONE);
    const check = state.next(certificate, index === chain.length - 1);
    if (check !== null) return { fault: 'invalid', check, certificate };
  }
  return null;
}

function countOf({ policies, mappings }: PolicyExtensions): number {
  let count = policies?.size ?? 0;
  for (const mapped of mappings.values()) count += mapped.size;
  return count;
}

/** The state variables of 6.1.2 that concern policies. */
class PolicyState {
  readonly #graph = new PolicyGraph();
  /** user-initial-policy-set; null: any. */
  readonly #accepted: ReadonlySet<string> | null;
  // How many certificates more until each holds; 0: it holds.
  #explicitPolicy: number;
  #policyMapping: number;
  #inhibitAnyPolicy: number;

  constructor(length: number, options: PathOptions) {
    const accepted = new Set(options.initialPolicySet ?? [ANY_POLICY]);
    this.#accepted = accepted.has(ANY_POLICY) ? null : accepted;
    const begin = (demanded = false): number => (demanded ? 0 : length + 1);
    this.#explicitPolicy = begin(options.requireExplicitPolicy);
    this.#policyMapping = begin(options.inhibitPolicyMapping);
    this.#inhibitAnyPolicy = begin(options.inhibitAnyPolicy);
  }

  /** The standard's term for what fails at this certificate; null where nothing does. */
  next(certificate: Certificate, isLast: boolean): string | null {
    const { policies, unreadable, requireExplicitPolicy } = policyExtensionsOf(certificate);
    if (unreadable !== null) return unreadable;
    const selfIssued = isSelfIssued(certificate);
    this.#graph.descend(policies, this.#inhibitAnyPolicy > 0 || (!isLast && selfIssued));
    // 6.1.3 (f).
    if (this.#explicitPolicy === 0 && this.#graph.isEmpty) return 'certificatePolicies';
    if (!isLast) return this.#prepare(certificate, selfIssued);
    // 6.1.5 (a), (b), (g).
    const explicit = this.#explicitPolicy <= 1 || requireExplicitPolicy === 0;
    return explicit && !this.#graph.admits(this.#accepted) ? 'certificatePolicies' : null;
  }

  /** 6.1.4 (a), (b), (h) to (j). */
  #prepare(certificate: Certificate, selfIssued: boolean): string | null {
    const { mappings, ...limits } = policyExtensionsOf(certificate);
    for (const [policy, mapped] of mappings) {
      if (policy === ANY_POLICY || mapped.has(ANY_POLICY)) return 'policyMappings';
    }
    if (this.#policyMapping > 0) this.#graph.map(mappings);
    else this.#graph.drop(mappings.keys());
    const lowered = (value: number, limit: number | null): number =>
      Math.min(selfIssued ? value : Math.max(value - 1, 0), limit ?? Infinity);
    this.#explicitPolicy = lowered(this.#explicitPolicy, limits.requireExplicitPolicy);
    this.#policyMapping = lowered(this.#policyMapping, limits.inhibitPolicyMapping);
    this.#inhibitAnyPolicy = lowered(this.#inhibitAnyPolicy, limits.inhibitAnyPolicy);
    return null;
  }
}
