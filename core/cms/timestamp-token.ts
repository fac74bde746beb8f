// Time-stamp tokens (RFC 3161 2.4.2; RFC 5816): what time they say, and whether they are sound.
import { hashOf, type HashName, readAlgorithm } from './algorithms.ts';
import { cursorOver, readWholeBer, TAG } from './ber.ts';
import { equalBytes, integerHexOf, octetsOf, oidOf, smallIntegerOf, timeOf } from './ber-values.ts';
import type { Certificate } from './certificate.ts';
import { CmsError } from './cms-error.ts';
import { OID } from './oids.ts';
import type { SignedData } from './signed-data-reader.ts';
import type { SignerInfo } from './signer-info.ts';
import {
  contentHashOf,
  onlySigner,
  type SignerFacts,
  type SignerInput,
  verifySigner,
} from './verify-signer.ts';
import { hashBy } from './hashing.ts';

export interface TimestampToken {
  readonly time: Date;
  /** OID of the policy that the authority stamped under. */
  readonly policy: string;
  /** Hexadecimal, as the request gave it; null where the token carries none. */
  readonly nonce: string | null;
  /** Null for a hash function that is not known here. */
  readonly imprintHash: HashName | null;
  readonly imprint: Uint8Array;
  readonly signedData: SignedData;
  readonly signer: SignerInfo;
  /** DER of TSTInfo. */
  readonly content: Uint8Array;
}

/** Reads the token out of a SignedData. Throws CMS_MALFORMED where it is none. */
export function readTimestampToken(signedData: SignedData): TimestampToken {
  const { contentType, content } = signedData;
  if (contentType !== OID.tstInfo || content === null) throw new CmsError('CMS_MALFORMED');
  const cursor = cursorOver(readWholeBer(content), TAG.SEQUENCE);
  smallIntegerOf(cursor.next(TAG.INTEGER));
  const policy = oidOf(cursor.next());
  const messageImprint = cursorOver(cursor.next(), TAG.SEQUENCE);
  const imprintHash = hashOf(readAlgorithm(messageImprint.next()));
  const imprint = octetsOf(messageImprint.next());
  cursor.next(TAG.INTEGER); // serialNumber
  const time = timeOf(cursor.next(TAG.GENERALIZED_TIME));
  cursor.optional(TAG.SEQUENCE); // accuracy
  cursor.optional(TAG.BOOLEAN); // ordering
  const nonce = cursor.optional(TAG.INTEGER);
  const signer = onlySigner(signedData.signers);
  return {
    time,
    policy,
    nonce: nonce === null ? null : integerHexOf(nonce),
    imprintHash,
    imprint,
    signedData,
    signer,
    content,
  };
}

export interface TokenFacts extends SignerFacts {
  readonly imprint: 'match' | 'mismatch' | 'unsupported';
  /** Whether the signer is a certificate for time stamping and nothing else (RFC 3161 2.3). */
  readonly purposeRight: boolean;
}

/**
 * `imprintOf` gives the digest of what was stamped, or null where it could not be computed;
 * `others` are certificates known from elsewhere, for tokens that carry none.
 * Throws CMS_MALFORMED.
 */
export function verifyTimestampToken(
  token: TimestampToken,
  imprintOf: (hash: HashName) => Uint8Array | null,
  others: readonly Certificate[] = [],
  mayVerify?: SignerInput['mayVerify'],
): TokenFacts {
  const { signer, signedData, content, imprintHash } = token;
  const hash = contentHashOf(signer);
  const facts = verifySigner({
    signer,
    contentType: OID.tstInfo,
    certificates: [...signedData.certificates, ...others],
    contentDigest: hash === null ? null : hashBy(hash).update(content).digest(),
    mayVerify,
  });
  const stamped = imprintHash === null ? null : imprintOf(imprintHash);
  return {
    ...facts,
    imprint:
      stamped === null ? 'unsupported' : equalBytes(stamped, token.imprint) ? 'match' : 'mismatch',
    purposeRight: facts.certificate !== null && isForTimeStamping(facts.certificate),
  };
}

function isForTimeStamping({ extendedKeyUsage, extensions }: Certificate): boolean {
  const critical = extensions.all.get(OID.extendedKeyUsage)?.critical ?? false;
  return critical && extendedKeyUsage?.length === 1 && extendedKeyUsage[0] === OID.timeStamping;
}

/**
 * Whether imprint, signature and reference hold. RFC 3161 2.4.2 asks for signed attributes in a token,
 * and RFC 5816 for a reference to the TSA's certificate; a token without a reference is still sound.
 */
export function isTokenIntact(facts: TokenFacts): boolean {
  return (
    facts.imprint === 'match' &&
    facts.digest === 'match' &&
    facts.signature === 'match' &&
    facts.hasSignedAttributes &&
    facts.missing.length === 0 &&
    facts.reference !== 'mismatch'
  );
}
