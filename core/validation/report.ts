// Facts and conclusion as the report that people and programs read.
import type { Certificate } from '../cms/certificate.ts';
import type { Level, Modification } from '../domain/indication.ts';
import type { CertificateSummary, SignatureReport, TimestampSummary } from '../domain/report.ts';
import type { Conclusion } from './conclusion.ts';
import type { SignatureFacts } from './facts.ts';

/** Names come from files: longer than this they are not names. */
const MAX_NAME = 1000;
const MAX_FIELD = 1000;
const MAX_SHORT = 100;

export function signatureReport(facts: SignatureFacts, conclusion: Conclusion): SignatureReport {
  const { value, range, signer, path, bestTime, contents } = facts;
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
    docMdp: value.docMdp === null ? null : { level: value.docMdp, respected: null },
    signer: signer?.certificate ? certificateSummary(signer.certificate) : null,
    chain: path?.certificates.map(({ sha256 }) => sha256) ?? [],
    trustAnchor: valid ? (path.anchor?.sha256 ?? null) : null,
    claimedTime: value.claimedTime,
    bestTime: bestTime?.toISOString() ?? null,
    timestamps: timestampSummaries(facts),
    revocation: { status: 'NOT_JUDGED', embedded: contents?.revocation ?? [] },
    reasons: conclusion.reasons.map(({ code, params }) => ({ code, params: shortened(params) })),
  };
}

export function certificateSummary(certificate: Certificate): CertificateSummary {
  return {
    subject: certificate.subject.slice(0, MAX_NAME),
    issuer: certificate.issuer.slice(0, MAX_NAME),
    serial: certificate.serial.slice(0, MAX_SHORT),
    sha256: certificate.sha256,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
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

/** ETSI EN 319 142-1 6.1, 6.3. B-LT and B-LTA rest on revocation data, which is not judged yet. */
function levelOf({ format, contents, signer, timestamps }: SignatureFacts): Level {
  if (contents === null || signer === null) return 'UNKNOWN';
  if (format !== 'pades') return 'CMS';
  const baseline = signer.reference === 'match' && !signer.hasSigningTime;
  if (!baseline) return 'CMS';
  return timestamps.some(({ intact }) => intact) ? 'PAdES-B-T' : 'PAdES-B-B';
}

/** What covers the whole file has nothing after it; what later revisions hold is not judged yet. */
function modificationOf({ range: { coverage } }: SignatureFacts): Modification {
  return coverage === 'ENTIRE_FILE' ? 'NONE' : 'NOT_JUDGED';
}

function timestampSummaries({ timestamps, value: { type } }: SignatureFacts): TimestampSummary[] {
  return timestamps.flatMap(({ token, authority, intact, trusted }) =>
    token === null
      ? []
      : [
          {
            type: type === 'docTimeStamp' ? 'document' : 'signature',
            time: token.time.toISOString(),
            authority: authority.slice(0, MAX_NAME),
            intact,
            trusted,
          },
        ],
  );
}
