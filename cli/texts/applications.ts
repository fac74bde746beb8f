// The words of `pena ra application`, in both languages.
import type { ApplicationKind, ApplicationPaper } from '../../core/domain/application-kind.ts';
import type { Language } from '../../core/domain/language.ts';
import type { DeskApplication } from '../../core/lifecycle/applications/desk.ts';

const ID = {
  description: 'Permohonan di meja otoritas pendaftaran: kelengkapan dan keputusannya.',
  check:
    'Memeriksa kelengkapan satu berkas paket permohonan tanpa menyimpannya; kode keluar 2 bila kurang.',
  take: 'Menerima berkas paket permohonan dan mengarsipkannya.',
  list: 'Daftar permohonan, yang terbaru di atas.',
  show: 'Satu permohonan: kelengkapan dan keputusannya.',
  accept: 'Menerima satu permohonan yang lengkap.',
  reject: 'Menolak satu permohonan, dengan alasannya.',
  none: 'Belum ada permohonan.',
  decided: 'Keputusan dicatat.',
  mail: 'E-mail Dinas',
  facts: {
    state: 'Keadaan',
    received: 'Diterima',
    decided: 'Keputusan',
    kind: 'Permohonan',
    applicant: 'Pemohon',
    office: 'Jabatan',
    about: 'Mengenai',
    number: 'Nomor surat',
    papers: 'Lampiran',
    missing: 'Kekurangan',
    complete: 'tidak ada, lengkap',
  },
  states: {
    received: 'belum diputus',
    accepted: 'diterima',
    rejected: 'ditolak',
  } satisfies Record<DeskApplication['state'], string>,
  kinds: {
    individual: 'sertifikat individu, Pasal 11(3)',
    position: 'sertifikat jabatan, wewenang, atau organisasi, Pasal 11(4)',
    system: 'sertifikat Sistem Elektronik, Pasal 11(5)',
    agreement: 'persetujuan perjanjian pemilik, Pasal 14(4)',
    receipt: 'tanda terima, Pasal 14(5)',
    renewal: 'pembaruan, Pasal 15(2)',
    duties: 'pernyataan kewajiban, Pasal 17',
    problem: 'laporan permasalahan, Pasal 23(1)',
    complaint: 'pengaduan, Pasal 21(3)',
  } satisfies Record<ApplicationKind, string>,
  papers: {
    letter: 'surat yang ditandatangani',
    'cover-letter': 'surat pengantar kepala Perangkat Daerah',
    recommendation: 'surat Rekomendasi atasan',
    appointment: 'SK pengangkatan dalam jabatan terakhir',
    authority: 'surat penunjukan wewenang',
    'identity-card': 'pindai KTP elektronik',
    agreement: 'naskah perjanjian',
    evidence: 'bukti',
  } satisfies Record<ApplicationPaper, string>,
};

const EN: typeof ID = {
  description: 'Applications at the registration authority’s desk: completeness and decisions.',
  check:
    'Checks a package file for completeness and keeps nothing; exit code 2 where something is missing.',
  take: 'Takes in a package file and archives it.',
  list: 'The applications, latest first.',
  show: 'One application: completeness and decisions.',
  accept: 'Accepts an application that is complete.',
  reject: 'Rejects an application, with the reasons.',
  none: 'No applications yet.',
  decided: 'The decision is noted.',
  mail: 'official e-mail',
  facts: {
    state: 'State',
    received: 'Received',
    decided: 'Decision',
    kind: 'Application',
    applicant: 'Applicant',
    office: 'Position',
    about: 'About',
    number: 'Letter number',
    papers: 'Enclosures',
    missing: 'Missing',
    complete: 'nothing, it is complete',
  },
  states: { received: 'not decided yet', accepted: 'accepted', rejected: 'rejected' },
  kinds: {
    individual: 'individual certificate, Pasal 11(3)',
    position: 'position, authority or organisation certificate, Pasal 11(4)',
    system: 'electronic system certificate, Pasal 11(5)',
    agreement: 'acceptance of the subscriber agreement, Pasal 14(4)',
    receipt: 'receipt, Pasal 14(5)',
    renewal: 'renewal, Pasal 15(2)',
    duties: 'statement of duties, Pasal 17',
    problem: 'report of a problem, Pasal 23(1)',
    complaint: 'complaint, Pasal 21(3)',
  },
  papers: {
    letter: 'signed letter',
    'cover-letter': 'cover letter of the head of the unit',
    recommendation: 'recommendation of the superior',
    appointment: 'decree of appointment to the latest position',
    authority: 'designation of authority',
    'identity-card': 'scan of the e-ID card',
    agreement: 'text of the agreement',
    evidence: 'evidence',
  },
};

export function applicationTexts(language: Language): typeof ID {
  return language === 'id' ? ID : EN;
}
