// A PKCS#12 file without any protection (RFC 7292 4.2: a keyBag and a certBag), for keys made in memory.
import type { KeyObject } from 'node:crypto';
import {
  der,
  derOctetString,
  derOid,
  derSequence,
  derSmallInteger,
} from '../../../core/cms/der-writer.ts';
import { OID } from '../../../core/cms/oids.ts';

export function p12Of(privateKey: KeyObject, certificate: Uint8Array): Uint8Array {
  const key = privateKey.export({ format: 'der', type: 'pkcs8' });
  const certBag = content('1.2.840.113549.1.9.22.1', derOctetString(certificate));
  const safe = derSequence(
    content('1.2.840.113549.1.12.10.1.1', key),
    content('1.2.840.113549.1.12.10.1.3', certBag),
  );
  const authSafe = derSequence(content(OID.data, derOctetString(safe)));
  return derSequence(derSmallInteger(3), content(OID.data, derOctetString(authSafe)));
}

function content(type: string, value: Uint8Array): Uint8Array {
  return derSequence(derOid(type), der(0xa0, value));
}
