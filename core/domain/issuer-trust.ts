// Whose certificates are known on this computer, for those who choose one to sign with.
export interface IssuerTrust {
  /** DER: the user's, and those the office's policy lays down. */
  readonly anchors: readonly Uint8Array[];
  /** SHA-256 of the authorities of the shipped list. */
  readonly listed: readonly string[];
  /** Their common names. */
  readonly names: ReadonlySet<string>;
  /** Whether in practice mode: certificates made for it are anchors there and nowhere else. */
  readonly practice?: boolean;
}
