// Everything the checks look at: collected once, judged elsewhere.
import type { Certificate } from '../cms/certificate.ts';
import { CmsError } from '../cms/cms-error.ts';
import type { Match, SignerFacts } from '../cms/verify-signer.ts';
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
import { verifyContents } from './verify-contents.ts';

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
  if (read.contents === null) return factsOf(read, null, NOTHING_TOLD, surroundings);
  try {
    const told = contentFacts(read, read.contents, surroundings);
    return factsOf(read, read.contents, told, surroundings);
  } catch (error) {
    // An attribute that is needed cannot be read: the contents are not what they should be.
    if (error instanceof CmsError) return factsOf(read, null, NOTHING_TOLD, surroundings);
    throw error;
  }
}

/** What the contents tell. */
type Told = Pick<
  SignatureFacts,
  | ('signer' | 'content' | 'intact' | 'timestamps' | 'contentTimestamps' | 'bestTime')
  | ('revocation' | 'speaker' | 'carried' | 'path' | 'weakness' | 'practice' | 'stampsTimes')
>;

const NOTHING_TOLD: Told = {
  ...{ signer: null, content: 'unsupported', intact: false, timestamps: [], contentTimestamps: [] },
  ...{ bestTime: null, revocation: null, speaker: null, carried: [], path: null, weakness: null },
  ...{ practice: 'none', stampsTimes: false },
};

/** One shape for all, written out: for hundreds of signatures there are hundreds. */
function factsOf(
  { value, format, range }: SignatureRead,
  contents: SignatureContents | null,
  told: Told,
  { changes, repeatedKey, proven, policy, pool }: Surroundings,
): SignatureFacts {
  return {
    value,
    format,
    range,
    contents,
    signer: told.signer,
    content: told.content,
    intact: told.intact,
    changes: changes.after.get(value) ?? null,
    shared: changes.shared.has(value),
    removedIn: changes.earlier.removed.get(value) ?? null,
    replacedIn: changes.earlier.replacing.get(value) ?? null,
    repeatedKey,
    timestamps: told.timestamps,
    contentTimestamps: told.contentTimestamps,
    madeAfter: null,
    bestTime: told.bestTime,
    proven,
    skewMs: skewOf(policy),
    revocation: told.revocation,
    speaker: told.speaker,
    carried: told.carried,
    anchorsGiven: pool.hasAnchors,
    path: told.path,
    weakness: told.weakness,
    weakWhenMade: null,
    practice: told.practice,
    stampsTimes: told.stampsTimes,
  };
}

function contentFacts(
  { range: { range } }: SignatureRead,
  contents: SignatureContents,
  surroundings: Surroundings,
): Told {
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
  const covered = known === null ? surroundings : { ...surroundings, proven: known };
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

/** Whether the signer's chain leads to an anchor, nothing in it was revoked, and nothing in it is weak. */
export function chainIsSound({ path, revocation, weakness }: SignatureFacts): boolean {
  return path?.failure === null && revocation?.status !== 'revoked' && weakness === null;
}
