// The words of `pena lost ask|acknowledge|acknowledged`, in both languages.
import type { Language } from '../../core/domain/language.ts';
import type { ReportGround } from '../../core/domain/revocation-request.ts';

const GROUNDS_ID: Readonly<Record<ReportGround, string>> = {
  lost: 'hilang',
  damaged: 'rusak',
  inaccessible: 'tidak dapat diakses',
  compromised: 'diketahui pihak lain',
  moved: 'pindah tugas',
  retired: 'pensiun',
};
const GROUNDS_EN: typeof GROUNDS_ID = {
  lost: 'lost',
  damaged: 'damaged',
  inaccessible: 'inaccessible',
  compromised: 'known to others',
  moved: 'moved',
  retired: 'retired',
};

const ID = {
  ask: 'menulis permintaan "Mengetahui" bagi atasan sebagai berkas, berisi surat keterangan yang sudah ditandatangani pemilik',
  askOut: 'berkas yang ditulis, misalnya permintaan.penamengetahui',
  acknowledge:
    'membuka permintaan itu di komputer atasan; dengan --out, menandatangani suratnya dan menulis jawabannya',
  letter: 'menulis suratnya sebagai PDF, untuk dibaca sebelum ditandatangani',
  answerOut: 'menandatangani, dan menulis jawabannya ke berkas ini',
  signed: 'surat yang sudah ditandatangani dengan program lain, sebagai ganti kunci di sini',
  acknowledged: 'menerima kembali jawaban atasan, atau suratnya yang sudah ditandatangani',
  trust: 'sertifikat yang juga dipercaya (boleh diulang)',
  asked: (path: string): string =>
    `Permintaan ditulis: ${path}. Isinya data pribadi, tidak terenkripsi: serahkan hanya kepada atasan.`,
  answered: (path: string): string => `Jawaban ditulis: ${path}. Kembalikan kepada pemilik.`,
  signer: (name: string): string => `Diketahui oleh ${name}.`,
  notNamed: (name: string, named: string): string =>
    `Penanda tangannya ${name}; yang disebut sebagai atasan ${named}. Pastikan orangnya sama.`,
  unchecked:
    'Belum dapat ditanyakan apakah sertifikat penanda tangan sudah dicabut. Otoritas Pendaftaran akan memeriksanya.',
  title: 'Permintaan untuk mengetahui surat keterangan (Pasal 16 ayat (4))',
  owner: 'Pemilik',
  superior: 'Atasan',
  ground: 'Keadaan',
  certificate: 'Sertifikat yang dilaporkan',
  serial: 'Nomor seri',
  askedAt: 'Diminta',
  digest: 'SHA-256 surat',
  answer: 'SHA-256 jawaban',
  readFirst: 'Bacalah suratnya dahulu: --letter menuliskannya. --out menandatanganinya.',
  grounds: GROUNDS_ID,
};
const EN: typeof ID = {
  ask: 'write the request for the superior’s "Mengetahui" as a file, with the statement that the owner has signed',
  askOut: 'the file to write, such as permintaan.penamengetahui',
  acknowledge:
    'open that request on the superior’s computer; with --out, sign its letter and write the answer',
  letter: 'write the letter as a PDF, to be read before it is signed',
  answerOut: 'sign, and write the answer to this file',
  signed: 'the letter, signed with another program, instead of a key here',
  acknowledged: 'take the superior’s answer back in, or the signed letter',
  trust: 'certificate to trust as well (may be repeated)',
  asked: (path) =>
    `Request written: ${path}. It holds personal data, not encrypted: give it to the superior only.`,
  answered: (path) => `Answer written: ${path}. Give it back to the owner.`,
  signer: (name) => `Acknowledged by ${name}.`,
  notNamed: (name, named) =>
    `The signer is ${name}; the superior was named as ${named}. Make sure that they are the same person.`,
  unchecked:
    'Nobody could be asked yet whether the signer’s certificate has been revoked. The registration authority will check.',
  title: 'Request to acknowledge a statement (Pasal 16(4))',
  owner: 'Owner',
  superior: 'Superior',
  ground: 'What happened',
  certificate: 'Reported certificate',
  serial: 'Serial number',
  askedAt: 'Asked',
  digest: 'SHA-256 of the letter',
  answer: 'SHA-256 of the answer',
  readFirst: 'Read the letter first: --letter writes it. --out signs it.',
  grounds: GROUNDS_EN,
};

export function acknowledgeTexts(language: Language): typeof ID {
  return language === 'en' ? EN : ID;
}
