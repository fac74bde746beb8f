// What time stamps prove of one signature: whether they are sound, and whether their authority is trusted.
import type { HashName } from '../cms/algorithms.ts';
import type { Certificate } from '../cms/certificate.ts';
import { CmsError } from '../cms/cms-error.ts';
import {
  isTokenIntact,
  type TimestampToken,
  type TokenFacts,
  verifyTimestampToken,
} from '../cms/timestamp-token.ts';
import type { ValidationPolicy } from '../domain/validation-policy.ts';
import type { CertificatePool } from '../trust/certificate-pool.ts';
import type { CertificationPath } from '../trust/certification-path.ts';
import { AlgorithmsAt } from './policy.ts';
import type { SignatureContents } from './read-signature.ts';
import { type ChainStatus, judgedChain } from './revocation/chain-status.ts';
import type { RevocationEvidence } from './revocation/evidence.ts';
import { hashBy } from '../cms/hashing.ts';

export interface TimestampFacts {
  /** Null for a token that cannot be read. */
  readonly token: TimestampToken | null;
  /** The authority's full and common names; empty where its certificate is not there. */
  readonly authority: string;
  readonly authorityName: string;
  readonly intact: boolean;
  /** Whether all that cannot be told of it is by whom it is: its authority's certificate is nowhere in the document. */
  readonly anonymous: boolean;
  /** Null where no anchors were given. */
  readonly trusted: boolean | null;
  /** The authority's; null where its certificate is not there. */
  readonly path: CertificationPath | null;
  /** Whether the authority's chain was revoked; null where it leads to no anchor. */
  readonly revocation: ChainStatus | null;
}

export const UNREADABLE_TIMESTAMP: TimestampFacts = {
  token: null,
  authority: '',
  authorityName: '',
  intact: false,
  anonymous: false,
  trusted: null,
  path: null,
  revocation: null,
};

export interface TrustSettings {
  readonly pool: CertificatePool;
  readonly evidence: RevocationEvidence;
  readonly policy: ValidationPolicy;
  /** The time of the judgement. */
  readonly now: Date;
  /** The earliest time at which a later document time stamp proves that all this was there already. */
  readonly proven: Date | null;
}

/** Judges a signature time stamp: a token over the signature value (ETSI EN 319 122-1 5.3). */
export function signatureTimestamp(
  token: TimestampToken | null,
  { signer, signedData }: SignatureContents,
  trust: TrustSettings,
): TimestampFacts {
  if (token === null) return UNREADABLE_TIMESTAMP;
  const imprintOf = (hash: HashName): Uint8Array => hashBy(hash).update(signer.signature).digest();
  try {
    const known = [...signedData.certificates, ...trust.pool.named(token.signer.identifier)];
    const facts = verifyTimestampToken(token, imprintOf, known, trust.pool.mayVerify);
    return timestampFacts(token, facts, trust);
  } catch (error) {
    if (error instanceof CmsError) return UNREADABLE_TIMESTAMP;
    throw error;
  }
}

/** The same of a token whose facts are known already. */
export function timestampFacts(
  token: TimestampToken,
  facts: TokenFacts,
  trust: TrustSettings,
): TimestampFacts {
  const { pool, evidence, policy, now, proven } = trust;
  const at = proven ?? now;
  const usedAt = token.time;
  const { path, revocation } = judgedChain(facts.certificate, { at, usedAt, pool, evidence });
  return {
    token,
    authority: facts.certificate?.subject ?? '',
    authorityName: facts.certificate?.commonName ?? '',
    intact: isTokenIntact(facts),
    anonymous: facts.certificate === null && facts.imprint === 'match' && facts.digest === 'match',
    trusted: pool.hasAnchors
      ? isTrusted(facts, token, path, trust, new AlgorithmsAt(policy, at))
      : null,
    path,
    revocation,
  };
}

/** How far the clocks of an authority and of this computer may be apart, in milliseconds. */
export function skewOf({ revocation }: ValidationPolicy): number {
  return revocation.skewMinutes * 60_000;
}

/** Whether a stamp can have been made at the time it states: not before its certificate, not in the future. */
export function isTimely(
  time: Date,
  certificate: Certificate,
  { now, policy }: Pick<TrustSettings, 'now' | 'policy'>,
): boolean {
  return time >= certificate.notBefore && time.getTime() <= now.getTime() + skewOf(policy);
}

/** The authority's chain is judged when the token is known to have existed: nothing here proves more. */
function isTrusted(
  { hashes, purposeRight, certificate }: TokenFacts,
  { imprintHash, time }: TimestampToken,
  path: CertificationPath | null,
  trust: TrustSettings,
  algorithms: AlgorithmsAt,
): boolean {
  if (path === null || certificate === null || !purposeRight) return false;
  if (!isTimely(time, certificate, trust)) return false;
  return (
    path.failure === null &&
    algorithms.weakHash(imprintHash === null ? hashes : [...hashes, imprintHash]) === null &&
    algorithms.weakLink(path.certificates, true) === null
  );
}

/** Times that intact time stamps of trusted authorities state, none of which was revoked. */
export function trustedTimes(timestamps: readonly TimestampFacts[]): Date[] {
  return timestamps.flatMap(({ token, intact, trusted, revocation }) => {
    const sound = intact && trusted === true && revocation?.status !== 'revoked';
    return token !== null && sound ? [token.time] : [];
  });
}

/** The earliest of times; null of none. */
export function earliest(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.min(...times.map(Number)));
}

/** The latest of times; null of none. */
export function latest(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.max(...times.map(Number)));
}
