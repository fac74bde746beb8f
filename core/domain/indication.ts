// The words of a verdict: ETSI EN 319 102-1, 5.1.3, table 5 (indications) and table 6 (sub-indications). What V1.4.1 adds
// is left out: NO_CERTIFICATE_CHAIN_FOUND_NO_POE (no anchor here is trusted until a date only) and CUSTOM.

/** Overall result of judging one signature. */
export const INDICATIONS = ['TOTAL_PASSED', 'INDETERMINATE', 'TOTAL_FAILED'] as const;
export type Indication = (typeof INDICATIONS)[number];

/** A document's verdict: its weakest signature's indication, or that it bears none. */
export const VERDICTS = [...INDICATIONS, 'NO_SIGNATURE'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a signature failed or could not be judged. */
export const SUB_INDICATIONS = [
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
  'SIG_CONSTRAINTS_FAILURE',
  'CHAIN_CONSTRAINTS_FAILURE',
  'CERTIFICATE_CHAIN_GENERAL_FAILURE',
  'CRYPTO_CONSTRAINTS_FAILURE',
  'POLICY_PROCESSING_ERROR',
  'SIGNATURE_POLICY_NOT_AVAILABLE',
  'TIMESTAMP_ORDER_FAILURE',
  'NO_SIGNING_CERTIFICATE_FOUND',
  'NO_CERTIFICATE_CHAIN_FOUND',
  'REVOKED_NO_POE',
  'REVOKED_CA_NO_POE',
  'OUT_OF_BOUNDS_NOT_REVOKED',
  'OUT_OF_BOUNDS_NO_POE',
  'REVOCATION_OUT_OF_BOUNDS_NO_POE',
  'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  'NO_POE',
  'TRY_LATER',
  'SIGNED_DATA_NOT_FOUND',
] as const;
export type SubIndication = (typeof SUB_INDICATIONS)[number];

/** What of the file a signature's byte range covers. */
export const COVERAGES = ['ENTIRE_FILE', 'ENTIRE_REVISION', 'PARTIAL'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** What later revisions did to a signed one, mildest first. */
export const MODIFICATIONS = [
  'NONE',
  'LTA_UPDATES',
  'FORM_FILLING',
  'ANNOTATIONS',
  'OTHER',
  'NOT_JUDGED',
] as const;
export type Modification = (typeof MODIFICATIONS)[number];

/** PAdES levels (ETSI EN 319 142-1, 6), and what a signature is when it is none of them. */
export const LEVELS = [
  'PAdES-B-B',
  'PAdES-B-T',
  'PAdES-B-LT',
  'PAdES-B-LTA',
  'CMS',
  'UNKNOWN',
] as const;
export type Level = (typeof LEVELS)[number];
