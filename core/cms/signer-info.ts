// One signer of a SignedData (RFC 5652 5.3), read and not judged.
import { type AlgorithmIdentifier, readAlgorithm } from './algorithms.ts';
import { type Attributes, readAttributes } from './attributes.ts';
import { type BerElement, contextTag, cursorOver, primitiveContextTag, TAG } from './ber.ts';
import { hex, integerHexOf, octetsOf, smallIntegerOf } from './ber-values.ts';
import type { Certificate } from './certificate.ts';
import { der } from './der-writer.ts';
import { readName } from './name.ts';

export type SignerIdentifier =
  | { readonly kind: 'issuer-serial'; readonly issuerKey: string; readonly serial: string }
  | { readonly kind: 'subject-key-id'; readonly keyId: string };

export interface SignerInfo {
  readonly identifier: SignerIdentifier;
  readonly digestAlgorithm: AlgorithmIdentifier;
  /** Null where the signature is made over the content itself. */
  readonly signedAttributes: Attributes | null;
  /** What the signature value is made over: the signed attributes as a SET OF (5.4). */
  readonly signedBytes: Uint8Array | null;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly unsignedAttributes: Attributes;
}

/** Throws CMS_MALFORMED. */
export function readSignerInfo(element: BerElement): SignerInfo {
  const cursor = cursorOver(element, TAG.SEQUENCE);
  smallIntegerOf(cursor.next(TAG.INTEGER));
  const identifier = readIdentifier(cursor.next());
  const digestAlgorithm = readAlgorithm(cursor.next());
  const signed = cursor.optional(contextTag(0));
  const signatureAlgorithm = readAlgorithm(cursor.next());
  const signature = octetsOf(cursor.next());
  const unsigned = cursor.optional(contextTag(1));
  cursor.end();
  return {
    identifier,
    digestAlgorithm,
    signedAttributes: signed === null ? null : readAttributes(signed, { unique: true }),
    // The members stay as they were written: sorting them anew would verify what was never signed.
    signedBytes: signed === null ? null : der(TAG.SET, signed.content),
    signatureAlgorithm,
    signature,
    unsignedAttributes: unsigned === null ? new Map() : readAttributes(unsigned, { unique: false }),
  };
}

function readIdentifier(element: BerElement): SignerIdentifier {
  if (element.tag === primitiveContextTag(0)) {
    return { kind: 'subject-key-id', keyId: hex(element.content) };
  }
  const cursor = cursorOver(element, TAG.SEQUENCE);
  const issuerKey = readName(cursor.next()).key;
  return { kind: 'issuer-serial', issuerKey, serial: integerHexOf(cursor.next()) };
}

/** Whether the signer names this certificate. */
export function identifies(identifier: SignerIdentifier, certificate: Certificate): boolean {
  return identifier.kind === 'issuer-serial'
    ? identifier.serial === certificate.serial && identifier.issuerKey === certificate.issuerKey
    : identifier.keyId === certificate.extensions.subjectKeyId;
}
