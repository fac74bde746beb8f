// How far a report of a lost key has come, what is owed, and what is missing, in both languages.
import type { Debt } from '../../core/lifecycle/lost-key/owed.ts';
import type { CaseGap } from '../../core/lifecycle/lost-key/gaps.ts';
import type { CaseState } from '../../core/lifecycle/lost-key/state.ts';

const DEBTS_ID: Readonly<Record<Debt, string>> = {
  'first-report': 'laporan pertama sampai kepada Otoritas Pendaftaran',
  'authority-report': 'laporan kepada pihak yang berwenang, dengan hasil pindainya',
  statement: 'surat keterangan yang ditandatangani pemilik',
  acknowledgement: 'surat keterangan yang diketahui atasan',
  'papers-report': 'lampiran terkirim kepada Otoritas Pendaftaran',
  'new-certificate': 'permohonan penerbitan sertifikat baru',
  'incident-report': 'laporan insiden oleh Dinas',
};
const DEBTS_EN: typeof DEBTS_ID = {
  'first-report': 'the first report reaching the registration authority',
  'authority-report': 'the report to the competent authority, with its scan',
  statement: 'the statement signed by the owner',
  acknowledgement: 'the statement acknowledged by the superior',
  'papers-report': 'the papers going to the registration authority',
  'new-certificate': 'the application for a new certificate',
  'incident-report': 'the incident report by Dinas',
};

const STATES_ID: Readonly<Record<CaseState, string>> = {
  draft: 'Belum dilaporkan.',
  queued: 'Menunggu di kotak keluar: belum ada yang menerimanya.',
  sent: 'Terkirim; belum ada kabar bahwa laporan diterima.',
  received: 'Diterima Otoritas Pendaftaran; belum diputuskan. Sertifikat belum dicabut.',
  accepted: 'Disetujui Otoritas Pendaftaran. Sertifikat belum dinyatakan dicabut oleh penerbitnya.',
  rejected: 'Ditolak Otoritas Pendaftaran. "pena lost send" menanyakannya lagi.',
  revoked: 'Dicabut: OCSP atau CRL penerbit menyatakannya.',
  withdrawn: 'Laporan ditarik kembali.',
};
const STATES_EN: typeof STATES_ID = {
  draft: 'Not reported yet.',
  queued: 'Waiting in the outbox: nobody has received it yet.',
  sent: 'Sent; no word yet that it has arrived.',
  received: 'Received by the registration authority; not decided. The certificate is not revoked.',
  accepted: 'Accepted by the registration authority. Its issuer has not said that it is revoked.',
  rejected: 'Rejected by the registration authority. "pena lost send" asks about it again.',
  revoked: "Revoked: the issuer's OCSP or CRL says so.",
  withdrawn: 'The report was taken back.',
};

const GAPS_ID: Readonly<Record<CaseGap, string>> = {
  narrative: 'kronologi',
  'happened-at': 'waktu kejadian',
  'last-use-after-event': 'pemakaian terakhir tercatat sesudah kejadian',
  'event-in-future': 'waktu yang belum terjadi',
  'owner-contact': 'NIP atau e-mail pemilik',
  'owner-nip': 'NIP pemilik',
  'owner-nik': 'NIK pemilik',
  'owner-position': 'jabatan pemilik',
  'owner-unit': 'Perangkat Daerah pemilik',
  place: 'tempat kejadian',
  superior: 'atasan langsung',
  'authority-report': 'instansi, nomor, dan tanggal laporan kepada pihak yang berwenang',
  'authority-scan': 'hasil pindai laporan kepada pihak yang berwenang',
  statement: 'surat keterangan yang sudah ditandatangani',
  'owner-signature': 'tanda tangan pemilik pada surat keterangan',
  'superior-signature': 'tanda tangan atasan pada surat keterangan',
};
const GAPS_EN: typeof GAPS_ID = {
  narrative: 'what happened',
  'happened-at': 'when it happened',
  'last-use-after-event': 'the last use is later than the event',
  'event-in-future': 'a time that has not come',
  'owner-contact': "the owner's NIP or e-mail address",
  'owner-nip': "the owner's NIP",
  'owner-nik': "the owner's NIK",
  'owner-position': "the owner's position",
  'owner-unit': "the owner's city unit",
  place: 'where it happened',
  superior: 'the direct superior',
  'authority-report': 'agency, number and date of the report to the competent authority',
  'authority-scan': 'a scan of the report to the competent authority',
  statement: 'the signed statement',
  'owner-signature': "the owner's signature on the statement",
  'superior-signature': "the superior's signature on the statement",
};

export const STANDING = {
  id: { debts: DEBTS_ID, states: STATES_ID, gaps: GAPS_ID },
  en: { debts: DEBTS_EN, states: STATES_EN, gaps: GAPS_EN },
} as const;
