// Judged files as reports get them: a sound one, one of BSrE's kind, a forged one, an unsigned one, one that
// cannot be read. Made by hand, so that what a report must say is known without judging anything.
import type {
  CertificateDetails,
  FileReport,
  SignatureReport,
} from '../../../../core/domain/report.ts';
import {
  type Origin,
  verification,
  type Verification,
} from '../../../../core/validation/reports/verification.ts';

const digest = (digit: string): string => digit.repeat(64);

export const SIGNER = {
  subject: 'CN=NAMA PEJABAT LATIHAN,O=Pemerintah Kota Samarinda,C=ID',
  issuer: 'CN=BSRE CA DS G1,O=Badan Siber dan Sandi Negara,C=ID',
  serial: '4f1c2a9be077d1',
  sha256: digest('a'),
  notBefore: '2025-05-15T00:00:00.000Z',
  notAfter: '2027-05-15T00:00:00.000Z',
} as const;

const TIMESTAMP = {
  type: 'signature',
  time: '2026-11-24T02:29:14.000Z',
  authority:
    'CN=Timestamp Authority Badan Siber dan Sandi Negara,OU=Balai Sertifikasi Elektronik,C=ID',
  intact: true,
  trusted: true,
  chain: [digest('d'), digest('b'), digest('c')],
} as const;

export const SOUND_SIGNATURE: SignatureReport = {
  field: 'sig_1732414500000',
  type: 'signature',
  subFilter: 'adbe.pkcs7.detached',
  level: 'CMS',
  indication: 'TOTAL_PASSED',
  subIndication: null,
  intact: true,
  coverage: 'ENTIRE_REVISION',
  byteRange: [0, 41_200, 73_970, 1_204],
  modification: 'FORM_FILLING',
  docMdp: { level: 2, respected: true },
  signer: SIGNER,
  chain: [digest('a'), digest('b'), digest('c')],
  trustAnchor: digest('c'),
  issuedUnder: 'BSRE',
  claimedTime: '2026-11-24T02:15:00.000Z',
  bestTime: TIMESTAMP.time,
  timestamps: [TIMESTAMP],
  revocation: {
    status: 'GOOD',
    embedded: ['ocsp'],
    source: 'ocsp',
    checkedAt: '2026-11-24T02:29:15.000Z',
    revokedAt: null,
    reason: null,
    chain: [digest('e'), digest('b'), digest('c')],
  },
  revision: 1,
  reasons: [
    { code: 'SIGNATURE_INTACT', params: {} },
    { code: 'CHAIN_TRUSTED', params: { anchor: 'Root CA Indonesia DS G1' } },
    { code: 'NOT_REVOKED', params: { time: '2026-11-24T02:29:15.000Z' } },
    {
      code: 'TIMESTAMP_PRESENT',
      params: {
        time: TIMESTAMP.time,
        authority: 'Timestamp Authority Badan Siber dan Sandi Negara',
      },
    },
    { code: 'LATER_CHANGES_ALLOWED', params: {} },
    { code: 'SIGNING_CERTIFICATE_ATTRIBUTE_ABSENT', params: {} },
  ],
};

function certificate(name: string, digit: string, more: Partial<CertificateDetails>) {
  return {
    ...{ ...SIGNER, sha256: digest(digit), sha1: digit.repeat(40), key: 'RSA 2048' },
    subject: `CN=${name},O=Badan Siber dan Sandi Negara,C=ID`,
    ...{ signedWith: 'SHA-256', policies: ['2.16.360.1.1.1.3.11.2.0.1'], authority: false },
    ...{ keyUsage: ['digitalSignature', 'nonRepudiation'], extendedKeyUsage: null },
    ...{ trustedBy: null, ...more },
  };
}

export const CERTIFICATES: readonly CertificateDetails[] = [
  certificate('NAMA PEJABAT LATIHAN', 'a', {
    ...{ subject: SIGNER.subject, extendedKeyUsage: ['1.2.840.113583.1.1.5'] },
  }),
  certificate('BSRE CA DS G1', 'b', {
    ...{ authority: true, keyUsage: ['keyCertSign', 'cRLSign'], key: 'RSA 4096' },
    issuer: 'CN=Root CA Indonesia DS G1,C=ID',
  }),
  certificate('Root CA Indonesia DS G1', 'c', {
    ...{ authority: true, keyUsage: ['keyCertSign', 'cRLSign'], policies: [] },
    ...{ trustedBy: 'TRUST_LIST', issuer: 'CN=Root CA Indonesia DS G1,C=ID' },
  }),
  certificate('Timestamp Authority Badan Siber dan Sandi Negara', 'd', {
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.8'],
  }),
  certificate('Validation Authority', 'e', { extendedKeyUsage: ['1.3.6.1.5.5.7.3.9'] }),
];

