// The network, time stamps and revocation.
import type { ErrorCode } from '../../error-code.ts';

export const NETWORK_ERRORS_EN = {
  NET_UNREACHABLE:
    'The server[ {host}] cannot be reached. Check the network and the proxy settings, then repeat.',
  NET_TIMEOUT:
    'The server[ {host}] did not answer in time[ ({seconds} seconds)] and is no longer waited for. Repeat in a while.',
  NET_INTERRUPTED:
    'The connection to the server[ {host}] broke before its answer was complete. Repeat in a while.',
  NET_STATUS:
    'The server[ {host}] answered with an error[ (HTTP status {status})]. Repeat in a while.',
  NET_AUTH:
    'The server[ {host}] asks for a user name and password, or refuses those given. Check both in the settings.',
  NET_TOO_LARGE:
    'The answer of the server[ {host}] is too large and was not accepted. Give this code to the help desk.',
  NET_REDIRECT:
    'The server[ {host}] redirects to an address that cannot be followed safely. Give this code to the help desk.',
  NET_TLS:
    'No secure connection to the server[ {host}] could be made[ ({cause})]. Check the date of this computer, or contact your network administrator.',
  NET_PROXY:
    'The proxy[ {proxy}] cannot be used[ (HTTP status {status})]. Check the proxy settings, or contact your network administrator.',
  NET_ADDRESS_INVALID:
    'The address[ {address}] is no http or https address that can be used. Check it in the settings.',

  TSA_REFUSED: 'The time-stamp authority[ {authority}] refused the request[ ({failure})].',
  TSA_MALFORMED:
    'The answer of the time-stamp authority[ {authority}] is damaged or no time stamp, and was not used.',
  TSA_NONCE_MISMATCH:
    'The answer of the time-stamp authority[ {authority}] is not for this request, and was not used.',
  TSA_IMPRINT_MISMATCH:
    'The time stamp[ from {authority}] was made for other data, and was not used.',
  TSA_POLICY_MISMATCH:
    'The time stamp[ from {authority}] was made under another policy than asked for, and was not used.',
  TSA_SIGNATURE_WRONG:
    'The signature on the time stamp[ from {authority}] is wrong, so it was not used.',
  TSA_CERTIFICATE_UNFIT:
    'The certificate of the time-stamp authority[ {authority}] is missing, or was not issued for time stamping. Its time stamp was not used.',
  TSA_CERTIFICATE_EXPIRED:
    'The certificate of the time-stamp authority[ {authority}] is not valid at the time it states. Its time stamp was not used.',
  TSA_CERTIFICATE_UNTRUSTED:
    'The certificate of the time-stamp authority[ {authority}] does not come from a trusted root. Its time stamp was not used. If it is the one of your office, name its root, or its certificate, in the settings.',
  TSA_UNAVAILABLE:
    'No time-stamp authority gave a time stamp that can be used[ ({authorities})]. Check the network, or complete the time stamp later.',

  REVOCATION_NO_SOURCE: 'The certificate[ {name}] does not say where to ask about its revocation.',
  OCSP_MALFORMED: 'The OCSP answer[ from {host}] is damaged and cannot be read.',
  OCSP_REFUSED: 'The OCSP server[ {host}] is not willing to answer[ ({status})].',
  OCSP_RESPONDER_UNAUTHORIZED:
    'The OCSP answer[ from {host}] was signed by somebody without the right to do so, and was not used.',
  OCSP_SIGNATURE_WRONG:
    'The signature on the OCSP answer[ from {host}] is wrong, so it was not used.',
  OCSP_EXTENSION_UNSUPPORTED:
    'The OCSP answer[ from {host}] holds a condition that Pena does not know, and was not used.',
  OCSP_CERTIFICATE_MISMATCH:
    'The OCSP answer[ from {host}] is not about this certificate, and was not used.',
  OCSP_NONCE_MISMATCH: 'The OCSP answer[ from {host}] is not for this request, and was not used.',
  OCSP_CERTIFICATE_UNKNOWN: 'The OCSP server[ {host}] does not know this certificate.',
  OCSP_NOT_CURRENT:
    'The OCSP answer[ from {host}] is not valid at the time asked for[ (valid until {nextUpdate})].',
  CRL_MALFORMED: 'The revocation list (CRL)[ from {host}] is damaged and cannot be read.',
  CRL_ISSUER_UNKNOWN:
    'The issuer of the revocation list (CRL)[ from {host}] cannot be established, so the list was not used.',
  CRL_SIGNATURE_WRONG:
    'The signature on the revocation list (CRL)[ from {host}] is wrong, so the list was not used.',
  CRL_EXTENSION_UNSUPPORTED:
    'The revocation list (CRL)[ from {host}] holds a condition that Pena does not know, so the list was not used.',
  CRL_SCOPE:
    'The revocation list (CRL)[ from {host}] does not cover this certificate, or not all reasons for revocation.',
  CRL_NOT_CURRENT:
    'The revocation list (CRL)[ from {host}] is not valid at the time asked for[ (valid until {nextUpdate})].',
} satisfies Partial<Record<ErrorCode, string>>;
