// The valid_policy_tree as RFC 5280 6.1 writes it down, step by step and without thought of its size: the
// oracle for what core/trust/policies computes as a graph. And random paths small enough for it.
import fc from 'fast-check';

export interface PolicyLink {
  readonly policies: readonly string[] | null;
  readonly mappings: readonly (readonly [string, string])[];
  readonly explicit: number | null;
  readonly inhibitMapping: number | null;
  readonly inhibitAny: number | null;
  readonly selfIssued: boolean;
}

export interface PolicyInputs {
  readonly initialPolicySet: readonly string[];
  readonly requireExplicitPolicy: boolean;
  readonly inhibitPolicyMapping: boolean;
  readonly inhibitAnyPolicy: boolean;
}

interface Node {
  readonly depth: number;
  readonly policy: string;
  expected: string[];
  readonly parent: Node | null;
  children: Node[];
}

const ANY = '2.5.29.32.0';
const POLICIES = ['1.2.3.1', '1.2.3.2', '1.2.3.3'] as const;

const policy = fc.constantFrom(...POLICIES);
const often = <T>(value: fc.Arbitrary<T>, weight: number) => fc.option(value, { freq: weight });

/** From the anchor downwards; the last is the end entity. */
export const randomLinks: fc.Arbitrary<PolicyLink[]> = fc.array(
  fc.record({
    policies: often(
      fc.uniqueArray(fc.constantFrom(...POLICIES, ANY), { minLength: 1, maxLength: 4 }),
      15,
    ),
    mappings: fc.oneof(
      fc.constant([]),
      fc.uniqueArray(fc.tuple(policy, policy), { maxLength: 3, selector: String }),
    ),
    explicit: fc.option(fc.nat(2), { freq: 2 }),
    inhibitMapping: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.nat(2) },
    ),
    inhibitAny: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.nat(2) },
    ),
    selfIssued: fc.oneof(
      { weight: 4, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  }),
  { minLength: 1, maxLength: 5 },
);

export const randomInputs: fc.Arbitrary<PolicyInputs> = fc.record({
  initialPolicySet: fc.oneof(
    fc.constant([ANY]),
    fc.uniqueArray(policy, { minLength: 1, maxLength: 2 }),
  ),
  requireExplicitPolicy: fc.boolean(),
  inhibitPolicyMapping: fc.oneof(
    { weight: 4, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  inhibitAnyPolicy: fc.oneof(
    { weight: 4, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

export function treeAccepts(links: readonly PolicyLink[], inputs: PolicyInputs): boolean {
  const n = links.length;
  let tree: Node | null = { depth: 0, policy: ANY, expected: [ANY], parent: null, children: [] };
  let explicit = inputs.requireExplicitPolicy ? 0 : n + 1;
  let inhibitAny = inputs.inhibitAnyPolicy ? 0 : n + 1;
  let mapping = inputs.inhibitPolicyMapping ? 0 : n + 1;
  for (const [index, link] of links.entries()) {
    const i = index + 1;
    if (link.policies === null) tree = null;
    else if (tree !== null) {
      for (const p of link.policies.filter((one) => one !== ANY)) {
        const matching = atDepth(tree, i - 1).filter(({ expected }) => expected.includes(p));
        const above =
          matching.length > 0 ? matching : atDepth(tree, i - 1).filter((one) => one.policy === ANY);
        for (const parent of above) addChild(parent, p, [p]);
      }
      if (link.policies.includes(ANY) && (inhibitAny > 0 || (i < n && link.selfIssued))) {
        for (const parent of atDepth(tree, i - 1)) {
          for (const p of parent.expected) {
            if (!parent.children.some((child) => child.policy === p)) addChild(parent, p, [p]);
          }
        }
      }
      tree = pruned(tree, i - 1);
    }
    if (explicit === 0 && tree === null) return false;
    if (i < n) {
      const sources = new Set(link.mappings.map(([from]) => from));
      for (const from of tree === null ? [] : sources) {
        const to = link.mappings.filter((pair) => pair[0] === from).map((pair) => pair[1]);
        const nodes: Node[] = tree === null ? [] : atDepth(tree, i);
        const named = nodes.filter((one) => one.policy === from);
        if (mapping > 0) {
          for (const node of named) node.expected = to;
          const any = nodes.find((one) => one.policy === ANY);
          if (named.length === 0 && any?.parent) addChild(any.parent, from, to);
        } else {
          for (const node of named) remove(node);
          if (tree !== null) tree = pruned(tree, i - 1);
        }
      }
      if (!link.selfIssued) {
        explicit = Math.max(0, explicit - 1);
        mapping = Math.max(0, mapping - 1);
        inhibitAny = Math.max(0, inhibitAny - 1);
      }
      explicit = Math.min(explicit, link.explicit ?? explicit);
      mapping = Math.min(mapping, link.inhibitMapping ?? mapping);
      inhibitAny = Math.min(inhibitAny, link.inhibitAny ?? inhibitAny);
    } else {
      explicit = Math.max(0, explicit - 1);
      if (link.explicit === 0) explicit = 0;
    }
  }
  return explicit > 0 || intersected(tree, n, inputs.initialPolicySet) !== null;
}

/** 6.1.5 (g). */
function intersected(tree: Node | null, n: number, accepted: readonly string[]): Node | null {
  if (tree === null || accepted.includes(ANY)) return tree;
  const all = Array.from({ length: n + 1 }, (_, depth) => atDepth(tree, depth)).flat();
  const valid = all.filter(({ parent }) => parent?.policy === ANY);
  const kept = valid.filter((node) => node.policy === ANY || accepted.includes(node.policy));
  for (const node of valid) if (!kept.includes(node)) remove(node);
  const any = atDepth(tree, n).find((one) => one.policy === ANY);
  if (any?.parent) {
    for (const p of accepted) {
      if (!kept.some((node) => node.policy === p)) addChild(any.parent, p, [p]);
    }
    remove(any);
  }
  return pruned(tree, n - 1);
}

function atDepth(tree: Node, depth: number): Node[] {
  return tree.depth === depth ? [tree] : tree.children.flatMap((child) => atDepth(child, depth));
}

function addChild(parent: Node, p: string, expected: string[]): void {
  parent.children.push({ depth: parent.depth + 1, policy: p, expected, parent, children: [] });
}

function remove(node: Node): void {
  if (node.parent) node.parent.children = node.parent.children.filter((one) => one !== node);
}

/** Without nodes of this depth or less that have no children; null when nothing is left. */
function pruned(tree: Node, depth: number): Node | null {
  if (tree.depth > depth) return tree;
  tree.children = tree.children.filter((child) => pruned(child, depth) !== null);
  return tree.children.length === 0 ? null : tree;
}
