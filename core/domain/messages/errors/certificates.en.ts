// Certificates and signatures (CMS).
import type { ErrorCode } from '../../error-code.ts';

export const CERTIFICATES_ERRORS_EN = {
  CMS_MALFORMED:
    'Signature or certificate data is damaged or incomplete and cannot be read. The file was not changed.',
  CMS_ALGORITHM_UNSUPPORTED:
    'Pena does not support this algorithm yet[ ({algorithm})]. Nothing was signed. Use an RSA key, or an EC key on P-256 or P-384.',

  CERT_MALFORMED:
    'The certificate is damaged and cannot be read. Use another certificate, or contact your Registration Authority.',
  CERT_NOT_FOUND:
    'The certificate looked for was not found. Make sure that the right token or file is used.',
  CERT_AMBIGUOUS:
    'More than one certificate fits, and Pena does not choose for you. Name the certificate that is meant.',
  CERT_KEY_MISSING:
    'The private key of this certificate was not found[ on the token {token}]. Use the token or file that holds the key.',
  CERT_AUTHORITY:
    'The certificate[ {name}] belongs to a certification authority: it issues other certificates, and is not for signing documents.',
  CERT_KEY_USAGE:
    'The certificate[ {name}] was not issued for signing. Choose another certificate.',
  CERT_PRACTICE:
    'The certificate[ {name}] was made for practice mode and signs nothing outside it. Choose your own certificate.',
  CERT_NOT_PRACTICE:
    'The certificate[ {name}] is not a practice certificate, so it is not used in practice mode. Leave practice mode to sign with it.',
  CERT_KEY_WEAK:
    'The key of this certificate is too short[ ({bits} bits)] to be safe any more. Apply for a new certificate at your Registration Authority.',
  CERT_EXPIRED:
    'The certificate[ {name}] expired[ on {notAfter}]. Apply for renewal at your Registration Authority.',
  CERT_REVOKED:
    'The certificate[ {name}] was revoked[ on {time}][ ({reason})], so it cannot sign. Ask the registration authority for a new certificate.',
  CERT_STATUS_UNKNOWN:
    'Whether the certificate[ {name}] is revoked cannot be found out now. Nothing was signed. Check the network connection, then try again.',
  CERTIFICATE_REPORTED_LOST:
    'The certificate[ {name}] was reported lost on this computer[ since {since}], so Pena does not sign with it. If the report was a mistake, withdraw it before it is sent.',
  CERTIFICATE_REGISTRY_INVALID:
    'The list of certificates on this computer[ ({file})] is damaged, so Pena cannot tell which of them were reported lost. Nothing was signed. Restore the file from a backup, or ask the administrator for help.',
  CERTIFICATE_REGISTRY_BUSY:
    'The list of certificates on this computer is being written by another program[ (process {pid})]. Try again in a moment.',
  CERT_NOT_YET_VALID:
    'The certificate[ {name}] is not valid yet[; it becomes valid on {notBefore}]. Check the date and time of this computer.',
} satisfies Partial<Record<ErrorCode, string>>;
