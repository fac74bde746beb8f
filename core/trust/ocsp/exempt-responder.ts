// Whom nobody need ask about: a responder whose authority vouches for it as long as its certificate runs
// (id-pkix-ocsp-nocheck, RFC 6960 4.2.2.2.1). In any other certificate the mark says nothing.
import type { Certificate } from '../../cms/certificate.ts';
import { OID } from '../../cms/oids.ts';

export function isExemptResponder({ extensions, extendedKeyUsage }: Certificate): boolean {
  const isResponder = extendedKeyUsage?.includes(OID.ocspSigning) ?? false;
  return isResponder && extensions.all.has(OID.ocspNoCheck);
}
