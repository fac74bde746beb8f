// The words of `pena doctor`, in both languages.
import type { Language } from '../../core/domain/language.ts';

interface DoctorTexts {
  readonly description: string;
  readonly module: string;
  readonly json: string;
  readonly report: string;
  readonly overwrite: string;
  readonly written: (path: string) => string;
  readonly service: string;
  readonly readers: string;
  readonly unseen: string;
  readonly noReaders: string;
  readonly usb: string;
  readonly card: (atr: string, product: string) => string;
  readonly empty: string;
  readonly policy: string;
  readonly registrations: string;
  readonly there: string;
  readonly absent: string;
  readonly noModules: string;
  readonly slot: string;
  readonly yes: string;
  readonly no: string;
}

const ID: DoctorTexts = {
  description: 'Mencari sebab token tidak terlihat, dan menyebut langkah berikutnya.',
  module: 'perangkat lunak token (modul PKCS#11) lain; boleh diulang',
  json: 'hasil sebagai JSON',
  report: 'menulis laporan tanpa data pribadi ke berkas ini',
  overwrite: 'boleh menimpa laporan yang sudah ada',
  written: (path) => `Laporan tanpa data pribadi ditulis: ${path}`,
  service: 'Layanan kartu (PC/SC)',
  readers: 'Pembaca kartu',
  unseen: 'tidak dapat dilihat di sini',
  noReaders: 'tidak ada',
  usb: 'Pembaca di USB',
  card: (atr, product) => `kartu${atr}${product}`,
  empty: 'kosong',
  policy: 'Kebijakan kantor',
  registrations: 'Pendaftaran p11-kit',
  there: 'ada',
  absent: 'tidak ada',
  noModules: 'tidak ditemukan',
  slot: 'slot',
  yes: 'dapat dipakai menandatangani',
  no: 'tidak dapat dipakai menandatangani',
};

const EN: DoctorTexts = {
  description: 'Find out why a token is not seen, and say what to do next.',
  module: 'further token software (a PKCS#11 module); may be repeated',
  json: 'the result as JSON',
  report: 'write a report without personal data to this file',
  overwrite: 'may replace a report that is there',
  written: (path) => `Report without personal data written: ${path}`,
  service: 'Card service (PC/SC)',
  readers: 'Card readers',
  unseen: 'cannot be seen here',
  noReaders: 'none',
  usb: 'Readers on USB',
  card: (atr, product) => `card${atr}${product}`,
  empty: 'empty',
  policy: "Office's policy",
  registrations: 'p11-kit registrations',
  there: 'there',
  absent: 'not there',
  noModules: 'none found',
  slot: 'slot',
  yes: 'can be signed with',
  no: 'cannot be signed with',
};

export function doctorTexts(language: Language): DoctorTexts {
  return language === 'en' ? EN : ID;
}
