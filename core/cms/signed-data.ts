// Builds the detached SignedData of a signature made elsewhere (RFC 5652 5; ETSI EN 319 142-1 6.3).
import {
  DIGEST_OCTETS,
  DIGEST_OF,
  type SignatureAlgorithm,
} from '../domain/signature-algorithm.ts';
import { digestIdentifier, signatureIdentifier } from './algorithm-identifiers.ts';
import { cursorOver, readWholeBer, TAG, contextTag } from './ber.ts';
import { equalBytes } from './ber-values.ts';
import { readCertificate } from './certificate.ts';
import {
  der,
  derAttribute,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derSmallInteger,
} from './der-writer.ts';
import { algorithmsOf } from './key-algorithms.ts';
import { OID } from './oids.ts';
import { buildSignedAttributes, type SignedAttributesOptions } from './signed-attributes.ts';

export interface SignerInput {
  readonly algorithm: SignatureAlgorithm;
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array;
  /** DER of further certificates to embed, in any order. */
  readonly chain: readonly Uint8Array[];
}

export interface SignedDataInput extends SignerInput {
  /** From buildSignedAttributes. */
  readonly signedAttributes: Uint8Array;
  /** Over `signedAttributes`, as CMS carries it. */
  readonly signature: Uint8Array;
  /** DER of a TimeStampToken (RFC 3161 2.4.2) over `signature`. */
  readonly timestampToken?: Uint8Array;
}

/** DER of the ContentInfo, signer's certificate first. Throws CMS_MALFORMED for a broken certificate. */
export function buildSignedData(input: SignedDataInput): Uint8Array {
  const { algorithm, certificate, chain } = input;
  const others = chain.filter(
    (der, i) =>
      !equalBytes(der, certificate) && chain.findIndex((same) => equalBytes(same, der)) === i,
  );
  const signedData = derSequence(
    derSmallInteger(1),
    derSetOf(digestIdentifier(DIGEST_OF[algorithm])),
    derSequence(derOid(OID.data)),
    der(contextTag(0), certificate, ...others),
    derSetOf(signerInfo(input)),
  );
  return derSequence(derOid(OID.signedData), der(contextTag(0), signedData));
}

function signerInfo(input: SignedDataInput): Uint8Array {
  const { algorithm, timestampToken } = input;
  return derSequence(
    derSmallInteger(1),
    issuerAndSerial(input.certificate),
    digestIdentifier(DIGEST_OF[algorithm]),
    implicitSet(input.signedAttributes),
    signatureIdentifier(algorithm),
    derOctetString(input.signature),
    ...(timestampToken === undefined ? [] : [unsignedAttributes(timestampToken)]),
  );
}

/** The signature-time-stamp (RFC 3161 appendix A; ETSI EN 319 122-1 5.3), as the only one. */
function unsignedAttributes(timestampToken: Uint8Array): Uint8Array {
  return der(contextTag(1), derAttribute(OID.signatureTimeStampToken, timestampToken));
}

/** The bytes that were signed, under the identifier the structure gives them: [0] IMPLICIT SET OF. */
function implicitSet(signedAttributes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(signedAttributes);
  copy[0] = contextTag(0);
  return copy;
}

/** IssuerAndSerialNumber, both copied from the certificate byte for byte. */
function issuerAndSerial(certificate: Uint8Array): Uint8Array {
  const outer = cursorOver(readWholeBer(certificate), TAG.SEQUENCE);
  const tbs = cursorOver(outer.next(), TAG.SEQUENCE);
  tbs.optional(contextTag(0));
  const serial = tbs.next(TAG.INTEGER);
  tbs.next();
  return derSequence(tbs.next(TAG.SEQUENCE).bytes, serial.bytes);
}

export interface SizeInput extends SignerInput {
  /** As they will be given to buildSignedAttributes. */
  readonly attributes?: SignedAttributesOptions;
  /** Room for a time-stamp token of at most so many octets. */
  readonly extraOctets?: number;
}

/**
 * An upper bound, in bytes, of what buildSignedData returns for this signer: what /Contents must hold.
 * Throws CERT_MALFORMED, CERT_KEY_WEAK, CMS_ALGORITHM_UNSUPPORTED.
 */
export function signedDataSize(input: SizeInput): number {
  if (last !== null && sameInput(last.input, input)) return last.size;
  const size = computeSize(input);
  last = { input, size };
  return size;
}

/** A batch asks the same again and again. */
let last: { readonly input: SizeInput; readonly size: number } | null = null;

/** By identity: the same certificates and options, not equal ones. */
function sameInput(a: SizeInput, b: SizeInput): boolean {
  return (
    a.algorithm === b.algorithm &&
    a.certificate === b.certificate &&
    a.chain === b.chain &&
    a.attributes === b.attributes &&
    (a.extraOctets ?? 0) === (b.extraOctets ?? 0)
  );
}

function computeSize(input: SizeInput): number {
  const { algorithm, certificate, attributes, extraOctets = 0 } = input;
  const digestAlgorithm = DIGEST_OF[algorithm];
  const digest = new Uint8Array(DIGEST_OCTETS[digestAlgorithm]);
  return buildSignedData({
    ...input,
    signedAttributes: buildSignedAttributes({ digest, digestAlgorithm, certificate }, attributes),
    signature: new Uint8Array(signatureSize(certificate)),
    ...(extraOctets === 0 ? {} : { timestampToken: new Uint8Array(extraOctets) }),
  }).length;
}

/** RSA: the modulus. ECDSA: SEQUENCE of two INTEGERs, each with a sign octet at most. Ed25519: 64. */
function signatureSize(der: Uint8Array): number {
  const { publicKey } = readCertificate(der);
  algorithmsOf(publicKey);
  const octets = Math.ceil(publicKey.size / 8);
  switch (publicKey.kind) {
    case 'rsa':
    case 'rsa-pss':
      return octets;
    case 'ec':
      return 2 * (octets + 3) + 3;
    default:
      return 2 * octets;
  }
}
