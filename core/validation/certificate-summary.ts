// A certificate in six lines: whose, whose word it is, which, until when.
import type { Certificate } from '../cms/certificate.ts';
import type { CertificateSummary } from '../domain/report.ts';

/** Names come from files: longer than this they are not names. */
const MAX_NAME = 1000;
const MAX_SERIAL = 100;

export function certificateSummary(certificate: Certificate): CertificateSummary {
  return {
    subject: certificate.subject.slice(0, MAX_NAME),
    issuer: certificate.issuer.slice(0, MAX_NAME),
    serial: certificate.serial.slice(0, MAX_SERIAL),
    sha256: certificate.sha256,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
  };
}
