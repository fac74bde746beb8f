// A report that a certificate is not to be trusted any more, as it travels to the authority (Peraturan Wali
// Kota Samarinda 13/2020, Pasal 16): what happened, to which certificate, and who says so.

/** Pasal 16(2) names the first three; UU ITE 12(2)c the fourth; Pasal 16(1) the last two. */
export const REPORT_GROUNDS = [
  'lost',
  'damaged',
  'inaccessible',
  'compromised',
  'moved',
  'retired',
] as const;
export type ReportGround = (typeof REPORT_GROUNDS)[number];

/** RFC 5280 5.3.1; those that somebody who reports may ask for. */
export const REQUESTED_REASONS = [
  'unspecified',
  'keyCompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
] as const;
export type RequestedReason = (typeof REQUESTED_REASONS)[number];

export const REPORTERS = ['owner', 'superior', 'registration-authority'] as const;
export type Reporter = (typeof REPORTERS)[number];

/** Pasal 16(4): the competent authority's report, and the owner's statement that the superior acknowledges. */
export const PAPER_KINDS = ['police-report', 'statement', 'other'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export interface PaperReference {
  readonly kind: PaperKind;
  /** File name for people; never a path. */
  readonly name: string;
  readonly mediaType: string;
  /** Lower-case hexadecimal, of the paper's bytes. */
  readonly sha256: string;
}

export interface ReportedCertificate {
  /** `CN=..., O=..., C=ID`. */
  readonly issuer: string;
  /** DER of the issuer's Name in base64, which CMP needs; null where only a serial number was typed. */
  readonly issuerName: string | null;
  /** Lower-case hexadecimal without a leading zero octet. */
  readonly serial: string;
  /** Of the certificate's DER; null where only a serial number was typed. */
  readonly sha256: string | null;
}

export interface RevocationRequest {
  /** One loss, however many messages; UUID. */
  readonly caseId: string;
  /** One message: sent again under the same key it is the same message; UUID. */
  readonly idempotencyKey: string;
  readonly certificate: ReportedCertificate;
  readonly reason: RequestedReason;
  readonly ground: ReportGround;
  /** ISO 8601 in UTC: since when the key may be out of its owner's hands; null: not known. */
  readonly invalidityDate: string | null;
  /** ISO 8601 in UTC. */
  readonly reportedAt: string;
  readonly reportedBy: Reporter;
  readonly owner: {
    readonly name: string;
    /** 18 digits; null where there is none. */
    readonly nip: string | null;
    readonly email: string | null;
  };
  readonly narrative: string;
  readonly papers: readonly PaperReference[];
}
