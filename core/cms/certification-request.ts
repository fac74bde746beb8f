// A PKCS#10 request for a certificate (RFC 2986), with the extensions that are wished for (RFC 2985 5.4.2).
import { signatureIdentifier } from './algorithm-identifiers.ts';
import { TAG } from './ber.ts';
import {
  der,
  derAttribute,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derSmallInteger,
} from './der-writer.ts';
import { KEY_USAGES, type KeyUsage } from './extensions.ts';
import { generalNames, type AlternativeNames } from './general-names.ts';
import { OID } from './oids.ts';
import type { SignatureAlgorithm } from '../domain/signature-algorithm.ts';

/** Types of attributes in names (X.520, RFC 5280 A.1). */
const NAME_TYPES = {
  country: '2.5.4.6',
  province: '2.5.4.8',
  locality: '2.5.4.7',
  organisation: '2.5.4.10',
  unit: '2.5.4.11',
  position: '2.5.4.12',
  serialNumber: '2.5.4.5',
  name: '2.5.4.3',
} as const;
type NamePart = keyof typeof NAME_TYPES;

/** X.520 has these two as PrintableString. */
const PRINTABLE: readonly NamePart[] = ['country', 'serialNumber'];
const PRINTABLE_STRING = 0x13;
const UTF8_STRING = 0x0c;

export interface RequestContent {
  /** Parts that are there stand in the order of NAME_TYPES, most significant first. */
  readonly subject: Readonly<Partial<Record<NamePart, string>>>;
  /** DER of the SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
  readonly keyUsage: ReadonlySet<KeyUsage>;
  /** OIDs; none are wished for where it is empty. */
  readonly extendedKeyUsage: readonly string[];
  readonly alternativeNames: AlternativeNames;
}

/** DER of the CertificationRequestInfo: what the key signs. */
export function requestInfo(content: RequestContent): Uint8Array {
  return derSequence(
    derSmallInteger(0),
    nameOf(content.subject),
    content.spki,
    der(0xa0, derAttribute(OID.extensionRequest, derSequence(...extensionsOf(content)))),
  );
}

/** DER of the whole request. @param signature as CMS carries it */
export function signedRequest(
  info: Uint8Array,
  algorithm: SignatureAlgorithm,
  signature: Uint8Array,
): Uint8Array {
  const value = der(TAG.BIT_STRING, Uint8Array.of(0), signature);
  return derSequence(info, signatureIdentifier(algorithm), value);
}

/** The request as a text file (RFC 7468 7). */
export function requestPem(request: Uint8Array): Uint8Array {
  const base64 = Buffer.from(request).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  const label = (edge: string): string => `-----${edge} CERTIFICATE REQUEST-----`;
  return Buffer.from(`${[label('BEGIN'), ...lines, label('END')].join('\n')}\n`);
}

export function nameOf(subject: RequestContent['subject']): Uint8Array {
  const parts = Object.entries(NAME_TYPES).flatMap(([part, oid]) => {
    const value = subject[part as NamePart];
    if (value === undefined) return [];
    const tag = PRINTABLE.includes(part as NamePart) ? PRINTABLE_STRING : UTF8_STRING;
    return [derSetOf(derSequence(derOid(oid), der(tag, Buffer.from(value, 'utf8'))))];
  });
  return derSequence(...parts);
}

function extensionsOf({ keyUsage, extendedKeyUsage, alternativeNames }: RequestContent) {
  const names = generalNames(alternativeNames);
  return [
    extension(OID.keyUsage, true, keyUsageBits(keyUsage)),
    ...(extendedKeyUsage.length === 0
      ? []
      : [extension(OID.extendedKeyUsage, false, derSequence(...extendedKeyUsage.map(derOid)))]),
    ...(names === null ? [] : [extension(OID.subjectAltName, false, names)]),
  ];
}

export function extension(oid: string, critical: boolean, value: Uint8Array): Uint8Array {
  const marked = critical ? [der(TAG.BOOLEAN, Uint8Array.of(0xff))] : [];
  return derSequence(derOid(oid), ...marked, derOctetString(value));
}

/** Named bits without trailing zeros (X.690 11.2.2); none of ours lies beyond the first octet. */
export function keyUsageBits(uses: ReadonlySet<KeyUsage>): Uint8Array {
  const octet = KEY_USAGES.slice(0, 8).reduce(
    (bits, use, at) => (uses.has(use) ? bits | (0x80 >> at) : bits),
    0,
  );
  const unused = 31 - Math.clz32(octet & -octet);
  return der(TAG.BIT_STRING, Uint8Array.of(unused, octet));
}
