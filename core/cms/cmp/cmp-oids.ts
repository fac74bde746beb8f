// Object identifiers of CMP's protection (RFC 4210 5.1.3.1; RFC 9481 6.1) and of CRL entry details.

export const CMP_OID = {
  passwordBasedMac: '1.2.840.113533.7.66.13',
  hmacWithSha1: '1.3.6.1.5.5.8.1.2',
  hmacWithSha1Digest: '1.2.840.113549.2.7',
  hmacWithSha256: '1.2.840.113549.2.9',
  hmacWithSha384: '1.2.840.113549.2.10',
  hmacWithSha512: '1.2.840.113549.2.11',
} as const;
