// The shape of a check on a certification path (RFC 5280 6.1), what it looks at and what it finds.
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

/** What a failed check says of the path; 'not-found': there is no way to an anchor. */
export type PathFault =
  'revocation-unknown' | 'revoked' | 'not-yet-valid' | 'expired' | 'invalid' | 'not-found';

export interface PathCheck {
  /** The standard's own term for what is checked. */
  readonly id: string;
  readonly fault: PathFault;
  holds(step: PathStep): boolean;
}

export interface PathFailure {
  readonly fault: PathFault;
  /** The standard's term for what failed. */
  readonly check: string;
  readonly certificate: Certificate;
}

/**
 * How far a fault is from a valid path: of several, the gravest counts; of several paths, the nearest.
 * Revocation is asked about last, so that a revoked path has passed everything else.
 */
export const GRAVITY: Readonly<Record<PathFault, number>> = {
  'revocation-unknown': 1,
  revoked: 2,
  'not-yet-valid': 3,
  expired: 3,
  invalid: 4,
  'not-found': 5,
};

export function gravest(failures: readonly PathFailure[]): PathFailure | null {
  return [...failures].sort((a, b) => GRAVITY[b.fault] - GRAVITY[a.fault])[0] ?? null;
}

/** A self-issued certificate bears one name twice (RFC 5280 3.2). */
export function isSelfIssued({ subjectKey, issuerKey }: Certificate): boolean {
  return subjectKey === issuerKey;
}
