// Random chains, judged by `openssl verify` and by us: policies with all inputs, name constraints, and the rest.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derSequence, der } from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { CertificatePool } from '../../../core/trust/certificate-pool.ts';
import { findPath } from '../../../core/trust/certification-path.ts';
import type { PathOptions } from '../../../core/trust/path-options.ts';
import { sharedTemporaryFolder } from '../../support/temporary-folder.ts';
import {
  type CertificateOptions,
  keyIdOf,
  makeAuthority,
  makeKey,
  makeSigner,
  type TestCertificate,
  type TestExtension,
} from '../support/test-certificates.ts';
import {
  altNamesOf,
  directoryOf,
  generalName,
  inhibitAnyPolicyOf,
  mappingsOf,
  nameConstraintsOf,
  policiesOf,
  policyConstraintsOf,
} from '../support/test-extensions.ts';
import { type PolicyLink, randomInputs, randomLinks } from './policy-tree.ts';

const AT = new Date('2026-11-24T00:00:00Z');
const RUNS = 150;
const dir = sharedTemporaryFolder();
const root = makeAuthority('Akar');

interface Link {
  readonly extensions: readonly TestExtension[];
  readonly selfIssued?: boolean;
  readonly options?: Partial<CertificateOptions>;
}

/** A chain below the root, from the first CA to the end entity; every certificate has a key of its own. */
function chainOf(links: readonly Link[]): TestCertificate[] {
  let issuer = root;
  let name = 'Akar';
  return links.map(({ extensions, selfIssued = false, options = {} }, index) => {
    if (!selfIssued) name = `Tingkat ${index}`;
    // Without it openssl takes any namesake for the issuer.
    const value = derSequence(der(0x80, keyIdOf(issuer.key)));
    const made = (index === links.length - 1 ? makeSigner : makeAuthorityUnder)(name, issuer, {
      key: makeKey('p256', `rantai ${index}`),
      extensions: [...extensions, { oid: OID.authorityKeyIdentifier, value }],
      ...options,
    });
    return (issuer = made);
  });
}

const makeAuthorityUnder: typeof makeSigner = (name, issuer, options) =>
  makeAuthority(name, { issuer, ...options });

function ours(chain: readonly TestCertificate[], options: PathOptions): boolean {
  const pool = new CertificatePool([root.der]);
  for (const one of chain) pool.read(one.der);
  return findPath(pool.read(chain.at(-1)!.der), pool, AT, options).failure === null;
}

