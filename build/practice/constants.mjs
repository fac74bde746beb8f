// The practice world's fixed values. They are public and protect nothing: every certificate made with
// them says LATIHAN ("practice") in its name, and no one should ever trust the practice CA.

/** PIN of the practice token; documented in the README. */
export const PRACTICE_PIN = '123456';
/** Security officer's PIN of the practice token, needed once to initialise it. */
export const PRACTICE_SO_PIN = '87654321';
/** Passphrase of the practice PKCS#12 file. */
export const PRACTICE_P12_PASSPHRASE = 'latihan-saja';

export const TOKEN_LABEL = 'TOKEN LATIHAN';
/** CKA_ID (hex) and label that pair the practice key with its certificate on the token. */
export const KEY_ID = '01';
export const KEY_LABEL = 'KUNCI LATIHAN';

export const CA_SUBJECT = '/C=ID/O=LATIHAN/CN=CA LATIHAN Pena';
/** Of an authority that stands for a real one in tests: the name above is trusted in practice mode only. */
export const STAND_IN_SUBJECT = '/C=ID/O=LATIHAN/CN=CA pengganti LATIHAN';
export const SIGNER_SUBJECT = '/C=ID/O=LATIHAN/OU=PEMERINTAH KOTA LATIHAN/CN=NAMA PEJABAT LATIHAN';
export const TSA_SUBJECT = '/C=ID/O=LATIHAN/CN=TSA LATIHAN Pena';
export const OCSP_SUBJECT = '/C=ID/O=LATIHAN/CN=OCSP LATIHAN Pena';

/** The policy in every certificate (core/domain/practice-mark.ts): the verifier trusts none of them outside practice mode. */
export const PRACTICE_POLICY = '2.25.11394837036258529104923796811141424525';
