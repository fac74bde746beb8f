// What the signature itself carries (TS 119 102-2 annex A), as far as a report knows it.
import type { SignatureReport } from '../../../domain/report.ts';
import { element, type Element, leaf } from './xml.ts';
import { reference, type ValidationObjects } from './validation-objects.ts';

/** xs:dateTime; PDF dates may be cut short, and then they are none. */
const DATE_TIME = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/** Null where the signature carries none of it: the schema wants one at least. */
export function signatureAttributes(
  signature: SignatureReport,
  objects: ValidationObjects,
  owner: string,
): Element | null {
  const { claimedTime, subFilter, byteRange, timestamps } = signature;
  const attributes = [
    claimedTime === null || !DATE_TIME.test(claimedTime)
      ? null
      : element('vr:SigningTime', {}, leaf('vr:Time', claimedTime)),
    ...timestamps.map((stamp) =>
      element(
        stamp.type === 'document' ? 'vr:DocTimeStamp' : 'vr:SignatureTimeStamp',
        {},
        reference('vr:AttributeObject', objects.timestamp(stamp, owner)),
        leaf('vr:TimeStampValue', stamp.time),
      ),
    ),
    subFilter === null ? null : element('vr:SubFilter', {}, leaf('vr:SubFilterElement', subFilter)),
    byteRange.length === 0 ? null : leaf('vr:ByteRange', byteRange.join(' ')),
  ].filter((attribute) => attribute !== null);
  return attributes.length === 0 ? null : element('vr:SignatureAttributes', {}, attributes);
}