const DOCUMENT_TIMESTAMP: SignatureReport = {
  ...SOUND_SIGNATURE,
  field: 'Stempel1',
  type: 'docTimeStamp',
  subFilter: 'ETSI.RFC3161',
  coverage: 'ENTIRE_FILE',
  byteRange: [0, 80_000, 112_770, 900],
  modification: 'NONE',
  docMdp: null,
  signer: { ...SIGNER, subject: TIMESTAMP.authority, sha256: digest('d') },
  chain: [digest('d'), digest('b'), digest('c')],
  claimedTime: null,
  bestTime: '2026-11-24T02:40:00.000Z',
  timestamps: [{ ...TIMESTAMP, type: 'document', time: '2026-11-24T02:40:00.000Z' }],
  revision: 3,
  reasons: [{ code: 'SIGNATURE_INTACT', params: {} }],
};

const JUDGED = { policy: 'Pena 2026-11', trustDate: '2026-11-25', error: null } as const;

export const SOUND: FileReport = {
  ...JUDGED,
  file: 'Keputusan Wali Kota Nomor 100 Tahun 2026.pdf',
  sha256: digest('1'),
  verdict: 'TOTAL_PASSED',
  signatures: [SOUND_SIGNATURE, DOCUMENT_TIMESTAMP],
  certificates: CERTIFICATES,
  revisions: [
    { revision: 1, end: 75_174, level: null, changes: [] },
    {
      revision: 2,
      end: 79_000,
      level: 'FORM_FILLING',
      changes: [{ code: 'FIELD_FILLED', params: { field: 'nomor_surat' } }],
    },
    {
      revision: 3,
      end: 113_670,
      level: 'LTA_UPDATES',
      changes: [
        { code: 'VALIDATION_DATA_ADDED', params: {} },
        { code: 'DOCUMENT_TIMESTAMP_ADDED', params: { field: 'Stempel1' } },
      ],
    },
  ],
};

export const FORGED: FileReport = {
  ...JUDGED,
  file: 'Undangan <rapat> & "koordinasi".pdf',
  sha256: digest('2'),
  verdict: 'TOTAL_FAILED',
  signatures: [
    {
      ...SOUND_SIGNATURE,
      indication: 'TOTAL_FAILED',
      subIndication: 'FORMAT_FAILURE',
      modification: 'OTHER',
      docMdp: null,
      reasons: [
        { code: 'SIGNATURE_INTACT', params: {} },
        { code: 'CHAIN_TRUSTED', params: { anchor: 'Root CA Indonesia DS G1' } },
        { code: 'PAGE_CONTENT_CHANGED', params: { page: 2 } },
      ],
    },
  ],
  certificates: [],
  revisions: [
    { revision: 1, end: 75_174, level: null, changes: [] },
    {
      revision: 2,
      end: 90_000,
      level: 'OTHER',
      changes: [{ code: 'PAGE_CONTENT_CHANGED', params: { page: 2 } }],
    },
  ],
};

export const REVOKED: FileReport = {
  ...JUDGED,
  file: 'Surat Tugas.pdf',
  sha256: digest('3'),
  verdict: 'INDETERMINATE',
  signatures: [
    {
      ...SOUND_SIGNATURE,
      indication: 'INDETERMINATE',
      subIndication: 'REVOKED_NO_POE',
      coverage: 'ENTIRE_FILE',
      modification: 'NONE',
      docMdp: null,
      issuedUnder: 'OTHER_RECOGNISED',
      claimedTime: '2026-09-01T02:15:00.000Z',
      bestTime: null,
      timestamps: [],
      revocation: {
        status: 'REVOKED',
        embedded: [],
        source: 'crl',
        checkedAt: '2026-11-24T00:00:00.000Z',
        revokedAt: '2026-09-10T04:00:00.000Z',
        reason: 'keyCompromise',
        chain: [digest('b'), digest('c')],
      },
      reasons: [
        { code: 'SIGNATURE_INTACT', params: {} },
        {
          code: 'CERTIFICATE_REVOKED',
          params: {
            name: 'NAMA PEJABAT LATIHAN',
            time: '2026-09-10T04:00:00.000Z',
            reason: 'keyCompromise',
          },
        },
      ],
    },
  ],
  certificates: [],
  revisions: [{ revision: 1, end: 75_174, level: null, changes: [] }],
};

export const UNSIGNED: FileReport = {
  ...JUDGED,
  file: 'Pengumuman.pdf',
  sha256: digest('4'),
  verdict: 'NO_SIGNATURE',
  signatures: [],
  certificates: [],
  revisions: [],
};

export const UNREADABLE: FileReport = {
  file: 'rusak.pdf',
  sha256: null,
  verdict: 'INDETERMINATE',
  policy: 'Pena 2026-11',
  trustDate: null,
  error: { code: 'PDF_NOT_A_PDF', params: {} },
  signatures: [],
  certificates: [],
  revisions: [],
};

export const ALL = [SOUND, FORGED, REVOKED, UNSIGNED, UNREADABLE];

const ORIGIN: Origin = { version: '0.1.0', checkedAt: new Date('2026-11-26T03:05:00Z'), at: null };

export function sample(
  files: readonly FileReport[] = ALL,
  origin: Partial<Origin> = {},
): Verification {
  return verification(files, { ...ORIGIN, ...origin });
}
