// A certificate that nobody issued but its own key (RFC 5280 3.2): of a receiver that an office starts for itself, for
// TLS or for receipts. Whoever trusts it has been given it by hand.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { extension, keyUsageBits } from './certification-request.ts';
import { derOctetString, derOid, derSequence } from './der-writer.ts';
import { type AlternativeNames, generalNames } from './general-names.ts';
import { keyIdOf, makeCertificate } from './make-certificate.ts';
import { OID } from './oids.ts';

/** id-kp-serverAuth (4.2.1.12). */
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

interface SelfSigned {
  /** Common name. */
  readonly name: string;
  /** What it is reached by; null: it signs receipts and serves nobody. */
  readonly server: Omit<AlternativeNames, 'email'> | null;
  readonly now: Date;
  readonly years: number;
  /** 8 octets. */
  readonly serial: Uint8Array;
}

/** @param key P-256. @returns DER */
export function selfSigned(key: KeyObject, content: SelfSigned): Uint8Array {
  const { name, server, now, years, serial } = content;
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const subject = { name };
  const names = server === null ? null : generalNames(server);
  return makeCertificate(key, {
    ...{ serial, issuer: subject, subject, spki, now, years },
    extensions: [
      extension(OID.basicConstraints, true, derSequence()),
      extension(
        OID.keyUsage,
        true,
        keyUsageBits(
          new Set(server === null ? ['digitalSignature', 'nonRepudiation'] : ['digitalSignature']),
        ),
      ),
      extension(OID.subjectKeyIdentifier, false, derOctetString(keyIdOf(spki))),
      ...(server === null
        ? []
        : [extension(OID.extendedKeyUsage, false, derSequence(derOid(SERVER_AUTH)))]),
      ...(names === null ? [] : [extension(OID.subjectAltName, false, names)]),
    ],
  });
}
