// What a caller may demand of a certification path besides time and anchors (RFC 5280 6.1.1 c to g, 6.1.3 a 3).
import type { Certificate } from '../cms/certificate.ts';

/** 'unknown': nothing usable says whether it was revoked. */
export type RevocationVerdict = 'good' | 'unknown' | 'revoked';

export interface PathOptions {
  /** OIDs; left out or with anyPolicy among them: every policy will do. */
  readonly initialPolicySet?: Iterable<string>;
  /** A path must be valid for a policy of the set. */
  readonly requireExplicitPolicy?: boolean;
  readonly inhibitPolicyMapping?: boolean;
  /** anyPolicy in a certificate then stands for nothing. */
  readonly inhibitAnyPolicy?: boolean;
  /**
   * Asked of every link of a path that is valid otherwise, from the anchor downwards. A path with a link
   * that is not good fails, so that another one is tried; with all paths failing, 'unknown' is nearer to
   * validity than 'revoked'. `path` begins with the end entity and ends with the anchor.
   */
  readonly revocation?: (
    certificate: Certificate,
    issuer: Certificate,
    path: readonly Certificate[],
  ) => RevocationVerdict;
}
