// Policies along paths: against the tree of RFC 5280 itself on random paths, and where the tree would explode.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Certificate, readCertificate } from '../../../core/cms/certificate.ts';
import { derSequence } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import type { PathOptions } from '../../../core/trust/path-options.ts';
import { policiesFailure } from '../../../core/trust/policies/path-policies.ts';
import { makeAuthority, makeKey, type TestExtension } from '../support/test-certificates.ts';
import {
  inhibitAnyPolicyOf,
  mappingsOf,
  policiesOf,
  policyConstraintsOf,
} from '../support/test-extensions.ts';
import { type PolicyLink, randomLinks, randomInputs, treeAccepts } from './policy-tree.ts';
import { processorTime } from '../../support/processor-time.ts';

const ANY = '2.5.29.32.0';
const [A, B, C] = ['1.2.3.1', '1.2.3.2', '1.2.3.3'] as const;
const key = makeKey('p256', 'kebijakan');
const anchor = readCertificate(makeAuthority('Akar', { key }).der);

/** A certificate of a path; `selfIssued` by bearing its issuer's name, signatures are not looked at here. */
function certificate(extensions: readonly TestExtension[], selfIssued = false): Certificate {
  const issuer = makeAuthority('Penerbit', { key });
  const made = makeAuthority(selfIssued ? 'Penerbit' : 'Pemegang', { key, issuer, extensions });
  return readCertificate(made.der);
}

function extensionsOf(link: PolicyLink): TestExtension[] {
  return [
    ...(link.policies === null ? [] : [policiesOf(link.policies)]),
    ...(link.mappings.length === 0 ? [] : [mappingsOf(link.mappings)]),
    ...(link.explicit === null && link.inhibitMapping === null
      ? []
      : [policyConstraintsOf(link.explicit, link.inhibitMapping)]),
    ...(link.inhibitAny === null ? [] : [inhibitAnyPolicyOf(link.inhibitAny)]),
  ];
}

/** From the anchor downwards, as they are read. */
const failure = (links: readonly Certificate[], options: PathOptions = {}) =>
  policiesFailure([...links].reverse().concat(anchor), options);
const checkOf = (links: readonly TestExtension[][], options: PathOptions = {}) =>
  failure(
    links.map((one) => certificate(one)),
    options,
  )?.check ?? null;

describe('a path is valid for a policy', () => {
  const explicit = { requireExplicitPolicy: true };

  it('that all its certificates name, and only if it is one of the demanded', () => {
    const path = [[policiesOf([A, B])], [policiesOf([B, C])]];
    expect(checkOf(path, explicit)).toBeNull();
    expect(checkOf(path, { ...explicit, initialPolicySet: [B] })).toBeNull();
    expect(checkOf(path, { ...explicit, initialPolicySet: [A, C] })).toBe('certificatePolicies');
    expect(checkOf(path, { ...explicit, initialPolicySet: [A, ANY] })).toBeNull();
    expect(checkOf([[policiesOf([A])], [policiesOf([B])]], explicit)).toBe('certificatePolicies');
  });

  it('by the name that the anchor has for it, where CAs map names', () => {
    const path = [[policiesOf([A]), mappingsOf([[A, B]])], [policiesOf([B])]];
    expect(checkOf(path, { ...explicit, initialPolicySet: [A] })).toBeNull();
    expect(checkOf(path, { ...explicit, initialPolicySet: [B] })).toBe('certificatePolicies');
    expect(checkOf(path, { ...explicit, inhibitPolicyMapping: true })).toBe('certificatePolicies');
  });

  it('by the name that a CA of anyPolicy maps', () => {
    const path = [[policiesOf([ANY]), mappingsOf([[A, B]])], [policiesOf([B])]];
    expect(checkOf(path, { ...explicit, initialPolicySet: [A] })).toBeNull();
    expect(checkOf(path, { ...explicit, initialPolicySet: [B] })).toBe('certificatePolicies');
  });

  it('by anyPolicy, unless that is inhibited', () => {
    const path = [[policiesOf([ANY])], [policiesOf([A])]];
    expect(checkOf(path, { ...explicit, initialPolicySet: [A] })).toBeNull();
    expect(checkOf(path, { ...explicit, inhibitAnyPolicy: true })).toBe('certificatePolicies');
    expect(checkOf([[inhibitAnyPolicyOf(0), policiesOf([A])], [policiesOf([ANY])]], explicit)).toBe(
      'certificatePolicies',
    );
  });

  it('or fails at the certificate that breaks it off', () => {
    const chain = [[policiesOf([A]), policyConstraintsOf(0, null)], [], [policiesOf([A])]].map(
      (one) => certificate(one),
    );
    expect(failure(chain)).toMatchObject({ fault: 'invalid', check: 'certificatePolicies' });
    expect(failure(chain)?.certificate).toBe(chain[1]);
  });

  it('without any demand, whatever its certificates name', () => {
    expect(checkOf([[policiesOf([A])], [policiesOf([B])], []])).toBeNull();
    expect(checkOf([[policiesOf([A])], []], { initialPolicySet: [C] })).toBeNull();
  });
});

