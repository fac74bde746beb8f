// Where reports and applications wait for the authority's answer: on disk, encrypted, each whole or not at all.
import type { ErrorCode } from '../domain/error-code.ts';
import type { RevocationRequest } from '../domain/revocation-request.ts';
import type { HandIn } from './application-channel.ts';
import type { Acknowledgement, ChannelId, Paper } from './report-channel.ts';

export interface OutboxReport {
  readonly request: RevocationRequest;
  readonly papers: readonly Paper[];
  /** DER, by which the certificate's state is watched; null where only a serial number is known. */
  readonly watched: { readonly certificate: Uint8Array; readonly issuer: Uint8Array } | null;
}

export interface OutboxHandIn {
  /** A UUID of its content: the same application, unchanged, is the same message. */
  readonly key: string;
  readonly handIn: HandIn;
}

export interface Attempt {
  readonly channel: ChannelId;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly outcome: Acknowledgement['state'] | ErrorCode;
}

export interface OutboxStatus {
  /** The best acknowledgement so far; null: nobody has it yet. */
  readonly acknowledged:
    | (Acknowledgement & {
        readonly channel: ChannelId;
        /** It has refused to be asked about this, and that was said. */
        readonly refusesQuestions?: true;
      })
    | null;
  /** Ways that have taken it and say no more: it is not given to them again. */
  readonly sentBy: readonly ChannelId[];
  /** Rounds over all ways that brought no answer. */
  readonly rounds: number;
  /** ISO 8601 in UTC; null: no further attempt. */
  readonly nextAttempt: string | null;
  /** The latest ones. */
  readonly attempts: readonly Attempt[];
  /** What OCSP or CRL said; null: not revoked, as far as anybody has said. */
  readonly revoked: {
    readonly at: string;
    /** As RFC 5280 5.3.1 names it. */
    readonly reason: string | null;
    readonly source: 'ocsp' | 'crl';
  } | null;
  /** DER, found since where the report itself names none to watch by; absent: not found yet. */
  readonly watched?: OutboxReport['watched'];
}

/** @typeParam M one sort of message; all sorts lie in one folder, under one key and one lock */
export interface OutboxStore<M = OutboxReport> {
  /**
   * Resolves when the message would survive a power cut. One that is there already stays as it is.
   * @throws {PenaError} FILE_*
   */
  put(message: M, status: OutboxStatus): Promise<void>;
  /** Keys (a report's idempotency key, an application's own), in no order. */
  keys(): Promise<readonly string[]>;
  /** @throws {PenaError} OUTBOX_UNREADABLE where it is damaged or under another key; FILE_* */
  read(key: string): Promise<{ readonly message: M; readonly status: OutboxStatus }>;
  /** @throws {PenaError} FILE_* */
  writeStatus(key: string, status: OutboxStatus): Promise<void>;
  /** Takes it away with its papers, for good. */
  remove(key: string): Promise<void>;
  /**
   * Does the work while no other process sends from this outbox.
   * @throws {PenaError} OUTBOX_BUSY
   */
  alone<T>(work: () => Promise<T>): Promise<T>;
}
