// Whom a judgement trusts: certificates given, and anchors known only by their fingerprint, which come
// along with the documents they vouch for.

export interface PinnedAnchor {
  readonly name: string;
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly sha256: string;
}

export interface TrustList {
  /** When the list was made, ISO 8601 date. */
  readonly date: string;
  /** Those shipped, and those that the office's policy lays down. */
  readonly pinned: readonly PinnedAnchor[];
  /** SHA-256 of the authorities whose certificates are those of Pasal 6 (BSrE). */
  readonly pasal6: ReadonlySet<string>;
  /** Whether the judgement is practice mode's own; absent: certificates made for practice are never trusted. */
  readonly practice?: boolean;
}

/** Nobody is trusted but who is given. */
export const NO_TRUST_LIST: TrustList = { date: '', pinned: [], pasal6: new Set() };
