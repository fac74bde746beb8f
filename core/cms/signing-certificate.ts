// The signed reference to the signer's certificate (RFC 5035 3, 4; ETSI EN 319 122-1 5.2.2).
import { hashOf, type HashName, readAlgorithm } from './algorithms.ts';
import { type Attributes, singleValue } from './attributes.ts';
import { type BerElement, cursorOver, TAG } from './ber.ts';
import { equalBytes, octetsOf } from './ber-values.ts';
import type { Certificate } from './certificate.ts';
import { OID } from './oids.ts';
import { hashBy } from './hashing.ts';

export interface CertificateReference {
  /** Whether the attribute, in either version, is there. */
  readonly present: boolean;
  /** Whether its first identifier is the given certificate's digest. False where absent. */
  readonly matches: boolean;
  /** Hash function of the reference; null where absent or not known. */
  readonly hash: HashName | null;
}

/** Compares the reference with the certificate that the signer is taken to be. Throws CMS_MALFORMED. */
export function certificateReference(
  attributes: Attributes,
  certificate: Certificate,
): CertificateReference {
  const second = singleValue(attributes, OID.signingCertificateV2);
  const first = singleValue(attributes, OID.signingCertificate);
  const references: { hash: HashName | null; digest: Uint8Array }[] = [];
  if (second !== null) references.push(readVersion2(second));
  if (first !== null) references.push(readVersion1(first));
  return {
    present: references.length > 0,
    // With both versions there, both must mean this certificate.
    matches: references.length > 0 && references.every((one) => means(one, certificate)),
    hash: references[0]?.hash ?? null,
  };
}

function means(
  { hash, digest }: { hash: HashName | null; digest: Uint8Array },
  { der }: Certificate,
): boolean {
  return hash !== null && equalBytes(hashBy(hash).update(der).digest(), digest);
}

/** SigningCertificate ::= SEQUENCE { certs SEQUENCE OF ESSCertID, ... }; the first is the signer's. */
function firstIdentifier(value: BerElement): BerElement {
  return cursorOver(cursorOver(value, TAG.SEQUENCE).next(), TAG.SEQUENCE).next();
}

function readVersion1(value: BerElement): { hash: HashName; digest: Uint8Array } {
  return {
    hash: 'sha1',
    digest: octetsOf(cursorOver(firstIdentifier(value), TAG.SEQUENCE).next()),
  };
}

function readVersion2(value: BerElement): { hash: HashName | null; digest: Uint8Array } {
  const cursor = cursorOver(firstIdentifier(value), TAG.SEQUENCE);
  const algorithm = cursor.optional(TAG.SEQUENCE);
  const hash = algorithm === null ? 'sha256' : hashOf(readAlgorithm(algorithm));
  return { hash, digest: octetsOf(cursor.next()) };
}
