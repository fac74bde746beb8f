// What holds of one signer of a SignedData (RFC 5652 5.4, 5.6): facts for a judgement made elsewhere.
import { constants, createPublicKey, publicDecrypt } from 'node:crypto';
import { algorithmMisfit } from './algorithm-misfit.ts';
import {
  digestHashOf,
  type HashName,
  oidOfHash,
  schemeOf,
  type SignatureScheme,
} from './algorithms.ts';
import { singleValue } from './attributes.ts';
import { equalBytes, octetsOf, oidOf } from './ber-values.ts';
import type { Certificate } from './certificate.ts';
import { CmsError } from './cms-error.ts';
import { DER_NULL, derOctetString, derOid, derSequence } from './der-writer.ts';
import { OID } from './oids.ts';
import { canVerify, type PublicKey, verifyValue } from './public-key.ts';
import { identifies, type SignerInfo } from './signer-info.ts';
import { certificateReference } from './signing-certificate.ts';
import { isVerified, type VerifiedValue } from './verified-value.ts';

export type Match = 'match' | 'mismatch' | 'unsupported';

export interface SignerFacts {
  /** The certificate the signer names; null where it is not among those given. */
  readonly certificate: Certificate | null;
  /** The messageDigest attribute (or, without attributes, the value itself) against the content's digest. */
  readonly digest: Match;
  /** The signature value under the certificate's key; 'unsupported' also where there is no certificate. */
  readonly signature: Match;
  readonly reference: 'match' | 'mismatch' | 'absent';
  /** Signed attributes that must be there and are not, or that say another content type (RFC 5652 11). */
  readonly missing: readonly ('content-type' | 'message-digest')[];
  readonly hasSignedAttributes: boolean;
  readonly hasSigningTime: boolean;
  /** Algorithms that do not go together; null where they do. */
  readonly misfit: string | null;
  /** Hash functions that the signature rests on. */
  readonly hashes: readonly HashName[];
}

export interface SignerInput {
  readonly signer: SignerInfo;
  readonly contentType: string;
  readonly certificates: readonly Certificate[];
  /** The content's digest by the signer's digestAlgorithm; null where it could not be computed. */
  readonly contentDigest: Uint8Array | null;
  /** Whether there is still time to verify with this key; absent: always. */
  readonly mayVerify?: ((key: PublicKey) => boolean) | undefined;
  /** What has been verified already: of a signature that was made here, a moment ago. */
  readonly verified?: VerifiedValue | undefined;
}

/** The hash function whose digest of the content this signer needs; null where it is not known here. */
export function contentHashOf(signer: SignerInfo): HashName | null {
  return digestHashOf(signer.digestAlgorithm);
}

/** Throws CMS_MALFORMED where an attribute's value cannot be read. */
export function verifySigner(input: SignerInput): SignerFacts {
  const { signer, certificates } = input;
  const certificate = certificates.find((one) => identifies(signer.identifier, one)) ?? null;
  const attributes = signer.signedAttributes;
  const reference =
    certificate === null || attributes === null
      ? null
      : certificateReference(attributes, certificate);
  const scheme = schemeOf(signer.signatureAlgorithm, signer.digestAlgorithm);
  const hashes = new Set<HashName>();
  const contentHash = contentHashOf(signer);
  if (contentHash !== null) hashes.add(contentHash);
  if (scheme !== null && scheme.kind !== 'eddsa') hashes.add(scheme.hash);
  return {
    certificate,
    ...(attributes === null
      ? valueOverContent(input, certificate)
      : overAttributes(input, certificate)),
    reference: !reference?.present ? 'absent' : reference.matches ? 'match' : 'mismatch',
    hasSignedAttributes: attributes !== null,
    hasSigningTime: attributes?.has(OID.signingTime) ?? false,
    misfit: algorithmMisfit(signer, certificate?.publicKey ?? null),
    hashes: [...hashes],
  };
}

type Outcome = Pick<SignerFacts, 'digest' | 'signature' | 'missing'>;

