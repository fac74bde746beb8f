// Certificate extensions (RFC 5280 4.2) that decide what a certificate may do.
import {
  type BerElement,
  cursorOver,
  membersOf,
  primitiveContextTag,
  readWholeBer,
  TAG,
} from './ber.ts';
import { booleanOf, flagsOf, hex, octetsOf, oidOf, smallIntegerOf } from './ber-values.ts';
import { CmsError } from './cms-error.ts';
import { OID } from './oids.ts';

/** Bits of KeyUsage, in their order (RFC 5280 4.2.1.3). */
export const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsage = (typeof KEY_USAGES)[number];

export interface Extension {
  readonly critical: boolean;
  /** DER of the extension's value. */
  readonly value: Uint8Array;
}

export interface Extensions {
  readonly all: ReadonlyMap<string, Extension>;
  /** Null where the certificate does not limit the use of its key. */
  readonly keyUsage: ReadonlySet<KeyUsage> | null;
  readonly extendedKeyUsage: readonly string[] | null;
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | null } | null;
  /** Hexadecimal. */
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
}

/** Real certificates have a dozen. */
const MAX_EXTENSIONS = 100;

/** Reads `Extensions`; null stands for a certificate without any. Throws CMS_MALFORMED, CERT_MALFORMED. */
export function readExtensions(element: BerElement | null): Extensions {
  const all = new Map<string, Extension>();
  for (const member of element === null ? [] : membersOf(element, TAG.SEQUENCE)) {
    const cursor = cursorOver(member, TAG.SEQUENCE);
    const oid = oidOf(cursor.next(TAG.OID));
    const criticality = cursor.optional(TAG.BOOLEAN);
    const critical = criticality !== null && booleanOf(criticality);
    // RFC 5280 4.2: one instance of an extension; with two, programs disagree on which counts.
    if (all.has(oid) || all.size === MAX_EXTENSIONS) throw new CmsError('CERT_MALFORMED');
    all.set(oid, { critical, value: octetsOf(cursor.next(TAG.OCTET_STRING)) });
  }
  const read = <T>(oid: string, reader: (value: BerElement) => T): T | null => {
    const extension = all.get(oid);
    return extension === undefined ? null : reader(readWholeBer(extension.value));
  };
  return {
    all,
    keyUsage: read(OID.keyUsage, readKeyUsage),
    extendedKeyUsage: read(OID.extendedKeyUsage, (value) =>
      membersOf(value, TAG.SEQUENCE).map(oidOf),
    ),
    basicConstraints: read(OID.basicConstraints, readBasicConstraints),
    subjectKeyId: read(OID.subjectKeyIdentifier, (value) => hex(octetsOf(value))),
    authorityKeyId: read(OID.authorityKeyIdentifier, readAuthorityKeyId),
  };
}

function readKeyUsage(value: BerElement): ReadonlySet<KeyUsage> {
  const bits = flagsOf(value);
  return new Set(KEY_USAGES.filter((_, bit) => bits.has(bit)));
}

function readBasicConstraints(value: BerElement): { ca: boolean; pathLength: number | null } {
  const cursor = cursorOver(value, TAG.SEQUENCE);
  const ca = cursor.optional(TAG.BOOLEAN);
  const pathLength = cursor.optional(TAG.INTEGER);
  cursor.end();
  return {
    ca: ca !== null && booleanOf(ca),
    pathLength: pathLength === null ? null : smallIntegerOf(pathLength),
  };
}

function readAuthorityKeyId(value: BerElement): string | null {
  const id = cursorOver(value, TAG.SEQUENCE).optional(primitiveContextTag(0));
  return id === null ? null : hex(id.content);
}
