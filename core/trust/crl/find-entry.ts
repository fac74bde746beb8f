// Looks one certificate up in a CRL (RFC 5280 5.3) by running over the entries' octets, however many there are.
import { cursorOver, readBer, readWholeBer, TAG } from '../../cms/ber.ts';
import { booleanOf, hex, octetsOf, oidOf, smallIntegerOf, timeOf } from '../../cms/ber-values.ts';
import type { Certificate } from '../../cms/certificate.ts';
import { CmsError } from '../../cms/cms-error.ts';
import { OID } from '../../cms/oids.ts';
import { fieldsOf } from '../revocation/certificate-fields.ts';
import { reasonOf, type Revocation } from '../revocation/judgement.ts';
import type { CertificateList } from './certificate-list.ts';
import { directoryName, readGeneralNames } from './distribution-point.ts';

const CERTIFICATE_ISSUER = '2.5.29.29';
/** Reason code, hold instruction (obsolete, harmless), invalidity date, certificate issuer. */
const KNOWN: ReadonlySet<string> = new Set([
  OID.crlReason,
  '2.5.29.23',
  OID.invalidityDate,
  CERTIFICATE_ISSUER,
]);

export interface Lookup {
  /** Null where the list does not name the certificate. */
  readonly entry: Revocation | null;
  /** RFC 5280 5.3: a list with an entry that cannot be understood must not be used at all. */
  readonly hasUnknownCritical: boolean;
}

/** Steps from header to header without making objects. */
class Stepper {
  readonly #bytes: Uint8Array;
  start = 0;
  end = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Reads the header at `at`, of this tag where one is given; what it heads must end by `limit`. */
  enter(at: number, limit: number, tag?: number): void {
    const bytes = this.#bytes;
    const first = bytes[at + 1] ?? 0x80;
    if (tag !== undefined && bytes[at] !== tag) throw new CmsError('CMS_MALFORMED');
    this.start = at + 2;
    let length = first;
    if (first >= 0x80) {
      const octets = first & 0x7f;
      if (octets === 0 || octets > 4) throw new CmsError('CMS_MALFORMED');
      length = 0;
      for (let i = 0; i < octets; i++) length = length * 256 + (bytes[this.start + i] ?? 0);
      this.start += octets;
    }
    this.end = this.start + length;
    if (this.end > limit) throw new CmsError('CMS_MALFORMED');
  }
}

/** Throws CMS_MALFORMED where the entries are not what they should be. */
export function findEntry(list: CertificateList, certificate: Certificate): Lookup {
  const { entries } = list;
  const serial = fieldsOf(certificate).serial.content;
  const step = new Stepper(entries);
  let entry: Revocation | null = null;
  let hasUnknownCritical = false;
  // 5.3.3: in an indirect CRL, an entry is about the same issuer as the one before unless it says another.
  let issuer = directoryName(list.issuerKey).key;
  const wanted = directoryName(certificate.issuerKey).key;
  for (let at = 0; at < entries.length;) {
    step.enter(at, entries.length, TAG.SEQUENCE);
    const { start, end } = step;
    step.enter(start, end, TAG.INTEGER);
    const isMeant = equalsAt(entries, step.start, step.end, serial);
    step.enter(step.end, end);
    const time = step.end;
    if (time < end) {
      const extensions = readEntryExtensions(entries.subarray(time, end));
      hasUnknownCritical ||= extensions.unknownCritical;
      issuer = extensions.issuer ?? issuer;
      if (isMeant && issuer === wanted) entry ??= readEntry(entries.subarray(at, end));
    } else if (isMeant && issuer === wanted) entry ??= readEntry(entries.subarray(at, end));
    at = end;
  }
  return { entry, hasUnknownCritical };
}

function equalsAt(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  if (end - start !== wanted.length) return false;
  for (let i = wanted.length - 1; i >= 0; i--) if (bytes[start + i] !== wanted[i]) return false;
  return true;
}

interface EntryExtensions {
  readonly unknownCritical: boolean;
  readonly issuer: string | null;
}

const PLAIN: EntryExtensions = { unknownCritical: false, issuer: null };
/** SEQUENCE of one extension, not critical: the reason code. What nearly every entry has. */
const REASON_ONLY = Uint8Array.of(
  ...[0x30, 0x0c, 0x30, 0x0a, 0x06, 0x03, 0x55, 0x1d, 0x15, 0x04, 0x03, 0x0a, 0x01],
);

function readEntryExtensions(bytes: Uint8Array): EntryExtensions {
  if (
    bytes.length === REASON_ONLY.length + 1 &&
    equalsAt(bytes, 0, REASON_ONLY.length, REASON_ONLY)
  ) {
    return PLAIN;
  }
  let unknownCritical = false;
  let issuer: string | null = null;
  for (const { oid, critical, value } of extensionsIn(bytes)) {
    if (critical && !KNOWN.has(oid)) unknownCritical = true;
    if (oid === CERTIFICATE_ISSUER) {
      const names = readGeneralNames(readWholeBer(value));
      issuer = names.find(({ key }) => key.startsWith('dir:'))?.key ?? hex(value);
    }
  }
  return { unknownCritical, issuer };
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
