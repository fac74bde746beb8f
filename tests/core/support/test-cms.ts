// CMS signatures and time-stamp tokens of any shape, made in memory: right ones, and each wrong in one thing.
import { createHash } from 'node:crypto';
import {
  der,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derSmallInteger,
} from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';
import { signatureAlgorithm, signValue, type TestCertificate } from './test-certificates.ts';

const HASH_OIDS: Readonly<Record<string, string>> = {
  sha1: '1.3.14.3.2.26',
  sha256: OID.sha256,
  sha384: OID.sha384,
  sha512: OID.sha512,
  shake256: OID.shake256,
};

export interface CmsOptions {
  readonly signer: TestCertificate;
  /** Digest of the content by `hash`. */
  readonly digest: Uint8Array;
  readonly hash?: 'sha1' | 'sha256' | 'sha384' | 'sha512' | 'shake256';
  /** The digestAlgorithm as written, instead of the hash function's. */
  readonly digestAlgorithm?: Uint8Array;
  readonly contentType?: string;
  readonly content?: Uint8Array;
  readonly certificates?: readonly Uint8Array[];
  /** What the signing-certificate-v2 attribute means; null for none. */
  readonly referenced?: Uint8Array | null;
  /** 'contentType' attribute; null for none. */
  readonly contentTypeAttribute?: string | null;
  readonly withMessageDigest?: boolean;
  readonly moreSigned?: readonly Uint8Array[];
  readonly unsigned?: (signature: Uint8Array) => readonly Uint8Array[];
  /** Changes the signature value. */
  readonly spoil?: (signature: Uint8Array) => Uint8Array;
  /** How many times the SignerInfo is put in. */
  readonly signers?: number;
}

export function attribute(type: string, ...values: readonly Uint8Array[]): Uint8Array {
  return derSequence(derOid(type), derSetOf(...values));
}

export function referenceTo(certificate: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(certificate).digest();
  const value = derSequence(derSequence(derSequence(derOctetString(hash))));
  return attribute(OID.signingCertificateV2, value);
}

export function makeCms(options: CmsOptions): Uint8Array {
  const { signer, digest, hash = 'sha256', contentType = OID.data } = options;
  const referenced = options.referenced === undefined ? signer.der : options.referenced;
  const typeAttribute =
    options.contentTypeAttribute === undefined ? contentType : options.contentTypeAttribute;
  const attributes = derSetOf(
    ...(typeAttribute === null ? [] : [attribute(OID.contentType, derOid(typeAttribute))]),
    ...(options.withMessageDigest === false
      ? []
      : [attribute(OID.messageDigest, derOctetString(digest))]),
    ...(referenced === null ? [] : [referenceTo(referenced)]),
    ...(options.moreSigned ?? []),
  );
  const value = signValue(signer.key, hash, attributes);
  const signature = options.spoil?.(value) ?? value;
  const unsigned = options.unsigned?.(signature) ?? [];
  const digestAlgorithm = options.digestAlgorithm ?? derSequence(derOid(HASH_OIDS[hash]!));
  const signedAttributes = Uint8Array.from(attributes);
  signedAttributes[0] = 0xa0;
  const info = derSequence(
    derSmallInteger(1),
    derSequence(issuerName(signer.der), signer.serial),
    digestAlgorithm,
    signedAttributes,
    signatureAlgorithm(signer.key, hash),
    derOctetString(signature),
    ...(unsigned.length === 0 ? [] : [der(0xa1, ...unsigned)]),
  );
  const content = options.content === undefined ? [] : [der(0xa0, derOctetString(options.content))];
  const certificates = options.certificates ?? [signer.der];
  const signedData = derSequence(
    derSmallInteger(contentType === OID.data ? 1 : 3),
    derSetOf(digestAlgorithm),
    derSequence(derOid(contentType), ...content),
    ...(certificates.length === 0 ? [] : [der(0xa0, ...certificates)]),
    derSetOf(...Array.from({ length: options.signers ?? 1 }, () => info)),
  );
  return derSequence(derOid(OID.signedData), der(0xa0, signedData));
}

/** The issuer's name out of a certificate made by makeCertificate (version 3, short serial number). */
function issuerName(certificate: Uint8Array): Uint8Array {
  const length = (at: number): { start: number; end: number } => {
    const first = certificate[at + 1]!;
    if (first < 0x80) return { start: at + 2, end: at + 2 + first };
    const octets = certificate.subarray(at + 2, at + 2 + (first & 0x7f));
    const size = octets.reduce((sum, octet) => sum * 256 + octet, 0);
    return { start: at + 2 + octets.length, end: at + 2 + octets.length + size };
  };
  let at = length(length(0).start).start;
  for (const _ of ['version', 'serialNumber', 'signature']) at = length(at).end;
  return certificate.slice(at, length(at).end);
}

export interface TokenOptions extends Omit<CmsOptions, 'digest' | 'signer' | 'content'> {
  readonly authority: TestCertificate;
  readonly time: string;
  readonly imprintHash?: 'sha1' | 'sha256';
}

/** A time-stamp token over `stamped` (RFC 3161). */
export function makeToken(stamped: Uint8Array, options: TokenOptions): Uint8Array {
  const { authority, time, imprintHash = 'sha256', ...rest } = options;
  const imprint = createHash(imprintHash).update(stamped).digest();
  const tstInfo = derSequence(
    derSmallInteger(1),
    derOid('1.2.3.4'),
    derSequence(derSequence(derOid(HASH_OIDS[imprintHash]!)), derOctetString(imprint)),
    derSmallInteger(7),
    der(0x18, Buffer.from(`${time.replace(/[-:T]/g, '').slice(0, 14)}Z`)),
  );
  const digest = createHash(rest.hash ?? 'sha256')
    .update(tstInfo)
    .digest();
  return makeCms({
    ...rest,
    signer: authority,
    content: tstInfo,
    contentType: OID.tstInfo,
    digest,
  });
}