const pem = (certificates: readonly TestCertificate[]): string =>
  certificates
    .map((one) => {
      const text = Buffer.from(one.der)
        .toString('base64')
        .replace(/.{64}(?=.)/g, '$&\n');
      return `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
    })
    .join('');

function openssls(chain: readonly TestCertificate[], args: readonly string[]): boolean {
  writeFileSync(join(dir, 'root.pem'), pem([root]));
  writeFileSync(join(dir, 'cas.pem'), pem(chain.slice(0, -1)));
  writeFileSync(join(dir, 'end.pem'), pem(chain.slice(-1)));
  const untrusted = chain.length > 1 ? ['-untrusted', 'cas.pem'] : [];
  const time = ['-attime', String(AT.getTime() / 1000)];
  const { status, stdout, stderr } = spawnSync(
    'openssl',
    ['verify', '-CAfile', 'root.pem', ...untrusted, ...time, ...args, 'end.pem'],
    { cwd: dir, encoding: 'utf8' },
  );
  expect([0, 2]).toContain(status);
  expect(stderr).not.toContain('Could not read');
  return status === 0 && stdout.includes('OK');
}

function policyExtensions(link: PolicyLink): TestExtension[] {
  return [
    ...(link.policies === null ? [] : [policiesOf(link.policies)]),
    ...(link.mappings.length === 0 ? [] : [mappingsOf(link.mappings)]),
    ...(link.explicit === null && link.inhibitMapping === null
      ? []
      : [policyConstraintsOf(link.explicit, link.inhibitMapping)]),
    ...(link.inhibitAny === null ? [] : [inhibitAnyPolicyOf(link.inhibitAny)]),
  ];
}

/**
 * Where openssl 3.0 leaves 6.1.4 and 6.1.5, which PKITS does not try: it lets mappings of an end entity count, puts
 * demands off past a self-issued one, and forgets what a policy that is there by anyPolicy alone was mapped
 * to when anyPolicy follows. The tree in policy-tree.ts tries all three.
 */
function namedMappings({ policies, mappings }: PolicyLink): PolicyLink['mappings'] {
  return mappings.filter(([from]) => policies?.includes(from));
}

/** Both verdicts must be met often, else that they agree says little. */
function tally() {
  const count = { true: 0, false: 0 };
  return {
    note: (valid: boolean): void => {
      count[`${valid}`]++;
    },
    expectBoth: (label: string) => {
      console.log(`${label}: ${count.true} valid and ${count.false} invalid for both`);
      expect(Math.min(count.true, count.false)).toBeGreaterThan(RUNS / 10);
    },
  };
}

describe(`openssl (${execFileSync('openssl', ['version'], { encoding: 'utf8' }).trim()})`, () => {
  it('judges the policies of random chains as we do', () => {
    const { note, expectBoth } = tally();
    fc.assert(
      fc.property(randomLinks, randomInputs, (links, inputs) => {
        const chain = chainOf(
          links.map((one, index) => ({
            extensions: policyExtensions({
              ...one,
              mappings: index === links.length - 1 ? [] : namedMappings(one),
            }),
            selfIssued: one.selfIssued && index < links.length - 1,
          })),
        );
        const args = [
          '-policy_check',
          ...inputs.initialPolicySet.flatMap((policy) => ['-policy', policy]),
          ...(inputs.requireExplicitPolicy ? ['-explicit_policy'] : []),
          ...(inputs.inhibitPolicyMapping ? ['-inhibit_map'] : []),
          ...(inputs.inhibitAnyPolicy ? ['-inhibit_any'] : []),
        ];
        const valid = ours(chain, inputs);
        note(valid);
        expect(openssls(chain, args)).toBe(valid);
      }),
      { numRuns: RUNS },
    );
    expectBoth('policies');
  });

  it('judges the names of random chains as we do', () => {
    const host = fc.constantFrom('id', 'a.id', 'b.a.id', 'c.b.a.id', 'b.id', 'ba.id');
    const dotted = fc.oneof(
      host,
      host.map((one) => `.${one}`),
    );
    const part = fc.tuple(fc.constantFrom('2.5.4.10', '2.5.4.11'), fc.constantFrom('x', 'Y'));
    const below = fc
      .array(part, { maxLength: 2 })
      .map((parts) => generalName.directory(directoryOf([['2.5.4.6', 'ID'], ...parts])));
    const octet = fc.constantFrom(0, 10, 255);
    const address = fc.tuple(octet, octet, octet, octet);
    const base = fc.oneof(
      dotted.map(generalName.dns),
      dotted.map(generalName.email),
      host.map((one) => generalName.email(`pena@${one}`)),
      dotted.map(generalName.uri),
      fc.tuple(address, address).map(([a, mask]) => generalName.ip(...a, ...mask)),
      below,
    );
    const name = fc.oneof(
      host.map(generalName.dns),
      fc
        .tuple(fc.constantFrom('pena', 'lain'), host)
        .map((one) => generalName.email(one.join('@'))),
      host.map((one) => generalName.uri(`https://${one}:443/a`)),
      address.map((one) => generalName.ip(...one)),
      below,
    );
    const link = fc.record({
      permitted: fc.array(base, { maxLength: 3 }),
      excluded: fc.array(base, { maxLength: 1 }),
      names: fc.array(name, { maxLength: 2 }),
      selfIssued: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
    });
    const { note, expectBoth } = tally();
    fc.assert(
      fc.property(fc.array(link, { minLength: 2, maxLength: 4 }), (links) => {
        const chain = chainOf(
          links.map(({ permitted, excluded, names, selfIssued }, index) => ({
            extensions: [
              ...(permitted.length + excluded.length === 0 || index === links.length - 1
                ? []
                : [nameConstraintsOf(permitted, excluded)]),
              ...(names.length === 0 ? [] : [altNamesOf(...names)]),
            ],
            selfIssued,
          })),
        );
        const valid = ours(chain, {});
        note(valid);
        expect(openssls(chain, [])).toBe(valid);
      }),
      { numRuns: RUNS },
    );
    expectBoth('names');
  });

  it('judges path lengths, key usages, CA flags and times of random chains as we do', () => {
    const rarely = <T>(value: T, usual: T) =>
      fc.oneof(
        { weight: 9, arbitrary: fc.constant(usual) },
        { weight: 1, arbitrary: fc.constant(value) },
      );
    const link = fc.record({
      pathLength: fc.option(fc.nat(3), { freq: 2 }),
      ca: rarely(false, true),
      usage: rarely<'cRLSign' | 'keyCertSign'>('cRLSign', 'keyCertSign'),
      notAfter: rarely('2026-01-01T00:00:00', '2035-01-01T00:00:00'),
      critical: rarely(true, false),
      selfIssued: rarely(true, false),
    });
    const { note, expectBoth } = tally();
    fc.assert(
      fc.property(fc.array(link, { minLength: 1, maxLength: 5 }), (links) => {
        const chain = chainOf(
          links.map((one, index) => ({
            selfIssued: one.selfIssued,
            extensions: [{ oid: '1.2.3.4.5', critical: one.critical, value: derSequence() }],
            options: {
              notAfter: one.notAfter,
              ...(index === links.length - 1
                ? {}
                : {
                    ca: one.ca,
                    keyUsage: [one.usage],
                    ...(one.pathLength === null || !one.ca ? {} : { pathLength: one.pathLength }),
                  }),
            },
          })),
        );
        const valid = ours(chain, {});
        note(valid);
        expect(openssls(chain, [])).toBe(valid);
      }),
      { numRuns: RUNS },
    );
    expectBoth('lengths, usages, times');
  });
});
