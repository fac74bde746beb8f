// A certificate that was once seen on this computer: public data only, so that a token that is away, or
// lost, can still be warned of and reported.
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(2_000);

export const knownCertificate = z.strictObject({
  sha256,
  /** DER, for whoever reports the loss or asks about revocation. */
  certificate: z.base64().max(100_000),
  /** The subject's common name, and the issuer's. */
  name: text,
  issuer: text,
  /** Equal for subjects that RFC 5280 7.1 calls equal. */
  subjectKey: z.string().max(8_000),
  /** Lower-case hexadecimal. */
  serial: z.string().regex(/^[0-9a-f]{1,80}$/),
  notBefore: z.iso.datetime(),
  notAfter: z.iso.datetime(),
  /** Null: in a PKCS#12 file. The label and serial number as the token last said them. */
  token: z.strictObject({ label: text, serial: text }).nullable(),
  /** Whether its private key was there; null where only a login would tell. */
  hasPrivateKey: z.boolean().nullable(),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
  /** Null: this program has not signed with it. */
  lastSigned: z.iso.datetime().nullable(),
  /** From when the key is said to be out of its owner's hands; null: not reported lost. */
  reportedLost: z.strictObject({ since: z.iso.datetime(), at: z.iso.datetime() }).nullable(),
});
export type KnownCertificate = z.infer<typeof knownCertificate>;

/** Whole days before the end at which its owner is warned. */
const EXPIRY_WARNINGS = [1, 7, 14, 30, 90] as const;
export type ExpiryWarning = (typeof EXPIRY_WARNINGS)[number] | 'expired';

const DAY_MS = 86_400_000;

/** The narrowest of the warnings that hold; null while more than 90 days are left. */
export function expiryWarning(
  { notAfter }: Pick<KnownCertificate, 'notAfter'>,
  now: Date,
): ExpiryWarning | null {
  const left = Date.parse(notAfter) - now.getTime();
  if (left < 0) return 'expired';
  return EXPIRY_WARNINGS.find((days) => left <= days * DAY_MS) ?? null;
}

/** Days begun until the end, from 0; how the warning says it. */
export function daysLeft({ notAfter }: Pick<KnownCertificate, 'notAfter'>, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(notAfter) - now.getTime()) / DAY_MS));
}

/**
 * The newer certificate that has taken this one's place: of the same subject, begun later and ending
 * later, on the same token, or from the same issuer wherever its key is. Null: none, and this one counts.
 */
export function replacementOf(
  one: KnownCertificate,
  all: readonly KnownCertificate[],
): KnownCertificate | null {
  const newer = all.filter(
    (other) =>
      other.subjectKey === one.subjectKey &&
      (other.issuer === one.issuer ||
        (other.token !== null && other.token.serial === one.token?.serial)) &&
      other.hasPrivateKey !== false &&
      other.reportedLost === null &&
      Date.parse(other.notBefore) > Date.parse(one.notBefore) &&
      Date.parse(other.notAfter) > Date.parse(one.notAfter),
  );
  return newer.sort((a, b) => Date.parse(b.notAfter) - Date.parse(a.notAfter))[0] ?? null;
}

/** Those whose owner must do something: their key is or may be there, and nothing newer or worse is known. */
export function expiringCertificates(
  all: readonly KnownCertificate[],
  now: Date,
): KnownCertificate[] {
  return all
    .filter(
      (one) =>
        one.hasPrivateKey !== false &&
        one.reportedLost === null &&
        expiryWarning(one, now) !== null &&
        replacementOf(one, all) === null,
    )
    .sort((a, b) => Date.parse(a.notAfter) - Date.parse(b.notAfter));
}
