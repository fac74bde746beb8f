// From a certificate that is there now to what the computer's list of certificates keeps of it.
import type { KnownCertificate } from '../domain/known-certificate.ts';
import { readCertificate } from './certificate.ts';

type Sighted = Omit<KnownCertificate, 'firstSeen' | 'lastSeen' | 'lastSigned' | 'reportedLost'>;

const LONGEST_NAME = 2_000;
const LONGEST_KEY = 8_000;

/**
 * Null for an authority's certificate without a key: nobody signs with it, and nobody loses it.
 * @param token null: in a PKCS#12 file
 * @throws {CmsError} CERT_MALFORMED
 */
export function sightingOf(
  der: Uint8Array,
  token: { readonly label: string; readonly serial: string } | null,
  hasPrivateKey: boolean | null,
): Sighted | null {
  const one = readCertificate(der);
  if (one.extensions.basicConstraints?.ca === true && hasPrivateKey !== true) return null;
  return {
    sha256: one.sha256,
    certificate: Buffer.from(one.der).toString('base64'),
    name: one.commonName.slice(0, LONGEST_NAME),
    issuer: one.issuerCommonName.slice(0, LONGEST_NAME),
    subjectKey: one.subjectKey.slice(0, LONGEST_KEY),
    serial: one.serial,
    notBefore: one.notBefore.toISOString(),
    notAfter: one.notAfter.toISOString(),
    token: token === null ? null : { label: token.label, serial: token.serial },
    hasPrivateKey,
  };
}

/** Of all tokens that answered; a certificate that cannot be read is left out. */
export function sightingsOf(
  tokens: readonly {
    readonly label: string;
    readonly serial: string;
    readonly certificates: readonly {
      readonly certificate: Uint8Array;
      readonly hasPrivateKey: boolean | null;
    }[];
  }[],
): Sighted[] {
  return tokens.flatMap((token) =>
    token.certificates.flatMap(({ certificate, hasPrivateKey }) => {
      try {
        return sightingOf(certificate, token, hasPrivateKey) ?? [];
      } catch {
        return [];
      }
    }),
  );
}
