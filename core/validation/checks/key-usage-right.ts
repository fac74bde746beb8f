// X.509 validation (EN 319 102-1 5.2.6; RFC 5280 4.2.1.3, 4.2.1.12): the certificate is for signing, or for
// stamping times where it stamps one.
import { type Certificate, mayMakeSignatures } from '../../cms/certificate.ts';
import { OID } from '../../cms/oids.ts';
import { type Check, failsIf } from './check.ts';

const OTHER_PURPOSES = new Set<string>([
  OID.serverAuth,
  OID.codeSigning,
  OID.timeStamping,
  OID.ocspSigning,
]);

/** Purposes for signing documents have many names; a certificate for other purposes only is not one. */
function isForDocuments(certificate: Certificate): boolean {
  const purposes = certificate.extendedKeyUsage;
  return (
    mayMakeSignatures(certificate) &&
    (purposes === null || purposes.some((purpose) => !OTHER_PURPOSES.has(purpose)))
  );
}

export const keyUsageRight: Check = {
  id: 'key-usage-right',
  reason: 'KEY_USAGE_WRONG',
  indication: 'INDETERMINATE',
  subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
  failure: ({ signer, format, stampsTimes }) => {
    const certificate = signer?.certificate ?? null;
    if (certificate === null) return null;
    const right =
      format === 'rfc3161'
        ? stampsTimes && mayMakeSignatures(certificate)
        : isForDocuments(certificate);
    return failsIf(!right, { name: certificate.commonName });
  },
};
