// How OCSP names a certificate: digests of its issuer's name and key, and its serial number (RFC 6960 4.1.1).
import { hashOf, type HashName, readAlgorithm } from '../../cms/algorithms.ts';
import { type BerElement, cursorOver, TAG } from '../../cms/ber.ts';
import { equalBytes, octetsOf } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { DER_NULL, derOctetString, derOid, derSequence } from '../../cms/der-writer.ts';
import { OID } from '../../cms/oids.ts';
import { fieldsOf, keyOctetsOf } from '../revocation/certificate-fields.ts';
import { hashBy } from '../../cms/hashing.ts';

export interface CertId {
  /** Null for a hash function that is not known here. */
  readonly hash: HashName | null;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  /** Content octets of the INTEGER. */
  readonly serial: Uint8Array;
}

/** Throws CMS_MALFORMED. */
export function readCertId(element: BerElement): CertId {
  const cursor = cursorOver(element, TAG.SEQUENCE);
  const hash = hashOf(readAlgorithm(cursor.next()));
  const issuerNameHash = octetsOf(cursor.next());
  const issuerKeyHash = octetsOf(cursor.next());
  return { hash, issuerNameHash, issuerKeyHash, serial: cursor.next(TAG.INTEGER).content };
}

/** Whether it names this certificate of this issuer. */
export function namesCertificate(
  id: CertId,
  certificate: Certificate,
  issuer: Certificate,
): boolean {
  if (id.hash === null) return false;
  const digest = (bytes: Uint8Array): Uint8Array =>
    hashBy(id.hash ?? 'sha1')
      .update(bytes)
      .digest();
  return (
    equalBytes(id.serial, fieldsOf(certificate).serial.content) &&
    equalBytes(id.issuerNameHash, digest(fieldsOf(issuer).subject.bytes)) &&
    equalBytes(id.issuerKeyHash, digest(keyOctetsOf(issuer)))
  );
}

export function buildCertId(
  certificate: Certificate,
  issuer: Certificate,
  hash: 'sha1' | 'sha256',
): Uint8Array {
  const digest = (bytes: Uint8Array): Uint8Array =>
    derOctetString(hashBy(hash).update(bytes).digest());
  return derSequence(
    derSequence(derOid(OID[hash]), DER_NULL),
    digest(fieldsOf(issuer).subject.bytes),
    digest(keyOctetsOf(issuer)),
    fieldsOf(certificate).serial.bytes,
  );
}
