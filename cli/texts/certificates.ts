// The words of `pena certificates`, in both languages.
import type { ExpiryWarning } from '../../core/domain/known-certificate.ts';
import type { Language } from '../../core/domain/language.ts';

const ID = {
  description:
    'Sertifikat yang pernah terlihat di komputer ini, juga bila tokennya tidak terpasang.',
  list: 'Menampilkan semuanya, dengan masa berlaku dan letak terakhirnya.',
  show: 'Menampilkan satu sertifikat (SHA-256 atau awalannya).',
  forget: 'Menghapus satu sertifikat dari daftar. Sertifikatnya sendiri tidak berubah.',
  json: 'hasil dalam JSON',
  empty: 'Belum ada sertifikat yang pernah terlihat di komputer ini.',
  forgotten: 'Dihapus dari daftar.',
  reported: (since: string) => `dilaporkan hilang sejak ${since}`,
  replaced: (sha256: string) => `sudah digantikan oleh ${sha256}`,
  expiry: (warning: ExpiryWarning, days: number) =>
    warning === 'expired' ? 'kedaluwarsa' : `berakhir dalam ${days} hari`,
  renewal:
    'Pembaruan (Pasal 15): kunci dan permintaan baru dengan "pena token request", surat dengan "pena letter permohonan-pembaruan".',
  valid: 'berlaku',
  issuer: 'Penerbit',
  validity: 'Masa berlaku',
  period: (from: string, to: string) => `${from} sampai ${to}`,
  place: 'Letak terakhir',
  file: 'berkas PKCS#12',
  token: (label: string, serial: string) => `token ${label} (nomor seri ${serial})`,
  seen: 'Terakhir terlihat',
  firstSeen: 'Pertama terlihat',
  signed: 'Terakhir dipakai menandatangani',
  key: 'Kunci privat',
  keys: { yes: 'ada', no: 'tidak ada', unknown: 'hanya diketahui setelah PIN diberikan' },
  serial: 'Nomor seri sertifikat',
};

const EN: typeof ID = {
  description: 'Certificates ever seen on this computer, also while their token is away.',
  list: 'Lists all of them, with their expiry and where they were last seen.',
  show: 'Shows one certificate (SHA-256 or its beginning).',
  forget: 'Removes one certificate from the list. The certificate itself does not change.',
  json: 'result as JSON',
  empty: 'No certificate was ever seen on this computer.',
  forgotten: 'Removed from the list.',
  reported: (since) => `reported lost since ${since}`,
  replaced: (sha256) => `replaced by ${sha256}`,
  expiry: (warning, days) =>
    warning === 'expired' ? 'expired' : `expires in ${days} ${days === 1 ? 'day' : 'days'}`,
  renewal:
    'Renewal (Pasal 15): a new key and request by "pena token request", the letter by "pena letter permohonan-pembaruan".',
  valid: 'valid',
  issuer: 'Issuer',
  validity: 'Validity',
  period: (from, to) => `${from} to ${to}`,
  place: 'Last place',
  file: 'PKCS#12 file',
  token: (label, serial) => `token ${label} (serial number ${serial})`,
  seen: 'Last seen',
  firstSeen: 'First seen',
  signed: 'Last signed with',
  key: 'Private key',
  keys: { yes: 'there', no: 'not there', unknown: 'known only after the PIN is given' },
  serial: 'Certificate serial number',
};

export function certificateTexts(language: Language): typeof ID {
  return language === 'en' ? EN : ID;
}
