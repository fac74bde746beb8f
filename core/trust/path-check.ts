// The shape of a check on a certification path (RFC 5280 6.1), and what it looks at.
import type { Certificate } from '../cms/certificate.ts';

/** One certificate of a path, in its place. */
export interface PathStep {
  readonly certificate: Certificate;
  /** Who issued it on this path; null for the trust anchor. */
  readonly issuer: Certificate | null;
  /** 0 is the end entity. */
  readonly index: number;
  /** Intermediate certificates below it that are not self-issued: what pathLenConstraint counts (6.1.4 l). */
  readonly countedBelow: number;
  readonly at: Date;
}

/** What a failed check says of the path; the gravity rises from left to right. */
export type PathFault = 'not-yet-valid' | 'expired' | 'invalid';

export interface PathCheck {
  /** The standard's own term for what is checked. */
  readonly id: string;
  readonly fault: PathFault;
  holds(step: PathStep): boolean;
}

/** A self-issued certificate bears one name twice (RFC 5280 3.2). */
export function isSelfIssued({ subjectKey, issuerKey }: Certificate): boolean {
  return subjectKey === issuerKey;
}
