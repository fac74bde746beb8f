// Everything the checks look at: collected once, judged elsewhere.
import { equalBytes } from '../cms/ber-values.ts';
import type { Certificate } from '../cms/certificate.ts';
import { CmsError } from '../cms/cms-error.ts';
import { type TokenFacts, verifyTimestampToken } from '../cms/timestamp-token.ts';
import { contentHashOf, type Match, type SignerFacts, verifySigner } from '../cms/verify-signer.ts';
import { isForPractice } from '../domain/practice-mark.ts';
import type { CertificatePool } from '../trust/certificate-pool.ts';
import { type CertificationPath, findPath } from '../trust/certification-path.ts';
import type { RevocationAnswer } from '../trust/revocation/judgement.ts';
import { contentTimestamps } from './content-timestamps.ts';
import type { DocumentHistory, SignatureChanges } from './modifications/signature-changes.ts';
import { AlgorithmsAt } from './policy.ts';
import type { RangeDigests } from './range-digests.ts';
import type { SignatureContents, SignatureRead } from './read-signature.ts';
import { type ChainStatus, judgedChain, statusWhileValid } from './revocation/chain-status.ts';
import {
  earliest,
  signatureTimestamp,
  skewOf,
  type TimestampFacts,
  timestampFacts,
  trustedTimes,
  type TrustSettings,
} from './timestamp-facts.ts';
import { hashBy } from '../cms/hashing.ts';

export interface SignatureFacts extends SignatureRead {
  readonly signer: SignerFacts | null;
  /** The byte range's digest against what is signed; 'not-computed' where ranges overlap too much. */
  readonly content: Match | 'not-computed';
  /** Byte range, digest and signature value all hold. */
  readonly intact: boolean;
  /** What later revisions changed; null where that was not or could not be told. */
  readonly changes: SignatureChanges | null;
  /** Whether another field shows the same value. */
  readonly shared: boolean;
  /** The revision, counted from 1, that took the signature out of the document; null where it is still there. */
  readonly removedIn: number | null;
  /** The revision that took away an earlier signature of the same signer; null where none did. */
  readonly replacedIn: number | null;
  /** A key that a dictionary of the document has twice, with different values; null where none was met. */
  readonly repeatedKey: string | null;
  readonly timestamps: readonly TimestampFacts[];
  /** Time stamps over the content, which the signature covers. */
  readonly contentTimestamps: readonly TimestampFacts[];
  /** The latest time that something states which the signature covers: it was made after that. */
  readonly madeAfter: Date | null;
  /** The earliest time that an intact time stamp of a trusted authority proves, on it or after it. */
  readonly bestTime: Date | null;
  /** What a later document time stamp proves; null where none does. */
  readonly proven: Date | null;
  /** How far the clocks of two authorities may be apart. */
  readonly skewMs: number;
  readonly anchorsGiven: boolean;
  /** Whether the signer's chain was revoked at that time; null where it leads to no anchor. */
  readonly revocation: ChainStatus | null;
  /** The chain of who said what the revocation status rests on; null where nobody did. */
  readonly speaker: readonly Certificate[] | null;
  /** Kinds of what the document holds about the signer's chain: in the signature or in its security store. */
  readonly carried: readonly ('ocsp' | 'crl')[];
  /** Null where there is no signer's certificate. */
  readonly path: CertificationPath | null;
  /** Name of an algorithm the judgement would rest on and must not; null if there is none. */
  readonly weakness: string | null;
  /** Name of an algorithm of the signature itself that was no longer safe when it was made; null if there is none. */
  readonly weakWhenMade: string | null;
  /** Whether a certificate of the chain was made for practice, and where that is met. */
  readonly practice: 'none' | 'inside' | 'outside';
  /** For a document time stamp: whether the signer may stamp times. */
  readonly stampsTimes: boolean;
}

export interface Surroundings extends TrustSettings {
  readonly digests: RangeDigests;
  readonly changes: DocumentHistory;
  readonly repeatedKey: string | null;
}

export function collectFacts(read: SignatureRead, surroundings: Surroundings): SignatureFacts {
  const nothing: SignatureFacts = {
    ...read,
    signer: null,
    content: 'unsupported',
    intact: false,
    changes: surroundings.changes.after.get(read.value) ?? null,
    shared: surroundings.changes.shared.has(read.value),
    removedIn: surroundings.changes.earlier.removed.get(read.value) ?? null,
    replacedIn: surroundings.changes.earlier.replacing.get(read.value) ?? null,
    repeatedKey: surroundings.repeatedKey,
    timestamps: [],
    contentTimestamps: [],
    madeAfter: null,
    bestTime: null,
    proven: surroundings.proven,
    skewMs: skewOf(surroundings.policy),
    revocation: null,
    speaker: null,
    carried: [],
    anchorsGiven: surroundings.pool.hasAnchors,
    path: null,
    weakness: null,
    weakWhenMade: null,
    practice: 'none',
    stampsTimes: false,
  };
  if (read.contents === null) return nothing;
  try {
    return { ...nothing, ...contentFacts(read, read.contents, surroundings) };
  } catch (error) {
    // An attribute that is needed cannot be read: the contents are not what they should be.
    if (error instanceof CmsError) return { ...nothing, contents: null };
    throw error;
  }
}

