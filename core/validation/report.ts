// Facts and conclusion as the report that people and programs read.
import type { Level, Modification } from '../domain/indication.ts';
import type {
  RevocationSummary,
  RevisionSummary,
  SignatureReport,
  TimestampSummary,
} from '../domain/report.ts';
import type { TrustList } from '../domain/trust-list.ts';
import { certificateSummary } from './certificate-summary.ts';
import { trustSource } from './certificates.ts';
import type { Conclusion } from './conclusion.ts';
import { decisiveAnswer, type SignatureFacts } from './facts.ts';
import type { DocumentHistory } from './modifications/signature-changes.ts';

/** Names come from files: longer than this they are not names. */
const MAX_NAME = 1000;
const MAX_FIELD = 1000;
const MAX_SHORT = 100;

export function signatureReport(
  facts: SignatureFacts,
  conclusion: Conclusion,
  trust: TrustList,
): SignatureReport {
  const { value, range, signer, path, bestTime } = facts;
  const valid = path?.failure === null;
  return {
    field: value.fieldName.slice(0, MAX_FIELD),
    type: value.type,
    subFilter: value.subFilter?.slice(0, MAX_SHORT) ?? null,
    level: levelOf(facts),
    indication: conclusion.indication,
    subIndication: conclusion.subIndication,
    intact: facts.intact,
    coverage: range.coverage,
    byteRange: value.byteRange.slice(0, 4).map((n) => (Number.isSafeInteger(n) ? n : -1)),
    modification: modificationOf(facts),
    docMdp: docMdpOf(facts),
    signer: signer?.certificate ? certificateSummary(signer.certificate) : null,
    chain: path?.certificates.map(({ sha256 }) => sha256) ?? [],
    trustAnchor: valid ? (path.anchor?.sha256 ?? null) : null,
    issuedUnder: issuedUnder(path, trust),
    claimedTime: value.claimedTime,
    bestTime: bestTime?.toISOString() ?? null,
    timestamps: timestampSummaries(facts),
    revocation: revocationSummary(facts),
    revision: facts.changes?.revision ?? null,
    reasons: conclusion.reasons.map(({ code, params }) => ({ code, params: shortened(params) })),
  };
}

function shortened(params: Readonly<Record<string, string | number>>) {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, MAX_NAME) : value,
    ]),
  );
}

/**
 * ETSI EN 319 142-1 6.1, 6.3. B-LT: everything that proves the chain is in the document; B-LTA: and a later
 * document time stamp covers it.
 */
function levelOf({
  format,
  contents,
  signer,
  timestamps,
  proven,
  revocation,
}: SignatureFacts): Level {
  if (contents === null || signer === null) return 'UNKNOWN';
  if (format !== 'pades') return 'CMS';
  const baseline = signer.reference === 'match' && !signer.hasSigningTime;
  if (!baseline) return 'CMS';
  if (!timestamps.some(({ intact }) => intact) && proven === null) return 'PAdES-B-B';
  const proofs = [revocation, ...timestamps.map((one) => one.revocation)];
  const complete = proofs.every((one) => one?.links.every(({ embedded }) => embedded) ?? false);
  if (!complete) return 'PAdES-B-T';
  return proven === null ? 'PAdES-B-LT' : 'PAdES-B-LTA';
}

const UNDER = {
  TRUST_LIST: 'OTHER_RECOGNISED',
  USER: 'USER_TRUSTED',
  PRACTICE: 'PRACTICE',
} as const;

/**
 * Pasal 6 of the regulation: BSrE, or another authority that is recognised. That a certificate has expired
 * changes nothing about who issued it.
 */
function issuedUnder(
  path: SignatureFacts['path'],
  trust: TrustList,
): SignatureReport['issuedUnder'] {
  if (path === null) return null;
  const fault = path.failure?.fault ?? null;
  const led = fault === null || fault === 'expired' || fault === 'not-yet-valid';
  if (path.anchor === null || !led) return 'NOT_RECOGNISED';
  if (path.certificates.some(({ sha256 }) => trust.pasal6.has(sha256))) return 'BSRE';
  return UNDER[trustSource(path.anchor, trust)];
}

const STATUS = {
  good: 'GOOD',
  'revoked-later': 'GOOD',
  revoked: 'REVOKED',
  unknown: 'UNKNOWN',
} as const;

function revocationSummary({ revocation, speaker, carried }: SignatureFacts): RevocationSummary {
  const embedded = [...new Set(carried)].sort();
  if (revocation === null)
    return {
      status: 'NOT_JUDGED',
      embedded,
      source: null,
      checkedAt: null,
      revokedAt: null,
      reason: null,
      chain: [],
    };
  const answer = decisiveAnswer(revocation);
  return {
    status: STATUS[revocation.status],
    embedded,
    source: answer?.source ?? null,
    checkedAt: answer?.thisUpdate.toISOString() ?? null,
    revokedAt: answer?.revocation?.at.toISOString() ?? null,
    reason: answer?.revocation?.reason ?? null,
    chain: speaker?.map(({ sha256 }) => sha256) ?? [],
  };
}

/** What covers the whole file has nothing after it; what covers only a part of a revision is not judged. */
function modificationOf({ range: { coverage }, changes }: SignatureFacts): Modification {
  if (coverage === 'ENTIRE_FILE') return 'NONE';
  if (coverage === 'PARTIAL' || changes === null) return 'NOT_JUDGED';
  const unread = changes.level === 'NONE' && changes.faults.includes('cut-off');
  return unread ? 'NOT_JUDGED' : changes.level;
}

function docMdpOf({ value, changes }: SignatureFacts): SignatureReport['docMdp'] {
  if (changes !== null) return changes.docMdp;
  return value.docMdp === null ? null : { level: value.docMdp, respected: null };
}

/** The revisions of the file, for a timeline. */
export function revisionSummaries({ revisions }: DocumentHistory): RevisionSummary[] {
  return revisions.map(({ end, change }, i) => ({
    revision: i + 1,
    end,
    level: change?.level ?? null,
    changes: (change?.findings ?? []).map(({ code, params }) => ({
      code,
      params: shortened(params),
    })),
  }));
}

function timestampSummaries({ timestamps, value: { type } }: SignatureFacts): TimestampSummary[] {
  return timestamps.flatMap(({ token, authority, intact, trusted, path }) =>
    token === null
      ? []
      : [
          {
            type: type === 'docTimeStamp' ? 'document' : 'signature',
            time: token.time.toISOString(),
            authority: authority.slice(0, MAX_NAME),
            intact,
            trusted,
            chain: path?.certificates.map(({ sha256 }) => sha256) ?? [],
          },
        ],
  );
}
