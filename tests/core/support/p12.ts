// PKCS#12 files without a MAC (RFC 7292 4), put together by hand for keys made in memory.
import type { KeyObject } from 'node:crypto';
import {
  der,
  derOctetString,
  derOid,
  derSequence,
  derSmallInteger,
} from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';

/** Nothing encrypted: a keyBag and a certBag. */
export function p12Of(privateKey: KeyObject, certificate: Uint8Array): Uint8Array {
  const key = privateKey.export({ format: 'der', type: 'pkcs8' });
  const certBag = p12Part('1.2.840.113549.1.9.22.1', derOctetString(certificate));
  return p12Around([
    p12Part('1.2.840.113549.1.12.10.1.1', key),
    p12Part('1.2.840.113549.1.12.10.1.3', certBag),
  ]);
}

/** A PFX with these SafeBags. */
export function p12Around(bags: readonly Uint8Array[]): Uint8Array {
  const authSafe = derSequence(p12Part(OID.data, derOctetString(derSequence(...bags))));
  return derSequence(derSmallInteger(3), p12Part(OID.data, derOctetString(authSafe)));
}

/** An OID and what is of its type, in [0] EXPLICIT: SafeBag, CertBag and ContentInfo are all so. */
export function p12Part(type: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(type), der(0xa0, value));
}
