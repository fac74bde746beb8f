// The policies a path is valid for, as RFC 9618's graph: RFC 5280's tree (6.1.2 a) with equal nodes of a
// depth made one. The tree may double with every certificate; the graph grows with what they contain.
import { ANY_POLICY } from './policy-extensions.ts';

interface PolicyNode {
  readonly policy: string;
  readonly parents: readonly PolicyNode[];
  /** expected_policy_set: what the next certificate calls this policy. */
  readonly expected: ReadonlySet<string>;
}

/** Nodes of one depth by their valid_policy. Childless ones of smaller depths are cut off by not being reached. */
export class PolicyGraph {
  #deepest = new Map<string, PolicyNode>([[ANY_POLICY, nodeOf(ANY_POLICY, [])]]);

  /** The standard's NULL. */
  get isEmpty(): boolean {
    return this.#deepest.size === 0;
  }

  /** 6.1.3 (d), (e): one certificate further. `anyCounts`: its anyPolicy stands for what was expected. */
  descend(policies: ReadonlySet<string> | null, anyCounts: boolean): void {
    const parents = this.#byExpected();
    const any = parents.get(ANY_POLICY);
    const next = new Map<string, PolicyNode>();
    for (const policy of policies ?? []) {
      const above = policy === ANY_POLICY ? undefined : (parents.get(policy) ?? any);
      if (above !== undefined) next.set(policy, nodeOf(policy, above));
    }
    if (policies?.has(ANY_POLICY) === true && anyCounts) {
      // Those that are there already have the same parents.
      for (const [policy, above] of parents) next.set(policy, nodeOf(policy, above));
    }
    this.#deepest = next;
  }

  /** 6.1.4 (b)(1): what follows goes by the subject's names for the policies. */
  map(mappings: ReadonlyMap<string, ReadonlySet<string>>): void {
    const any = this.#deepest.get(ANY_POLICY);
    for (const [policy, expected] of mappings) {
      const node = this.#deepest.get(policy) ?? any;
      if (node !== undefined) {
        this.#deepest.set(policy, { policy, parents: node.parents, expected });
      }
    }
  }

  /** 6.1.4 (b)(2): mapping is inhibited, and a policy that would be mapped ends here. */
  drop(mapped: Iterable<string>): void {
    for (const policy of mapped) this.#deepest.delete(policy);
  }

  /** 6.1.5 (g): whether any policy of the user's, null for any, is left; by the anchor's names for them. */
  admits(accepted: ReadonlySet<string> | null): boolean {
    if (accepted === null) return !this.isEmpty;
    // anyPolicy down to the last certificate holds for each of the user's.
    if (this.#deepest.has(ANY_POLICY)) return accepted.size > 0;
    const open = [...this.#deepest.values()];
    const seen = new Set(open);
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      // Below anyPolicy stands the policy in the anchor's own domain (valid_policy_node_set).
      if (node.parents.some(({ policy }) => policy === ANY_POLICY)) {
        if (accepted.has(node.policy)) return true;
        continue;
      }
      for (const parent of node.parents) {
        if (!seen.has(parent)) open.push(parent);
        seen.add(parent);
      }
    }
    return false;
  }

  #byExpected(): Map<string, PolicyNode[]> {
    const parents = new Map<string, PolicyNode[]>();
    for (const node of this.#deepest.values()) {
      for (const policy of node.expected) {
        const nodes = parents.get(policy);
        if (nodes === undefined) parents.set(policy, [node]);
        else nodes.push(node);
      }
    }
    return parents;
  }
}

function nodeOf(policy: string, parents: readonly PolicyNode[]): PolicyNode {
  return { policy, parents, expected: new Set([policy]) };
}