function contentFacts(
  { range: { range } }: SignatureRead,
  contents: SignatureContents,
  surroundings: Surroundings,
) {
  const hash = contents.rangeHash;
  const computable = range !== null && hash !== null;
  const digest = computable ? surroundings.digests.digestOf(range, hash) : null;
  const { signer, content, token } = verifyContents(contents, digest, surroundings.pool);
  const timestamps =
    contents.token !== null && token !== null
      ? [timestampFacts(contents.token, token, surroundings)]
      : contents.timestamps.map((one) => signatureTimestamp(one, contents, surroundings));
  const { pool, evidence, policy, now, proven } = surroundings;
  const stated = earliest(trustedTimes(timestamps));
  // The time that a token states cannot vouch for the certificate that it is signed with.
  const known = token === null ? earlier(stated, proven) : proven;
  // A stamp from before the certificate is a fault of its own (5.5.4), not of the chain.
  const begun =
    signer.certificate === null || known === null || known >= signer.certificate.notBefore;
  const at = begun ? (known ?? now) : now;
  const algorithms = new AlgorithmsAt(policy, at);
  const usedAt = contents.token?.time ?? null;
  const judged = judgedChain(signer.certificate, { at, usedAt, pool, evidence });
  const { path } = judged;
  const revocation = judged.revocation ?? statusWhileValid(path, { pool, evidence });
  // What the signature covers was there when it was stamped itself.
  const covered = { ...surroundings, proven: known ?? proven };
  return {
    contentTimestamps: contentTimestamps(contents, range, surroundings.digests, covered),
    signer,
    content: computable && digest === null ? ('not-computed' as const) : content,
    intact: content === 'match' && signer.digest === 'match' && signer.signature === 'match',
    timestamps,
    bestTime: token === null ? known : stated,
    path,
    revocation,
    speaker: speakerOf(path, revocation, pool, at),
    carried: [
      ...contents.revocation,
      ...(revocation?.links.flatMap((link) => link.carried) ??
        evidence.kindsAbout(path?.certificates ?? [], at)),
    ],
    weakness:
      algorithms.weakHash(hash === null ? signer.hashes : [...signer.hashes, hash]) ??
      (path === null ? null : algorithms.weakLink(path.certificates, path.anchor !== null)),
    practice: practiceOf(signer.certificate, path, pool),
    stampsTimes: token?.purposeRight ?? false,
  };
}

/** The signer's own mark counts even where the chain leads nowhere. */
function practiceOf(
  signer: Certificate | null,
  path: CertificationPath | null,
  { practice }: CertificatePool,
): SignatureFacts['practice'] {
  const chain = [...(signer === null ? [] : [signer]), ...(path?.certificates ?? [])];
  if (!chain.some(({ der }) => isForPractice(der))) return 'none';
  return practice ? 'inside' : 'outside';
}

function speakerOf(
  path: CertificationPath | null,
  revocation: ChainStatus | null,
  pool: CertificatePool,
  at: Date,
): readonly Certificate[] | null {
  const signer = decisiveAnswer(revocation)?.signer;
  if (signer === undefined || path === null) return null;
  const inChain = path.certificates.findIndex(({ sha256 }) => sha256 === signer.sha256);
  return inChain === -1
    ? findPath(signer, pool, at).certificates
    : path.certificates.slice(inChain);
}

/** What a revocation status rests on; null where nobody said anything. */
export function decisiveAnswer(revocation: ChainStatus | null): RevocationAnswer | null {
  return (revocation?.decisive ?? revocation?.links[0])?.answer ?? null;
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

interface Verified {
  readonly signer: SignerFacts;
  readonly content: Match;
  readonly token: TokenFacts | null;
}

/** `digest` is the byte range's by `contents.rangeHash`, null where there is none. */
function verifyContents(
  contents: SignatureContents,
  digest: Uint8Array | null,
  pool: CertificatePool,
): Verified {
  const { signedData, signer, token } = contents;
  if (token !== null) {
    const named = pool.named(signer.identifier);
    const facts = verifyTimestampToken(token, () => digest, named, pool.mayVerify);
    return { signer: facts, content: facts.imprint, token: facts };
  }
  const { contentType, certificates, content } = signedData;
  const { mayVerify } = pool;
  const verified = (contentDigest: Uint8Array | null): SignerFacts =>
    verifySigner({ signer, contentType, certificates, contentDigest, mayVerify });
  if (content === null) {
    const facts = verified(digest);
    return { signer: facts, content: facts.digest, token: null };
  }
  // adbe.pkcs7.sha1: the content is the range's digest, and is itself what the CMS signs.
  const hash = contentHashOf(signer);
  const facts = verified(hash === null ? null : hashBy(hash).update(content).digest());
  const matches = digest !== null && equalBytes(content, digest);
  return {
    signer: facts,
    content: digest === null ? 'unsupported' : matches ? 'match' : 'mismatch',
    token: null,
  };
}

/** Whether the signer's chain leads to an anchor, nothing in it was revoked, and nothing in it is weak. */
export function chainIsSound({ path, revocation, weakness }: SignatureFacts): boolean {
  return path?.failure === null && revocation?.status !== 'revoked' && weakness === null;
}
