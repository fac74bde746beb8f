// What this program keeps of people on this computer, why, and how it is removed (UU 27/2022): one telling for the
// window and the terminal.
import type { Language } from '../language.ts';

export interface KeptData {
  readonly what: string;
  readonly where: string;
  readonly why: string;
  readonly removed: string;
}

const ID: readonly KeptData[] = [
  {
    what: 'Laporan kunci hilang: nama, NIP, NIK, jabatan, e-mail, kejadian',
    where:
      'terenkripsi, tiap laporan dengan kuncinya sendiri; kuncinya dari gantungan kunci sistem atau frasa sandi',
    why: 'laporan dan surat keterangan menurut Pasal 16',
    removed: 'Hapus laporan, dengan bukti: kuncinya dimusnahkan, berkasnya dihapus',
  },
  {
    what: 'Hasil pindai dan surat yang dilampirkan',
    where:
      'terenkripsi bersama laporannya; keterangan kamera dan pemindai dibuang dari JPEG dan PNG, PDF disimpan apa adanya',
    why: 'lampiran menurut Pasal 16 ayat (4)',
    removed: 'bersama laporannya',
  },
  {
    what: 'Kotak keluar: laporan tanpa NIK, dan jawaban atasnya',
    where: 'terenkripsi',
    why: 'agar laporan tidak hilang atau terkirim dua kali',
    removed: 'bersama laporannya',
  },
  {
    what: 'Daftar sertifikat yang pernah terlihat: nama dan nomor di dalamnya',
    where:
      'berkas certificates.json di folder pengaturan, tidak terenkripsi: sertifikat bersifat umum',
    why: 'agar dapat diblokir dan dilaporkan walau tokennya hilang',
    removed: 'hapus berkas itu; blokir yang tercatat di dalamnya ikut hilang',
  },
  {
    what: 'Jurnal: waktu, kode, dan sidik digital; tanpa nama, NIK, PIN, atau isi dokumen',
    where: 'folder journal, berantai sehingga perubahan ketahuan',
    why: 'rekam jejak (PP 71/2019 Pasal 62)',
    removed: 'tidak satu per satu: rantainya akan putus',
  },
  {
    what: 'Dokumen yang bukti waktunya belum lengkap: letak berkasnya',
    where: 'folder pengaturan, tidak terenkripsi',
    why: 'agar dapat dilengkapi nanti',
    removed: 'dengan sendirinya begitu dilengkapi atau dilepas dari daftar',
  },
  {
    what: 'PIN, kata sandi, dan token akses, hanya bila Anda memintanya',
    where: 'gantungan kunci sistem',
    why: 'agar tidak perlu diketik lagi',
    removed: 'Pengaturan, atau pena secrets; yang ditolak server dihapus sendiri',
  },
  {
    what: 'Yang keluar dari komputer ini: laporan dan lampirannya, tanpa NIK kecuali yang tertulis dalam lampiran',
    where: 'hanya kepada Otoritas Pendaftaran dan penerbit menurut kebijakan kantor',
    why: 'pencabutan menurut Pasal 16',
    removed: 'mintalah kepada penerimanya',
  },
];

const EN: readonly KeptData[] = [
  {
    what: 'Lost-key reports: name, NIP, NIK, position, e-mail, what happened',
    where:
      'encrypted, each report under a key of its own; its key comes from the keychain or a passphrase',
    why: 'report and statement by Pasal 16',
    removed: 'Delete the report, with proof: its key is destroyed, its files are deleted',
  },
  {
    what: 'Scans and letters that were attached',
    where:
      'encrypted with their report; what camera and scanner noted is taken out of JPEG and PNG, a PDF stays as it is',
    why: 'papers by Pasal 16(4)',
    removed: 'with their report',
  },
  {
    what: 'The outbox: reports without NIK, and the answers to them',
    where: 'encrypted',
    why: 'so that no report is lost or sent twice',
    removed: 'with their report',
  },
  {
    what: 'The list of certificates once seen: names and numbers in them',
    where:
      'the file certificates.json in the settings folder, not encrypted: certificates are public',
    why: 'so that they can be blocked and reported although the token is gone',
    removed: 'delete that file; blocks noted in it go with it',
  },
  {
    what: 'The journal: times, codes and digests; no name, NIK, PIN or document',
    where: 'the folder journal, chained so that changes show',
    why: 'audit trail (PP 71/2019 Pasal 62)',
    removed: 'not one by one: the chain would break',
  },
  {
    what: 'Documents whose proof of time is not complete yet: where they lie',
    where: 'the settings folder, not encrypted',
    why: 'so that they can be completed later',
    removed: 'by itself once they are completed or taken off the list',
  },
  {
    what: 'PINs, passwords and access tokens, only where you ask for it',
    where: "the system's keychain",
    why: 'so that they need not be typed again',
    removed: 'Settings, or pena secrets; one that a server refuses is deleted by itself',
  },
  {
    what: 'What leaves this computer: reports and their papers, without NIK except where a paper says it',
    where: "only to the registration authority and the issuer that the office's policy names",
    why: 'revocation by Pasal 16',
    removed: 'ask those who received it',
  },
];

export function keptData(language: Language): readonly KeptData[] {
  return language === 'en' ? EN : ID;
}
