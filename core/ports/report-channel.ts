// A way in which a report reaches the authority: HTTPS, e-mail, CMP, or a file carried by hand.
import type { PaperReference, RevocationRequest } from '../domain/revocation-request.ts';

/**
 * How far a report has come, in the authority's own words. `sent`: given to a carrier that says nothing of
 * its arrival. `received`: the authority has it. `accepted`, `rejected`: it has decided. That a certificate is
 * revoked no channel can say: only OCSP and CRL do.
 */
export type DeliveryState = 'sent' | 'received' | 'accepted' | 'rejected';

export interface Acknowledgement {
  readonly state: DeliveryState;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The authority's name for the case, or why it was rejected; for people, bounded. */
  readonly note: string;
  /** What proves it (a signed receipt, a CMP answer), to be kept as it came; null: nothing does. */
  readonly evidence: Uint8Array | null;
  /** ISO 8601 in UTC: before then the authority does not want to be asked again; absent: it said nothing of it. */
  readonly checkAfter?: string;
}

export interface Paper {
  readonly reference: PaperReference;
  readonly bytes: Uint8Array;
}

export type ChannelId = 'https' | 'email' | 'cmp' | 'file';

export interface ReportChannel {
  readonly id: ChannelId;
  /** Whether this way can carry the report at all; absent: every report. Others are left to other ways. */
  readonly fits?: (request: RevocationRequest) => boolean;
  /**
   * Sends, or sends again: the same idempotency key is the same report.
   * @param papers one for each of the request's papers
   * @throws {PenaError} CHANNEL_*, NET_*, CMP_*, CMS_*, MAIL_*, FILE_*, TOKEN_*, CANCELLED: it did not get there, or
   *   nobody can tell that it did
   */
  send(
    request: RevocationRequest,
    papers: readonly Paper[],
    signal: AbortSignal,
  ): Promise<Acknowledgement>;
  /**
   * What the authority says now of a report that it has; absent: this way knows no such question.
   * @param last what it said before
   * @throws {PenaError} CHANNEL_*, NET_*, CANCELLED
   */
  readonly status?: (
    request: RevocationRequest,
    papers: readonly Paper[],
    signal: AbortSignal,
    last: Acknowledgement,
  ) => Promise<Acknowledgement>;
}
