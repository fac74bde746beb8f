// The authority of practice mode and the certificates it issues (RFC 5280 4.1, 4.2): LATIHAN in every name, the
// program's mark in every certificate, and a notice that other programs show (4.2.1.4). Its key signs what is made
// with it and is then forgotten: nobody can issue another.
import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { PRACTICE_POLICY } from '../domain/practice-mark.ts';
import { signatureIdentifier } from './algorithm-identifiers.ts';
import { TAG } from './ber.ts';
import { extension, keyUsageBits, nameOf } from './certification-request.ts';
import { der, derOctetString, derOid, derSequence } from './der-writer.ts';
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
  const authority = certificate(key, {
    ...{ serial: random.subarray(0, 8), subject: AUTHORITY, spki: ownSpki, now },
    years: AUTHORITY_YEARS,
    extensions: [
      extension(
        OID.basicConstraints,
        true,
        derSequence(der(TAG.BOOLEAN, Uint8Array.of(0xff)), der(TAG.INTEGER, Uint8Array.of(0))),
      ),
      extension(OID.keyUsage, true, keyUsageBits(new Set(['keyCertSign', 'cRLSign']))),
      extension(OID.subjectKeyIdentifier, false, derOctetString(keyId)),
    ],
  });
  const signer = certificate(key, {
    ...{ serial: random.subarray(8, 16), subject: SIGNER, spki, now, years: SIGNER_YEARS },
    extensions: [
      extension(OID.keyUsage, true, keyUsageBits(new Set(['digitalSignature', 'nonRepudiation']))),
      extension(OID.subjectKeyIdentifier, false, derOctetString(keyIdOf(spki))),
      extension(OID.authorityKeyIdentifier, false, derSequence(der(0x80, keyId))),
    ],
  });
  return { authority, signer };
}

interface Content {
  readonly serial: Uint8Array;
  readonly subject: Parameters<typeof nameOf>[0];
  readonly spki: Uint8Array;
  readonly now: Date;
  readonly years: number;
  readonly extensions: readonly Uint8Array[];
}

function certificate(issuer: KeyObject, content: Content): Uint8Array {
  const algorithm = signatureIdentifier('ECDSA_P256_SHA256');
  const tbs = derSequence(
    der(0xa0, der(TAG.INTEGER, Uint8Array.of(2))),
    der(TAG.INTEGER, positive(content.serial)),
    algorithm,
    nameOf(AUTHORITY),
    validity(content.now, content.years),
    nameOf(content.subject),
    content.spki,
    der(0xa3, derSequence(...content.extensions, markExtension())),
  );
  const value = sign('sha256', tbs, { key: issuer, dsaEncoding: 'der' });
  return derSequence(tbs, algorithm, der(TAG.BIT_STRING, Uint8Array.of(0), value));
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
function keyIdOf(spki: Uint8Array): Uint8Array {
  return createHash('sha256').update(spki).digest().subarray(0, 20);
}
