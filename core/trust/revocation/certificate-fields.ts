// Fields of a certificate exactly as they are encoded: OCSP hashes them, and serial numbers are told apart
// by their octets (a negative one is not the positive one that looks like it).
import { type BerElement, contextTag, cursorOver, readWholeBer, TAG } from '../../cms/ber.ts';
import { bitStringOctetsOf } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';

export interface CertificateFields {
  readonly serial: BerElement;
  readonly issuer: BerElement;
  readonly subject: BerElement;
}

export function fieldsOf({ tbs }: Certificate): CertificateFields {
  const cursor = cursorOver(readWholeBer(tbs), TAG.SEQUENCE);
  cursor.optional(contextTag(0));
  const serial = cursor.next(TAG.INTEGER);
  cursor.next(TAG.SEQUENCE); // signature
  const issuer = cursor.next(TAG.SEQUENCE);
  cursor.next(TAG.SEQUENCE); // validity
  return { serial, issuer, subject: cursor.next(TAG.SEQUENCE) };
}

/** The octets of subjectPublicKey, which key identifiers are digests of. */
export function keyOctetsOf({ spki }: Certificate): Uint8Array {
  const cursor = cursorOver(readWholeBer(spki), TAG.SEQUENCE);
  cursor.next(TAG.SEQUENCE);
  return bitStringOctetsOf(cursor.next());
}
