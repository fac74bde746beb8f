// Judges every signature of a document (ETSI EN 319 102-1 5, 6): facts, checks, report.
import type { HashName } from '../cms/algorithms.ts';
import { CmsError } from '../cms/cms-error.ts';
import { PenaError } from '../domain/pena-error.ts';
import type { DocumentReport } from '../domain/report.ts';
import type { ValidationPolicy } from '../domain/validation-policy.ts';
import { EMPTY_STORE, readSecurityStore, type SecurityStore } from '../pdf/security-store.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import type { SignatureInventory } from '../pdf/signature-value.ts';
import type { ByteSource } from '../ports/byte-source.ts';
import { CertificatePool } from '../trust/certificate-pool.ts';
import { NO_TRUST_LIST, type TrustList } from '../domain/trust-list.ts';
import { judgeByteRange, type SignedRange } from './byte-range.ts';
import { certificatesOf } from './certificates.ts';
import { contentStampHashes } from './content-timestamps.ts';
import { conclude, verdictOf } from './conclusion.ts';
import type { SignatureFacts } from './facts.ts';
import { judgeInTime } from './judge-in-time.ts';
import {
  documentHistory,
  type DocumentHistory,
  NO_HISTORY,
} from './modifications/signature-changes.ts';
import { openSigned } from './open-signed.ts';
import { SHIPPED_POLICY } from './policy.ts';
import { type Begun, digestRanges } from './range-digests.ts';
import { repeatedKey } from '../pdf/repeated-key.ts';
import { readSignature, type SignatureRead, unreadSignature } from './read-signature.ts';
import { revisionSummaries, signatureReport } from './report.ts';
import { carriedRevocation } from './revocation/carried.ts';
import { RevocationEvidence } from './revocation/evidence.ts';
import { askOnline, type OnlineRevocation } from './revocation/online.ts';

export interface ValidationOptions {
  /** DER certificates to trust. */
  readonly anchors: readonly Uint8Array[];
  /** Anchors known by their fingerprint, and who issues under Pasal 6; absent: only `anchors` count. */
  readonly trust?: TrustList;
  /** Absent: the shipped one. */
  readonly policy?: ValidationPolicy;
  /** The time of the judgement; null: `now`. What time stamps prove counts by that time. */
  readonly at: Date | null;
  readonly now: Date;
  /** Asks the network about certificates of which the document proves too little; absent: nobody is asked. */
  readonly online?: OnlineRevocation | null;
  /** Of an encrypted document, in UTF-8; the caller wipes it. */
  readonly password?: Uint8Array | undefined;
  readonly signal?: AbortSignal;
}

/** The chain, those who spoke for it, and those who spoke for them. */
const MAX_ROUNDS = 3;

/** Throws PDF_* for a file that cannot be read, CERT_MALFORMED for an anchor, CANCELLED. */
export async function validateDocument(
  source: ByteSource,
  options: ValidationOptions,
): Promise<DocumentReport> {
  const { reader, signatures, earlier } = await openSigned(source, options);
  if (earlier.leftOver) throw new PdfError('PDF_SIGNATURE_LEFT_OVER');
  const changes = await documentHistory(reader, signatures, null, earlier);
  const surroundings = {
    ...{ changes, store: await readSecurityStore(reader) },
    repeatedKey: signatures.signatures.length === 0 ? null : await repeatedKey(reader),
  };
  return validateSignatures(source, signatures, options, surroundings);
}

/** The same over signatures already read. */
export async function validateSignatures(
  source: ByteSource,
  inventory: SignatureInventory,
  options: ValidationOptions,
  surroundings?: DocumentSurroundings,
): Promise<DocumentReport> {
  const { trust = NO_TRUST_LIST, policy = SHIPPED_POLICY } = options;
  const { facts, sha256, changes } = await judgeSignatures(
    source,
    inventory,
    options,
    surroundings,
  );
  const reports = facts.map((one) => signatureReport(one, conclude(one, policy), trust));
  return {
    sha256,
    verdict: verdictOf(reports),
    policy: policy.name,
    trustDate: trust.date === '' ? null : trust.date,
    signatures: reports,
    certificates: certificatesOf(facts, trust),
    revisions: revisionSummaries(changes),
  };
}

export interface JudgedSignatures {
  readonly facts: readonly SignatureFacts[];
  /** Of the whole file, hexadecimal. */
  readonly sha256: string;
  readonly changes: DocumentHistory;
}

/** What is known of each signature, from which `conclude` draws its conclusion. */
export async function judgeSignatures(
  source: ByteSource,
  { signatures, revisionEnds }: SignatureInventory,
  {
    anchors,
    trust = NO_TRUST_LIST,
    policy = SHIPPED_POLICY,
    at,
    now,
    online,
    signal,
  }: ValidationOptions,
  { changes, store, begun, repeatedKey = null }: DocumentSurroundings = {
    changes: NO_HISTORY,
    store: EMPTY_STORE,
  },
): Promise<JudgedSignatures> {
  const pinned = trust.pinned.map(({ sha256 }) => sha256);
  const pool = new CertificatePool(anchors, pinned, trust.practice);
  const ends = new Set(revisionEnds);
  const reads: SignatureRead[] = [];
  // Signatures that lie beside one another are no longer than the file; that share a value, without end.
  let room = source.size;
  for (const value of signatures) {
    if (signal?.aborted) throw new PenaError('CANCELLED');
    const range = await judgeByteRange(value, source, ends);
    room -= value.contents.length;
    reads.push(room < 0 ? unreadSignature(value, range) : readSignature(value, range, pool.read));
  }
  const digests = await digestRanges(source, reads.flatMap(digestRequest), signal, begun);
  const evidence = new RevocationEvidence(policy, pool);
  evidence.add(store);
  for (const read of reads) evidence.add(carriedRevocation(read));
  for (const der of store.certificates) readable(() => pool.read(der));
  const time = { pool, evidence, policy, now: at ?? now };
  const judge = (): SignatureFacts[] =>
    judgeInTime(reads, { ...time, digests, changes, repeatedKey });
  let facts = judge();
  const asked = new Set<string>();
  for (let round = 0; online && round < MAX_ROUNDS; round += 1) {
    if (!(await askOnline(evidence, online, asked, signal))) break;
    facts = judge();
  }
  return { facts, sha256: digests.sha256, changes };
}

/** What the document itself has beside its signatures. */
export interface DocumentSurroundings {
  readonly changes: DocumentHistory;
  readonly store: SecurityStore;
  /** Over the file's first octets, where they were digested already. */
  readonly begun?: Begun | null;
  /** See `repeatedKey`; absent: nobody looked. */
  readonly repeatedKey?: string | null;
}

/** A certificate of the store that cannot be read helps nobody. */
function readable(read: () => unknown): void {
  try {
    read();
  } catch (thrown) {
    if (!(thrown instanceof CmsError)) throw thrown;
  }
}

function digestRequest({ range: { range }, contents }: SignatureRead): {
  range: SignedRange;
  hash: HashName;
}[] {
  if (range === null || contents === null) return [];
  const { rangeHash } = contents;
  const hashes = [...(rangeHash === null ? [] : [rangeHash]), ...contentStampHashes(contents)];
  return hashes.map((hash) => ({ range, hash }));
}
