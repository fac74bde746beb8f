// The authority of practice mode and the certificates it issues (RFC 5280 4.1, 4.2): LATIHAN in every name, the
// program's mark in every certificate, and a notice that other programs show (4.2.1.4). Its key signs what is made
// with it and is then forgotten: nobody can issue another.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { PRACTICE_POLICY } from '../domain/practice-mark.ts';
import { TAG } from './ber.ts';
import { extension, keyUsageBits } from './certification-request.ts';
import { der, derOctetString, derOid, derSequence } from './der-writer.ts';
import { keyIdOf, makeCertificate } from './make-certificate.ts';
import { OID } from './oids.ts';

export const PRACTICE_SIGNER = 'NAMA PEJABAT LATIHAN';
const AUTHORITY = { country: 'ID', organisation: 'LATIHAN', name: 'CA LATIHAN mode latihan Pena' };
const SIGNER = {
  ...{ country: 'ID', organisation: 'LATIHAN', unit: 'PEMERINTAH KOTA LATIHAN' },
  name: PRACTICE_SIGNER,
};
const NOTICE = 'LATIHAN: tidak berlaku di luar mode latihan';

const AUTHORITY_YEARS = 10;
const SIGNER_YEARS = 2;
/** id-qt-unotice (4.2.1.4). */
const USER_NOTICE = '1.3.6.1.5.5.7.2.2';
const UTF8_STRING = 0x0c;

export interface PracticeCertificates {
  /** DER. */
  readonly authority: Uint8Array;
  readonly signer: Uint8Array;
}

/**
 * @param key the authority's, P-256; nobody keeps it
 * @param spki DER of the signer's public key
 * @param random 16 octets, of which the serial numbers are made
 */
export function practiceCertificates(
  key: KeyObject,
  spki: Uint8Array,
  now: Date,
  random: Uint8Array,
): PracticeCertificates {
  const ownSpki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const keyId = keyIdOf(ownSpki);
  const authority = makeCertificate(key, {
    ...{ serial: random.subarray(0, 8), issuer: AUTHORITY, subject: AUTHORITY },
    ...{ spki: ownSpki, now, years: AUTHORITY_YEARS },
    extensions: [
      extension(
        OID.basicConstraints,
        true,
        derSequence(der(TAG.BOOLEAN, Uint8Array.of(0xff)), der(TAG.INTEGER, Uint8Array.of(0))),
      ),
      extension(OID.keyUsage, true, keyUsageBits(new Set(['keyCertSign', 'cRLSign']))),
      extension(OID.subjectKeyIdentifier, false, derOctetString(keyId)),
      markExtension(),
    ],
  });
  const signer = makeCertificate(key, {
    ...{ serial: random.subarray(8, 16), issuer: AUTHORITY, subject: SIGNER },
    ...{ spki, now, years: SIGNER_YEARS },
    extensions: [
      extension(OID.keyUsage, true, keyUsageBits(new Set(['digitalSignature', 'nonRepudiation']))),
      extension(OID.subjectKeyIdentifier, false, derOctetString(keyIdOf(spki))),
      extension(OID.authorityKeyIdentifier, false, derSequence(der(0x80, keyId))),
      markExtension(),
    ],
  });
  return { authority, signer };
}

function markExtension(): Uint8Array {
  const notice = derSequence(der(UTF8_STRING, Buffer.from(NOTICE)));
  const qualifiers = derSequence(derSequence(derOid(USER_NOTICE), notice));
  return extension(
    OID.certificatePolicies,
    false,
    derSequence(derSequence(PRACTICE_POLICY, qualifiers)),
  );
}