function overAttributes(input: SignerInput, certificate: Certificate | null): Outcome {
  const { signer, contentDigest } = input;
  const attributes = signer.signedAttributes ?? new Map<string, never>();
  const contentType = singleValue(attributes, OID.contentType);
  const messageDigest = singleValue(attributes, OID.messageDigest);
  const missing: SignerFacts['missing'][number][] = [];
  if (contentType === null || oidOf(contentType) !== input.contentType)
    missing.push('content-type');
  if (messageDigest === null) missing.push('message-digest');
  const scheme = schemeOf(signer.signatureAlgorithm, signer.digestAlgorithm);
  return {
    missing,
    digest:
      contentDigest === null || messageDigest === null
        ? 'unsupported'
        : equalBytes(octetsOf(messageDigest), contentDigest)
          ? 'match'
          : 'mismatch',
    signature:
      scheme === null || certificate === null
        ? 'unsupported'
        : judgedValue(input, scheme, certificate),
  };
}

/** By signer and by the certificate's digest: a document is judged anew with each answer that the network gives. */
const judgedValues = new WeakMap<SignerInfo, Map<string, Match>>();

function judgedValue(input: SignerInput, scheme: SignatureScheme, certificate: Certificate): Match {
  const { signer, mayVerify = () => true } = input;
  const judged = judgedValues.get(signer) ?? new Map<string, Match>();
  judgedValues.set(signer, judged);
  const known = judged.get(certificate.sha256);
  if (known !== undefined) return known;
  const { publicKey } = certificate;
  if (!canVerify(scheme, publicKey) || !mayVerify(publicKey)) return 'unsupported';
  const result = valueIsRight(input, scheme, certificate) ? 'match' : 'mismatch';
  judged.set(certificate.sha256, result);
  return result;
}

function valueIsRight(
  { signer, verified }: SignerInput,
  scheme: SignatureScheme,
  { der, publicKey }: Certificate,
): boolean {
  const { signature, signedBytes } = signer;
  const data = signedBytes ?? new Uint8Array(0);
  const known =
    verified !== undefined && isVerified(verified, { scheme, certificate: der, data, signature });
  return known || verifyValue(scheme, publicKey, data, signature);
}

/**
 * Without signed attributes the value is made over the content, of which only the digest is at hand.
 * An RSA value shows the digest it was made over; other kinds cannot be judged this way.
 */
function valueOverContent(input: SignerInput, certificate: Certificate | null): Outcome {
  const { signer, contentDigest, mayVerify = () => true } = input;
  const scheme = schemeOf(signer.signatureAlgorithm, signer.digestAlgorithm);
  const unsupported: Outcome = { missing: [], digest: 'unsupported', signature: 'unsupported' };
  if (certificate?.publicKey.kind !== 'rsa' || scheme?.kind !== 'rsa') return unsupported;
  if (!canVerify(scheme, certificate.publicKey) || !mayVerify(certificate.publicKey)) {
    return unsupported;
  }
  if (scheme.hash !== contentHashOf(signer) || contentDigest === null) return unsupported;
  const found = recoverDigestInfo(certificate, signer.signature);
  const prefix = digestInfo(oidOfHash(scheme.hash), contentDigest);
  const expected = prefix.subarray(0, prefix.length - contentDigest.length);
  const shown = found?.subarray(expected.length) ?? new Uint8Array(0);
  const isDigestInfo =
    found?.length === prefix.length && equalBytes(found.subarray(0, expected.length), expected);
  if (!isDigestInfo) return { missing: [], digest: 'unsupported', signature: 'mismatch' };
  return {
    missing: [],
    digest: equalBytes(shown, contentDigest) ? 'match' : 'mismatch',
    signature: 'match',
  };
}

/** What an RSASSA-PKCS1-v1_5 value carries (RFC 8017 8.2.2); null where its padding is wrong. */
export function recoverDigestInfo(
  { publicKey: { kind, spki } }: Certificate,
  signature: Uint8Array,
): Uint8Array | null {
  if (kind !== 'rsa') return null;
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
  } catch {
    return null;
  }
}

/** DigestInfo (RFC 8017 A.2.4). */
function digestInfo(oid: string, digest: Uint8Array): Uint8Array {
  return derSequence(derSequence(derOid(oid), DER_NULL), derOctetString(digest));
}

/** The one signer of a PDF signature (ISO 32000-2 12.8.3.3.1). Throws CMS_MALFORMED for none or several. */
export function onlySigner(signers: readonly SignerInfo[]): SignerInfo {
  const [signer, second] = signers;
  if (signer === undefined || second !== undefined) throw new CmsError('CMS_MALFORMED');
  return signer;
}
