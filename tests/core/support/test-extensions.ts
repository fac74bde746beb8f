// Extensions that limit certification paths (RFC 5280 4.2.1.4 to 4.2.1.14), written for made certificates.
import {
  der,
  derOid,
  derSequence,
  derSetOf,
  derSmallInteger,
} from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import type { TestExtension } from './test-certificates.ts';

export function policiesOf(policies: readonly string[]): TestExtension {
  const value = derSequence(...policies.map((policy) => derSequence(derOid(policy))));
  return { oid: OID.certificatePolicies, value };
}

/** Pairs of issuerDomainPolicy and subjectDomainPolicy. */
export function mappingsOf(pairs: readonly (readonly [string, string])[]): TestExtension {
  const value = derSequence(...pairs.map(([a, b]) => derSequence(derOid(a), derOid(b))));
  return { oid: OID.policyMappings, critical: true, value };
}

export function policyConstraintsOf(
  explicit: number | null,
  mapping: number | null,
): TestExtension {
  const limit = (tag: number, value: number | null): Uint8Array[] =>
    value === null ? [] : [der(tag, Uint8Array.of(value))];
  const value = derSequence(...limit(0x80, explicit), ...limit(0x81, mapping));
  return { oid: OID.policyConstraints, critical: true, value };
}

export function inhibitAnyPolicyOf(skipCerts: number): TestExtension {
  return { oid: OID.inhibitAnyPolicy, critical: true, value: derSmallInteger(skipCerts) };
}

const text = (value: string): Uint8Array => Buffer.from(value, 'latin1');

/** GeneralName by form. */
export const generalName = {
  email: (value: string) => der(0x81, text(value)),
  dns: (value: string) => der(0x82, text(value)),
  uri: (value: string) => der(0x86, text(value)),
  ip: (...octets: readonly number[]) => der(0x87, Uint8Array.from(octets)),
  directory: (name: Uint8Array) => der(0xa4, name),
  registeredId: (oid: string) => der(0x88, derOid(oid).subarray(2)),
  other: (oid: string, value: Uint8Array) => der(0xa0, derOid(oid), der(0xa0, value)),
};

/** Relative names of pairs of an attribute's OID and text, in their order. */
export function directoryOf(parts: readonly (readonly [string, string])[]): Uint8Array {
  return derSequence(
    ...parts.map(([oid, value]) =>
      derSetOf(derSequence(derOid(oid), der(0x0c, Buffer.from(value)))),
    ),
  );
}

export function altNamesOf(...names: readonly Uint8Array[]): TestExtension {
  return { oid: OID.subjectAltName, value: derSequence(...names) };
}

export function nameConstraintsOf(
  permitted: readonly Uint8Array[],
  excluded: readonly Uint8Array[],
): TestExtension {
  const trees = (tag: number, bases: readonly Uint8Array[]): Uint8Array[] =>
    bases.length === 0 ? [] : [der(tag, ...bases.map((base) => derSequence(base)))];
  const value = derSequence(...trees(0xa0, permitted), ...trees(0xa1, excluded));
  return { oid: OID.nameConstraints, critical: true, value };
}

/** AuthorityInfoAccess: where something of that method is answered. */
export function accessTo(method: string, ...urls: readonly string[]): TestExtension {
  const descriptions = urls.map((url) => derSequence(derOid(method), generalName.uri(url)));
  return { oid: OID.authorityInfoAccess, value: derSequence(...descriptions) };
}

/** Addresses of revocation lists, in an extension of distribution points. */
export function listsAt(oid: string, ...urls: readonly string[]): TestExtension {
  const points = urls.map((url) => derSequence(der(0xa0, der(0xa0, generalName.uri(url)))));
  return { oid, value: derSequence(...points) };
}
