// A signature as the file carries it (ISO 32000-2 12.8.1, table 255), before anything is judged.

export interface SignatureValue {
  /** Fully qualified field name (ISO 32000-2 12.7.4.2). */
  readonly fieldName: string;
  /** `docTimeStamp` for /Type /DocTimeStamp or SubFilter ETSI.RFC3161. */
  readonly type: 'signature' | 'docTimeStamp';
  readonly filter: string | null;
  readonly subFilter: string | null;
  /** As written, in bytes; may be anything a hostile file puts there, of any length. */
  readonly byteRange: readonly number[];
  /** /Contents as written, zero padding included. */
  readonly contents: Uint8Array;
  /**
   * Where the /Contents hexadecimal string stands in the file: offset of `<` and the offset after `>`.
   * Null when it is not a direct hexadecimal string in a directly written dictionary.
   */
  readonly contentsSpan: { readonly start: number; readonly end: number } | null;
  /** /M as ISO 8601 UTC; null where absent or not a date. */
  readonly claimedTime: string | null;
  readonly reason: string | null;
  readonly location: string | null;
  /** DER of what /Cert holds, the signer's first; absent but for adbe.x509.rsa_sha1, which alone has it there. */
  readonly certificates?: readonly Uint8Array[];
  /** Access permissions of a DocMDP transform in this signature's /Reference (12.8.2.2). */
  readonly docMdp: 1 | 2 | 3 | null;
}

export interface SignatureInventory {
  /** In the order of the bytes they cover, earliest revision first. */
  readonly signatures: readonly SignatureValue[];
  /** Offset just after each revision's %%EOF (and its end of line), ascending; the last is the end of the file's last section. */
  readonly revisionEnds: readonly number[];
}
