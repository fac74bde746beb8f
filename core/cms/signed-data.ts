// Builds the detached SignedData of a signature made elsewhere (RFC 5652 5; ETSI EN 319 142-1 6.3).
import { DIGEST_OF, type SignatureAlgorithm } from '../domain/signature-algorithm.ts';
import { cursorOver, readWholeBer, TAG, contextTag } from './ber.ts';
import { equalBytes } from './ber-values.ts';
import { algorithmFor, readCertificate } from './certificate.ts';
import {
  der,
  DER_NULL,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derSmallInteger,
} from './der-writer.ts';
import { OID } from './oids.ts';
import { buildSignedAttributes } from './signed-attributes.ts';

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
    derSetOf(digestAlgorithm(algorithm)),
    derSequence(derOid(OID.data)),
    der(contextTag(0), certificate, ...others),
    derSetOf(signerInfo(input)),
  );
  return derSequence(derOid(OID.signedData), der(contextTag(0), signedData));
}

function signerInfo(input: SignedDataInput): Uint8Array {
  return derSequence(
    derSmallInteger(1),
    issuerAndSerial(input.certificate),
    digestAlgorithm(input.algorithm),
    implicitSet(input.signedAttributes),
    signatureAlgorithm(input.algorithm),
    derOctetString(input.signature),
  );
}

/** The bytes that were signed, under the identifier the structure gives them: [0] IMPLICIT SET OF. */
function implicitSet(signedAttributes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(signedAttributes);
  copy[0] = contextTag(0);
  return copy;
}

/** RFC 5754 2: the parameters of the SHA-2 functions are left out. */
function digestAlgorithm(algorithm: SignatureAlgorithm): Uint8Array {
  return derSequence(derOid(OID[DIGEST_OF[algorithm]]));
}

function signatureAlgorithm(algorithm: SignatureAlgorithm): Uint8Array {
  switch (algorithm) {
    case 'RSA_PKCS1_SHA256':
      return derSequence(derOid(OID.sha256WithRsa), DER_NULL);
    case 'ECDSA_P256_SHA256':
      return derSequence(derOid(OID.ecdsaWithSha256));
    case 'ECDSA_P384_SHA384':
      return derSequence(derOid(OID.ecdsaWithSha384));
  }
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

/**
 * An upper bound, in bytes, of what buildSignedData returns for this signer: what /Contents must hold.
 * Throws CERT_MALFORMED, CERT_KEY_WEAK, CMS_ALGORITHM_UNSUPPORTED.
 */
export function signedDataSize(input: SignerInput): number {
  const digestName = DIGEST_OF[input.algorithm];
  const signedAttributes = buildSignedAttributes({
    digest: new Uint8Array(digestName === 'sha256' ? 32 : digestName === 'sha384' ? 48 : 64),
    digestAlgorithm: digestName,
    certificate: input.certificate,
  });
  const signature = new Uint8Array(signatureSize(input.certificate));
  return buildSignedData({ ...input, signedAttributes, signature }).length;
}

/** RSA: the modulus. ECDSA: SEQUENCE of two INTEGERs, each with a sign octet at most. */
function signatureSize(der: Uint8Array): number {
  const certificate = readCertificate(der);
  algorithmFor(certificate);
  const { kind, size } = certificate.publicKey;
  const octets = Math.ceil(size / 8);
  return kind === 'rsa' ? octets : 2 * (octets + 3) + 3;
}
