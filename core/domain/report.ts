// What is said of a verified document. `pena verify --json` prints an array of FileReport:
// the names here are an interface others build on and stay stable.
import type {
  Coverage,
  Indication,
  Level,
  Modification,
  SubIndication,
  Verdict,
} from './indication.ts';
import type { ErrorCode } from './error-code.ts';
import type { ReasonCode } from './reason-code.ts';

/** One reason for a result. `text` is filled by the shell in the reader's language. */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface CertificateSummary {
  /** RFC 4514 string, most significant last, as people write it ("CN=..., O=..., C=ID"). */
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal, lower case, no separators. */
  readonly serial: string;
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
}

/** Who says that an anchor is to be trusted: the trust list that judged, this user, or a practice world. */
export type TrustSource = 'TRUST_LIST' | 'USER' | 'PRACTICE';

/** All that a certificate viewer shows. */
export interface CertificateDetails extends CertificateSummary {
  /** SHA-1 of the DER, lower-case hexadecimal: what older programs show as the fingerprint. */
  readonly sha1: string;
  /** "RSA 2048", "P-256". */
  readonly key: string;
  /** Hash function of the issuer's signature on it; null where it is not known. */
  readonly signedWith: string | null;
  /** By their names in RFC 5280 4.2.1.3; null where the key's use is not limited. */
  readonly keyUsage: readonly string[] | null;
  /** OIDs; null where its purposes are not limited. */
  readonly extendedKeyUsage: readonly string[] | null;
  /** OIDs. */
  readonly policies: readonly string[];
  /** Whether it may issue certificates. */
  readonly authority: boolean;
  /** Null for what is no anchor. */
  readonly trustedBy: TrustSource | null;
}

/** A time stamp token found in or after a signature (RFC 3161). */
export interface TimestampSummary {
  readonly type: 'signature' | 'document';
  /** genTime, ISO 8601 UTC. */
  readonly time: string;
  readonly authority: string;
  /** The message imprint matches and the TSA's signature verifies under the embedded certificate. */
  readonly intact: boolean;
  /** Whether the TSA's certificate chains to an anchor given; null where it was not judged. */
  readonly trusted: boolean | null;
  /** SHA-256 of each certificate, the authority's first. */
  readonly chain: readonly string[];
}

export interface RevocationSummary {
  readonly status: 'NOT_JUDGED' | 'GOOD' | 'REVOKED' | 'UNKNOWN';
  /** What the document holds about the signer's chain, in the signature or in its DSS, judged or not. */
  readonly embedded: readonly ('ocsp' | 'crl')[];
  /** What the status rests on, and as of when it was said (ISO 8601 UTC). */
  readonly source: 'ocsp' | 'crl' | null;
  readonly checkedAt: string | null;
  /** Also where it was revoked after the signature, which leaves the status GOOD. */
  readonly revokedAt: string | null;
  /** CRLReason by its name (RFC 5280 5.3.1). */
  readonly reason: string | null;
  /** Who said so: SHA-256 of each certificate, the responder's or CRL issuer's first. */
  readonly chain: readonly string[];
}

/** One revision of the file, beside the one before. */
export interface RevisionSummary {
  /** Counted from 1. */
  readonly revision: number;
  /** Offset just after its end; the first so many bytes are the file as it was. */
  readonly end: number | null;
  /** Null for the first signed revision and those before it: nobody has signed what they changed. */
  readonly level: Modification | null;
  /** What it changed; sentences as those of reasons. */
  readonly changes: readonly Reason[];
}

export interface SignatureReport {
  readonly field: string;
  readonly type: 'signature' | 'docTimeStamp';
  readonly subFilter: string | null;
  readonly level: Level;
  readonly indication: Indication;
  readonly subIndication: SubIndication | null;
  readonly intact: boolean;
  readonly coverage: Coverage;
  readonly byteRange: readonly number[];
  readonly modification: Modification;
  readonly docMdp: { readonly level: 1 | 2 | 3; readonly respected: boolean | null } | null;
  readonly signer: CertificateSummary | null;
  /** SHA-256 of each certificate, signer first, anchor last. */
  readonly chain: readonly string[];
  readonly trustAnchor: string | null;
  /**
   * Whose certificate it is by Pasal 6 of the regulation; null where there is none. OTHER_RECOGNISED: the
   * anchor is on the trust list that judged; USER_TRUSTED: only this user (or this run) trusts it.
   */
  readonly issuedUnder:
    'BSRE' | 'OTHER_RECOGNISED' | 'USER_TRUSTED' | 'PRACTICE' | 'NOT_RECOGNISED' | null;
  readonly claimedTime: string | null;
  readonly bestTime: string | null;
  readonly timestamps: readonly TimestampSummary[];
  readonly revocation: RevocationSummary;
  /** Which revision of the file the signature covers, counted from 1; null where it is none. */
  readonly revision: number | null;
  readonly reasons: readonly Reason[];
}

export interface DocumentReport {
  readonly sha256: string;
  readonly verdict: Verdict;
  /** Name of the policy that judged. */
  readonly policy: string;
  /** When the list of trust anchors was made (ISO 8601 date); null where none was used. */
  readonly trustDate: string | null;
  readonly signatures: readonly SignatureReport[];
  /** Those of all chains, of signers, time stamps and responders, each once; of very many only the first. */
  readonly certificates: readonly CertificateDetails[];
  /** Oldest first; empty where the file's revisions could not be compared. */
  readonly revisions: readonly RevisionSummary[];
}

/** A file that could not be judged at all carries `error` and the verdict INDETERMINATE. */
export interface FileReport extends Omit<DocumentReport, 'sha256'> {
  readonly file: string;
  readonly sha256: string | null;
  readonly error: {
    readonly code: ErrorCode;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
}
