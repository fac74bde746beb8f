// What an OCSP answer or a CRL says of one certificate: facts, to be weighed by whoever knows the policy.
import type { HashName, SignatureScheme } from '../../cms/algorithms.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { timeOf } from '../../cms/ber-values.ts';
import { readWholeBer } from '../../cms/ber.ts';
import type { TrustError } from '../trust-error.ts';
import shipped from '../../../resources/policy/validation.json' with { type: 'json' };

/** CRLReason (RFC 5280 5.3.1) by value; 7 is not used. */
const REASONS: Readonly<Record<number, RevocationReason>> = {
  0: 'unspecified',
  1: 'keyCompromise',
  2: 'cACompromise',
  3: 'affiliationChanged',
  4: 'superseded',
  5: 'cessationOfOperation',
  6: 'certificateHold',
  8: 'removeFromCRL',
  9: 'privilegeWithdrawn',
  10: 'aACompromise',
};

export type RevocationReason =
  | 'unspecified'
  | 'keyCompromise'
  | 'cACompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation'
  | 'certificateHold'
  | 'removeFromCRL'
  | 'privilegeWithdrawn'
  | 'aACompromise';

/** A number that no standard gives a meaning is a revocation without a reason all the same. */
export function reasonOf(value: number): RevocationReason {
  return REASONS[value] ?? 'unspecified';
}

export interface Revocation {
  readonly at: Date;
  /** Null where none is given. */
  readonly reason: RevocationReason | null;
  /** Since when the key is not to be trusted, where a CRL says so (RFC 5280 5.3.2). */
  readonly invalidityDate: Date | null;
}

/** Whether an answer holds at a time: until nextUpdate, or where there is none for a while. */
export type Currency = 'current' | 'early' | 'expired';

export interface RevocationAnswer {
  readonly usable: true;
  readonly source: 'ocsp' | 'crl';
  /** Null: not revoked. */
  readonly revocation: Revocation | null;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  /** When an OCSP answer was signed; for a CRL its thisUpdate. */
  readonly producedAt: Date;
  /**
   * From when on certificates that ended are still spoken of (RFC 6960 4.4.4 archive cutoff; ITU-T X.509
   * expiredCertsOnCRL); null where nothing is said of that.
   */
  readonly endedSince: Date | null;
  /** At the time asked for. */
  readonly currency: Currency;
  /** Who signed the answer; the certificate's issuer, or one whose right to do so was looked at. */
  readonly signer: Certificate;
  /** Whether nobody need ask about the signer's own revocation (RFC 6960 4.2.2.2.1), or it is the issuer. */
  readonly signerExempt: boolean;
  /** Hash functions that the answer's signature rests on. */
  readonly hashes: readonly HashName[];
  /** DER of what was used: one OCSP answer, or the CRLs. */
  readonly evidence: readonly Uint8Array[];
}

export type RevocationJudgement =
  RevocationAnswer | { readonly usable: false; readonly error: TrustError };

export interface CurrencyRule {
  /** How long an answer without nextUpdate holds. */
  readonly maxAgeMs: number;
  /** How far two clocks may be apart. */
  readonly skewMs: number;
}

/** As a validation policy lays it down. */
export function currencyRule({
  maxAgeHours,
  skewMinutes,
}: {
  readonly maxAgeHours: number;
  readonly skewMinutes: number;
}): CurrencyRule {
  return { maxAgeMs: maxAgeHours * 3_600_000, skewMs: skewMinutes * 60_000 };
}

/** Where nobody gives another policy: when answers are collected, before anything is judged. */
const SHIPPED_RULE = currencyRule(shipped.revocation);

export function currencyAt(
  { thisUpdate, nextUpdate }: { readonly thisUpdate: Date; readonly nextUpdate: Date | null },
  at: Date,
  { maxAgeMs, skewMs }: CurrencyRule = SHIPPED_RULE,
): Currency {
  const time = at.getTime();
  if (thisUpdate.getTime() - skewMs > time) return 'early';
  const end = nextUpdate?.getTime() ?? thisUpdate.getTime() + maxAgeMs;
  return time <= end + skewMs ? 'current' : 'expired';
}

/** Revoked at this time by what is known now: a later revocation does not reach back. */
export function isRevokedAt({ revocation }: RevocationAnswer, at: Date): boolean {
  return revocation !== null && revocation.at <= at;
}

export function hashesOf(scheme: SignatureScheme | null): readonly HashName[] {
  return scheme === null || scheme.kind === 'eddsa' ? [] : [scheme.hash];
}

/** The time in an extension's value, DER of GeneralizedTime; null without one. Throws CMS_MALFORMED. */
export function timeIn(value: Uint8Array | undefined): Date | null {
  return value === undefined ? null : timeOf(readWholeBer(value));
}
