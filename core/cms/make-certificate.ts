// A certificate for a key that is at hand (RFC 5280 4.1): issued by a P-256 key of this program's own, for practice
// mode and for a receiver that has none of anybody's.
import { createHash, type KeyObject, sign } from 'node:crypto';
import { signatureIdentifier } from './algorithm-identifiers.ts';
import { TAG } from './ber.ts';
import { nameOf } from './certification-request.ts';
import { der, derSequence } from './der-writer.ts';

interface CertificateContent {
  readonly serial: Uint8Array;
  readonly issuer: Parameters<typeof nameOf>[0];
  readonly subject: Parameters<typeof nameOf>[0];
  /** DER of the subject's public key. */
  readonly spki: Uint8Array;
  readonly now: Date;
  readonly years: number;
  readonly extensions: readonly Uint8Array[];
}

/** @param key the issuer's, P-256. @returns DER */
export function makeCertificate(key: KeyObject, content: CertificateContent): Uint8Array {
  const algorithm = signatureIdentifier('ECDSA_P256_SHA256');
  const tbs = derSequence(
    der(0xa0, der(TAG.INTEGER, Uint8Array.of(2))),
    der(TAG.INTEGER, positive(content.serial)),
    algorithm,
    nameOf(content.issuer),
    validity(content.now, content.years),
    nameOf(content.subject),
    content.spki,
    der(0xa3, derSequence(...content.extensions)),
  );
  const value = sign('sha256', tbs, { key, dsaEncoding: 'der' });
  return derSequence(tbs, algorithm, der(TAG.BIT_STRING, Uint8Array.of(0), value));
}

/** 4.1.2.2: above 0, and of no octet more than it needs. */
function positive(octets: Uint8Array): Uint8Array {
  return Uint8Array.of(((octets[0] ?? 0) & 0x3f) | 0x40, ...octets.subarray(1));
}

/** From a minute before: clocks of two programs differ. 4.1.2.5: UTCTime until 2049. */
function validity(now: Date, years: number): Uint8Array {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return derSequence(timeOf(new Date(now.getTime() - 60_000)), timeOf(end));
}

const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

function timeOf(time: Date): Uint8Array {
  const digits = `${time.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  return time.getUTCFullYear() < 2050
    ? der(UTC_TIME, Buffer.from(digits.slice(2)))
    : der(GENERALIZED_TIME, Buffer.from(digits));
}

/** 4.2.1.2 leaves open how it is made. */
export function keyIdOf(spki: Uint8Array): Uint8Array {
  return createHash('sha256').update(spki).digest().subarray(0, 20);
}
