// The words for certificates in the PDF report, in both languages.
import type { TrustSource } from '../../../domain/report.ts';

export interface CertificateWords {
  readonly title: string;
  readonly intro: string;
  readonly more: (count: number) => string;
  readonly trustedBy: Readonly<Record<TrustSource, string>>;
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  readonly validity: string;
  readonly period: (from: string, to: string) => string;
  readonly keyUsage: string;
  readonly purpose: string;
  readonly unlimited: string;
  readonly policies: string;
  readonly authority: string;
  readonly mayIssue: string;
  readonly key: string;
  readonly keyText: (key: string, hash: string) => string;
  /** By their names in RFC 5280 4.2.1.3. */
  readonly usages: Readonly<Record<string, string>>;
  /** By OID. */
  readonly purposes: Readonly<Record<string, string>>;
}

export const CERTIFICATE_WORDS_EN: CertificateWords = {
  title: 'Certificates',
  intro:
    'Each certificate that this report rests on: of signers and time stamps, of those who answered about revocation, and of those who issued them.',
  more: (count) => `${String(count)} more are left out; the JSON report names them.`,
  trustedBy: {
    TRUST_LIST: 'On the trust list',
    USER: 'Trusted by this computer’s user',
    PRACTICE: 'Practice only, without legal value',
  },
  subject: 'Subject',
  issuer: 'Issuer',
  serial: 'Serial number',
  validity: 'Validity',
  period: (from, to) => `${from} to ${to}`,
  keyUsage: 'Key usage',
  purpose: 'Purpose',
  unlimited: 'not limited',
  policies: 'Policies',
  authority: 'Authority',
  mayIssue: 'May issue certificates.',
  key: 'Key',
  keyText: (key, hash) => `${key}, signed with ${hash}`,
  usages: {
    digitalSignature: 'digital signature',
    nonRepudiation: 'content commitment (non-repudiation)',
    keyEncipherment: 'key encipherment',
    dataEncipherment: 'data encipherment',
    keyAgreement: 'key agreement',
    keyCertSign: 'certificate signing',
    cRLSign: 'CRL signing',
    encipherOnly: 'encipher only',
    decipherOnly: 'decipher only',
  },
  purposes: {
    '1.3.6.1.5.5.7.3.1': 'web server',
    '1.3.6.1.5.5.7.3.2': 'client',
    '1.3.6.1.5.5.7.3.3': 'program code',
    '1.3.6.1.5.5.7.3.4': 'e-mail',
    '1.3.6.1.5.5.7.3.8': 'time stamping',
    '1.3.6.1.5.5.7.3.9': 'revocation answers (OCSP)',
    '1.3.6.1.5.5.7.3.36': 'document signing',
    '1.2.840.113583.1.1.5': 'document signing',
    '1.3.6.1.4.1.311.10.3.12': 'document signing',
  },
};

export const CERTIFICATE_WORDS_ID: CertificateWords = {
  title: 'Sertifikat',
  intro:
    'Setiap sertifikat yang menjadi dasar laporan ini: milik penanda tangan, pemberi penanda waktu, pemberi keterangan pencabutan, dan para penerbitnya.',
  more: (count) => `${String(count)} lagi tidak dimuat; semuanya disebut dalam laporan JSON.`,
  trustedBy: {
    TRUST_LIST: 'Ada di daftar kepercayaan',
    USER: 'Dipercaya pengguna komputer ini',
    PRACTICE: 'LATIHAN, tanpa kekuatan hukum',
  },
  subject: 'Pemilik',
  issuer: 'Penerbit',
  serial: 'Nomor seri',
  validity: 'Masa berlaku',
  period: (from, to) => `${from} sampai ${to}`,
  keyUsage: 'Kegunaan kunci',
  purpose: 'Keperluan',
  unlimited: 'tidak dibatasi',
  policies: 'Kebijakan',
  authority: 'Penerbitan',
  mayIssue: 'Boleh menerbitkan sertifikat.',
  key: 'Kunci',
  keyText: (key, hash) => `${key}, ditandatangani dengan ${hash}`,
  usages: {
    digitalSignature: 'tanda tangan digital',
    nonRepudiation: 'komitmen isi (nirsangkal)',
    keyEncipherment: 'penyandian kunci',
    dataEncipherment: 'penyandian data',
    keyAgreement: 'kesepakatan kunci',
    keyCertSign: 'menandatangani sertifikat',
    cRLSign: 'menandatangani daftar pencabutan',
    encipherOnly: 'hanya menyandi',
    decipherOnly: 'hanya membuka sandi',
  },
  purposes: {
    '1.3.6.1.5.5.7.3.1': 'server web',
    '1.3.6.1.5.5.7.3.2': 'klien',
    '1.3.6.1.5.5.7.3.3': 'kode program',
    '1.3.6.1.5.5.7.3.4': 'surel',
    '1.3.6.1.5.5.7.3.8': 'penanda waktu',
    '1.3.6.1.5.5.7.3.9': 'keterangan pencabutan (OCSP)',
    '1.3.6.1.5.5.7.3.36': 'tanda tangan dokumen',
    '1.2.840.113583.1.1.5': 'tanda tangan dokumen',
    '1.3.6.1.4.1.311.10.3.12': 'tanda tangan dokumen',
  },
};
