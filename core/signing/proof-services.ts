// What signing asks of the outside to make a signature provable later (ETSI EN 319 142-1 6): time and
// revocation. The rooms of trust answer; signing only says when and about whom.
import type { PenaError } from '../domain/pena-error.ts';
import type { ValidationData } from '../pdf/increment/document-security-store.ts';

export interface RevocationStatus {
  readonly status: 'good' | 'revoked' | 'unknown';
  /** For `revoked`: when, and the reason's name (RFC 5280 5.3.1), where they were said. */
  readonly revokedAt: Date | null;
  readonly reason: string | null;
  /** For `unknown`: what stood in the way. */
  readonly problems: readonly PenaError[];
}

export interface CollectedProof extends ValidationData {
  /** Certificates for which no revocation data was to be had, by common name, and why. */
  readonly missing: readonly { readonly name: string; readonly problem: PenaError }[];
}

export interface ProofServices {
  /**
   * A time-stamp token (DER, RFC 3161) over a SHA-256 digest.
   * @throws {PenaError} TSA_*, NET_*
   */
  timestamp(digest: Uint8Array, signal: AbortSignal | undefined): Promise<Uint8Array>;
  /** Octets of the largest token seen or to be expected; how much room to leave. */
  readonly timestampSize: number;
  /** Whether the certificate is revoked now. `others` may hold its issuers. Never throws for the network. */
  status(
    certificate: Uint8Array,
    others: readonly Uint8Array[],
    signal: AbortSignal | undefined,
  ): Promise<RevocationStatus>;
  /**
   * Chains and revocation data of certificates (DER), up to their anchors; `others` may hold issuers.
   * What is not to be had is in `missing`.
   */
  collect(
    certificates: readonly Uint8Array[],
    others: readonly Uint8Array[],
    signal: AbortSignal | undefined,
  ): Promise<CollectedProof>;
}
