// What time stamps prove of one signature: whether they are sound, and whether their authority is trusted.
import { createHash } from 'node:crypto';
import type { HashName } from '../cms/algorithms.ts';
import { CmsError } from '../cms/cms-error.ts';
import {
  isTokenIntact,
  type TimestampToken,
  type TokenFacts,
  verifyTimestampToken,
} from '../cms/timestamp-token.ts';
import type { CertificatePool } from '../trust/certificate-pool.ts';
import { findPath } from '../trust/certification-path.ts';
import { weakHash, weakLink } from './policy.ts';
import type { SignatureContents } from './read-signature.ts';

export interface TimestampFacts {
  /** Null for a token that cannot be read. */
  readonly token: TimestampToken | null;
  /** The authority's full and common names; empty where its certificate is not there. */
  readonly authority: string;
  readonly authorityName: string;
  readonly intact: boolean;
  /** Null where no anchors were given. */
  readonly trusted: boolean | null;
}

export interface TrustSettings {
  readonly pool: CertificatePool;
  /** The time asked for; null: the best time known. */
  readonly at: Date | null;
  readonly now: Date;
}

/** Judges a signature time stamp: a token over the signature value (ETSI EN 319 122-1 5.3). */
export function signatureTimestamp(
  token: TimestampToken | null,
  { signer, signedData }: SignatureContents,
  trust: TrustSettings,
): TimestampFacts {
  const unreadable = {
    token: null,
    authority: '',
    authorityName: '',
    intact: false,
    trusted: null,
  };
  if (token === null) return unreadable;
  const imprintOf = (hash: HashName): Uint8Array =>
    createHash(hash).update(signer.signature).digest();
  try {
    const facts = verifyTimestampToken(token, imprintOf, signedData.certificates);
    return timestampFacts(token, facts, trust);
  } catch (error) {
    if (error instanceof CmsError) return unreadable;
    throw error;
  }
}

/** The same of a token whose facts are known already. */
export function timestampFacts(
  token: TimestampToken,
  facts: TokenFacts,
  trust: TrustSettings,
): TimestampFacts {
  return {
    token,
    authority: facts.certificate?.subject ?? '',
    authorityName: facts.certificate?.commonName ?? '',
    intact: isTokenIntact(facts),
    trusted: trust.pool.hasAnchors ? isTrusted(facts, token, trust) : null,
  };
}

/** The authority's chain is judged at the time asked for or now: nothing here proves that it existed earlier. */
function isTrusted(
  { certificate, hashes, purposeRight }: TokenFacts,
  { imprintHash }: TimestampToken,
  { pool, at, now }: TrustSettings,
): boolean {
  if (certificate === null || !purposeRight) return false;
  const path = findPath(certificate, pool, at ?? now);
  return (
    path.failure === null &&
    weakHash(imprintHash === null ? hashes : [...hashes, imprintHash]) === null &&
    weakLink(path.certificates, true) === null
  );
}

/** The earliest time that an intact time stamp of a trusted authority proves; null where none does. */
export function earliestTrusted(timestamps: readonly TimestampFacts[]): Date | null {
  let earliest: Date | null = null;
  for (const { token, intact, trusted } of timestamps) {
    if (token === null || !intact || trusted !== true) continue;
    if (earliest === null || token.time < earliest) earliest = token.time;
  }
  return earliest;
}
