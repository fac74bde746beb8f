// Reasons of a verdict in English. {braces} are filled from the reason's parameters; times are ISO 8601.
import type { ReasonCode } from '../reason-code.ts';

export const REASONS_EN: Readonly<Record<ReasonCode, string>> = {
  SIGNATURE_INTACT: 'What was signed has not changed since it was signed.',
  CHAIN_TRUSTED: "The signer's certificate leads to a trusted root, {anchor}.",
  TIMESTAMP_PRESENT: 'A time stamp from {authority} proves that the signature existed at {time}.',

  BYTE_RANGE_INVALID:
    'The signature does not point at the file rightly, so it is not certain what was signed.',
  CONTENTS_MALFORMED: 'The signature data is damaged or incomplete and cannot be read.',
  DIGEST_MISMATCH: 'The document changed after it was signed.',
  SIGNATURE_VALUE_WRONG: "The signature value does not match the signer's certificate.",
  SIGNED_ATTRIBUTES_MISSING: 'The signature lacks information it must carry ({attribute}).',
  SIGNING_CERTIFICATE_MISMATCH:
    'The certificate in the document is not the one that the signature names.',
  CERTIFICATE_MISSING: "The signer's certificate is not in the document.",
  KEY_USAGE_WRONG: 'The certificate {name} was not issued for this purpose.',
  TIMESTAMP_BEFORE_CERTIFICATE:
    "The time stamp shows {time}, before the signer's certificate became valid at {notBefore}.",

  SUBFILTER_UNSUPPORTED: 'This kind of signature ({subFilter}) cannot be checked yet.',
  ALGORITHM_UNSUPPORTED: 'This signature algorithm ({algorithm}) cannot be checked yet.',
  ALGORITHM_WEAK: 'The signature rests on {algorithm}, which is no longer safe.',
  SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT:
    'The signature does not name its own certificate. This is usual for BSrE and does not change the result.',
  CHAIN_NOT_FOUND:
    "The signer's certificate does not lead to a trusted root. It was issued by {issuer}.",
  CHAIN_INVALID:
    'The certificate chain breaks a rule: certificate {name} does not comply with {rule}.',
  NO_ANCHORS: 'This program has no trusted root yet, so the issuer cannot be judged.',
  CERTIFICATE_EXPIRED:
    'The certificate {name} expired at {notAfter}, and nothing proves that the signature was made before.',
  CERTIFICATE_NOT_YET_VALID: 'The certificate {name} becomes valid only at {notBefore}.',
  COVERAGE_PARTIAL: 'The signature covers only a part of the file.',
  TIMESTAMP_BROKEN: 'The time stamp does not match this signature, so its time is not used.',
  TIMESTAMP_UNTRUSTED:
    'The time stamp from {authority} cannot be trusted at present, so its time is not used.',
  LIMIT_EXCEEDED:
    'The file holds signatures that overlap in an unnatural way, so not all of them were checked.',

  REVOCATION_NOT_JUDGED: 'Whether the certificate was revoked has not been checked yet.',
  MODIFICATION_NOT_JUDGED:
    'Something was added to the file after this signature, and the addition has not been judged yet.',
  TIMESTAMP_NOT_JUDGED:
    'The time stamp from {authority} has not been judged, since there is no trusted root yet.',
};
