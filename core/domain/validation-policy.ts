// The policy by which signatures are judged, as data (ETSI EN 319 102-1 5.1.4: constraints).

/** ISO 8601 date; null: no end in sight. */
export interface AlgorithmEnd {
  readonly until: string | null;
}

export interface KeyEnd extends AlgorithmEnd {
  /** From this size on, up to the next entry's. */
  readonly bits: number;
}

export const SEVERITIES = ['ignore', 'remark', 'indeterminate', 'fail'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface ValidationPolicy {
  readonly name: string;
  /** ISO 8601 date. */
  readonly date: string;
  /** By the names that node:crypto knows; what is not named is not relied on. */
  readonly hashes: Readonly<Record<string, AlgorithmEnd>>;
  /** Ascending by size; shorter keys than the first are not relied on. */
  readonly keys: { readonly rsa: readonly KeyEnd[]; readonly ec: readonly KeyEnd[] };
  /** How long an OCSP answer or CRL without nextUpdate holds, and how far clocks may be apart. */
  readonly revocation: { readonly maxAgeHours: number; readonly skewMinutes: number };
  /** By id of a check: what its failure means instead of what the check itself says. */
  readonly severities: Readonly<Record<string, Severity>>;
}
