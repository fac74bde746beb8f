// RFC 5280 4.2, 6.1.4 (o), 6.1.5 (f): a critical extension that is not understood refuses the certificate.
import { OID } from '../../cms/oids.ts';
import type { PathCheck } from '../path-check.ts';

/** What is processed, here or where revocation is looked into, or limits nothing. */
const UNDERSTOOD = new Set<string>([
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.subjectAltName,
  OID.issuerAltName,
  OID.subjectKeyIdentifier,
  OID.authorityKeyIdentifier,
  OID.nameConstraints,
  OID.certificatePolicies,
  OID.policyMappings,
  OID.policyConstraints,
  OID.inhibitAnyPolicy,
  OID.crlDistributionPoints,
]);

export const criticalExtensions: PathCheck = {
  id: 'criticalExtension',
  fault: 'invalid',
  holds: ({ certificate }) =>
    [...certificate.extensions.all].every(
      ([oid, { critical }]) => !critical || UNDERSTOOD.has(oid),
    ),
};