describe('a path fails', () => {
  it.each([
    ['to anyPolicy', [[A, ANY]]],
    ['from anyPolicy', [[ANY, A]]],
  ] as const)('by a mapping %s', (_, pairs) => {
    expect(checkOf([[policiesOf([A]), mappingsOf(pairs)], [policiesOf([A])]])).toBe(
      'policyMappings',
    );
  });

  it.each([
    ['certificatePolicies', OID.certificatePolicies],
    ['policyMappings', OID.policyMappings],
    ['policyConstraints', OID.policyConstraints],
    ['inhibitAnyPolicy', OID.inhibitAnyPolicy],
  ])('by %s that cannot be read', (name, oid) => {
    expect(checkOf([[{ oid, value: derSequence() }], []])).toBe(name);
  });
});

describe('the graph of RFC 9618', () => {
  it('gives the verdict of the tree of RFC 5280 on random paths', () => {
    let valid = 0;
    let invalid = 0;
    fc.assert(
      fc.property(randomLinks, randomInputs, (links, inputs) => {
        const chain = links.map((link) => certificate(extensionsOf(link), link.selfIssued));
        const accepted = failure(chain, inputs) === null;
        if (accepted) valid++;
        else invalid++;
        expect(accepted).toBe(treeAccepts(links, inputs));
      }),
      { numRuns: 2500 },
    );
    // Neither verdict is rare, so that agreeing means something.
    expect(Math.min(valid, invalid)).toBeGreaterThan(150);
  });

  it('does not grow where the tree has 40 to the power of 11 leaves', () => {
    const policies = Array.from({ length: 40 }, (_, i) => `1.2.3.${i}`);
    const pairs = policies.flatMap((a) => policies.map((b) => [a, b] as const));
    const link = certificate([policiesOf(policies), mappingsOf(pairs)]);
    const chain = Array.from({ length: 11 }, () => link);
    failure(chain);
    const took = processorTime();
    expect(failure(chain, { requireExplicitPolicy: true })).toBeNull();
    expect(failure(chain, { requireExplicitPolicy: true, initialPolicySet: [C] })).toBeNull();
    expect(
      failure(chain, { requireExplicitPolicy: true, initialPolicySet: ['1.2.4'] }),
    ).not.toBeNull();
    expect(took()).toBeLessThan(2000);
  });

  it('stays small on random dense mappings', () => {
    const policies = Array.from({ length: 30 }, (_, i) => `1.2.3.${i}`);
    const policy = fc.constantFrom(...policies);
    const dense = fc.record({
      policies: fc.uniqueArray(policy, { minLength: 20, maxLength: 30 }),
      mappings: fc.array(fc.tuple(policy, policy), { minLength: 200, maxLength: 400 }),
    });
    fc.assert(
      fc.property(fc.array(dense, { minLength: 8, maxLength: 11 }), (links) => {
        const chain = links.map((one) =>
          certificate([policiesOf([...one.policies, ANY]), mappingsOf(one.mappings)]),
        );
        const took = processorTime();
        failure(chain, { requireExplicitPolicy: true, initialPolicySet: ['1.2.4'] });
        expect(took()).toBeLessThan(2000);
      }),
      { numRuns: 30 },
    );
  });
});
