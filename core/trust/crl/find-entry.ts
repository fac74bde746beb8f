// Looks one certificate up in a CRL (RFC 5280 5.3).
import { cursorOver, readBer, readWholeBer, TAG } from '../../cms/ber.ts';
import { booleanOf, octetsOf, oidOf, smallIntegerOf, timeOf } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { OID } from '../../cms/oids.ts';
import { fieldsOf } from '../revocation/certificate-fields.ts';
import { reasonOf, type Revocation } from '../revocation/judgement.ts';
import type { CertificateList } from './certificate-list.ts';
import { EntryIndex } from './entry-index.ts';

export interface Lookup {
  /** Null where the list does not name the certificate. */
  readonly entry: Revocation | null;
  /** RFC 5280 5.3: a list with an entry that cannot be understood must not be used at all. */
  readonly hasUnknownCritical: boolean;
}

/** By list: one list may be asked about hundreds of certificates, and be large. Null: it is not what it should be. */
const indexes = new WeakMap<CertificateList, EntryIndex | null>();

function indexOf(list: CertificateList): EntryIndex {
  const known = indexes.get(list);
  if (known === null) throw new CmsError('CMS_MALFORMED');
  if (known !== undefined) return known;
  // Until it is read through.
  indexes.set(list, null);
  const index = new EntryIndex(list.entries, list.issuerKey);
  indexes.set(list, index);
  return index;
}

/** Throws CMS_MALFORMED where the entries are not what they should be. */
export function findEntry(list: CertificateList, certificate: Certificate): Lookup {
  const index = indexOf(list);
  const found = index.find(fieldsOf(certificate).serial.content, certificate.issuerKey);
  return {
    entry: found === null ? null : readEntry(found),
    hasUnknownCritical: index.hasUnknownCritical,
  };
}

function* extensionsIn(
  bytes: Uint8Array,
): Generator<{ oid: string; critical: boolean; value: Uint8Array }> {
  const list = cursorOver(readWholeBer(bytes), TAG.SEQUENCE);
  while (!list.atEnd) {
    const cursor = cursorOver(list.next(), TAG.SEQUENCE);
    const oid = oidOf(cursor.next(TAG.OID));
    const criticality = cursor.optional(TAG.BOOLEAN);
    const critical = criticality !== null && booleanOf(criticality);
    yield { oid, critical, value: octetsOf(cursor.next(TAG.OCTET_STRING)) };
    cursor.end();
  }
}

function readEntry(bytes: Uint8Array): Revocation {
  const cursor = cursorOver(readBer(bytes), TAG.SEQUENCE);
  cursor.next(TAG.INTEGER);
  const at = timeOf(cursor.next());
  let reason: Revocation['reason'] = null;
  let invalidityDate: Date | null = null;
  if (!cursor.atEnd) {
    for (const { oid, value } of extensionsIn(cursor.next(TAG.SEQUENCE).bytes)) {
      const element = readWholeBer(value);
      if (oid === OID.crlReason && element.tag === TAG.ENUMERATED) {
        reason = reasonOf(smallIntegerOf({ ...element, tag: TAG.INTEGER }));
      }
      if (oid === OID.invalidityDate) invalidityDate = timeOf(element);
    }
  }
  return { at, reason, invalidityDate };
}
