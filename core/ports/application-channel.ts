// A way in which an application reaches the authority: the ways of core/ports/report-channel.ts but for CMP, which
// knows no applications.
import type { ApplicationKind } from '../domain/application-kind.ts';
import type { Acknowledgement, ChannelId } from './report-channel.ts';

/** One handing-in: the same bytes are the same one, however often and by whatever way they arrive. */
export interface HandIn {
  /** Of the application; handed in anew it keeps it. */
  readonly id: string;
  readonly kind: ApplicationKind;
  readonly applicant: { readonly name: string; readonly email: string };
  /** ISO 8601 in UTC. */
  readonly madeAt: string;
  /** The package (core/lifecycle/applications/package.ts), and its SHA-256 in lower-case hexadecimal. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface ApplicationChannel {
  readonly id: ChannelId;
  /**
   * Sends, or sends again.
   * @throws {PenaError} CHANNEL_*, NET_*, MAIL_*, FILE_*, TOKEN_*, CANCELLED: it did not get there, or nobody can tell
   */
  send(handIn: HandIn, signal: AbortSignal): Promise<Acknowledgement>;
  /** What the authority says now of what it has; absent: this way knows no such question. @throws as `send` */
  readonly status?: (handIn: HandIn, signal: AbortSignal) => Promise<Acknowledgement>;
}
