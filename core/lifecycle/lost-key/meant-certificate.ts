// Which certificate is meant, from its bytes: with its issuer's Name as it was encoded, which CMP asks for.
import { cursorOver, readWholeBer, TAG } from '../../cms/ber.ts';
import { readCertificate } from '../../cms/certificate.ts';
import type { LostKeyCase } from './case.ts';

type MeantCertificate = LostKeyCase['certificate'];

/** As much of a name as a case holds; the whole is in the certificate. */
const LONGEST = 200;

/** @param der a certificate's; throws CERT_MALFORMED */
export function meantCertificate(
  der: Uint8Array,
  source: MeantCertificate['source'],
): MeantCertificate {
  const one = readCertificate(der);
  return {
    source,
    issuer: one.issuer.slice(0, LONGEST),
    issuerName: Buffer.from(issuerOf(one.tbs)).toString('base64'),
    serial: one.serial,
    sha256: one.sha256,
    subject: one.subject.slice(0, LONGEST),
    notAfter: one.notAfter.toISOString(),
    type: null,
  };
}

/** RFC 5280 4.1: version, serial number, algorithm, issuer. */
function issuerOf(tbs: Uint8Array): Uint8Array {
  const cursor = cursorOver(readWholeBer(tbs), TAG.SEQUENCE);
  const first = cursor.next();
  // The version is left out in certificates of version 1, which then begin with the serial number.
  if (first.tag !== TAG.INTEGER) cursor.next();
  cursor.next();
  return cursor.next().bytes;
}
