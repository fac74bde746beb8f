// The words of `pena doctor`, in both languages.
import type { CauseKind, ServiceState } from '../../core/domain/doctor.ts';
import type { Language } from '../../core/domain/language.ts';

interface DoctorTexts {
  readonly description: string;
  readonly module: string;
  readonly json: string;
  readonly report: string;
  readonly overwrite: string;
  readonly written: (path: string) => string;
  /** What is the matter and what to do, in one sentence. */
  readonly causes: Readonly<Record<CauseKind, (subject: string) => string>>;
  readonly service: string;
  readonly services: Readonly<Record<ServiceState, string>>;
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
  causes: {
    none: () => 'Token terlihat dan sertifikatnya dapat dipakai menandatangani.',
    policy: () =>
      'Kebijakan kantor tidak dapat dibaca, sehingga tidak ada modul yang dimuat: hubungi administrator Anda.',
    'certificates-refused': () =>
      'Token terlihat, tetapi tidak satu pun sertifikatnya dapat dipakai menandatangani: lihat alasannya di bawah.',
    'no-certificate': () =>
      'Token terlihat, tetapi tidak ada sertifikat di dalamnya: mintalah sertifikat kepada otoritas pendaftaran.',
    'module-unsafe': (module) =>
      `Pengguna lain dapat mengubah modul ${module}, maka tidak dimuat: mintalah administrator memperbaiki izinnya.`,
    'module-architecture': (module) =>
      `Modul ${module} dibuat untuk sistem atau prosesor lain: pasanglah versi yang sesuai.`,
    'module-missing': (module) =>
      `Modul ${module} tidak ada di tempat yang disebut: periksa lokasinya atau pasang kembali.`,
    'service-absent': () =>
      'Layanan kartu (PC/SC) tidak terpasang: pasanglah, di Linux paket "pcscd".',
    'service-stopped': () =>
      'Layanan kartu (PC/SC) tidak berjalan: jalankan, di Linux "systemctl start pcscd.socket".',
    'driver-missing': (product) =>
      `Kartu dikenali, tetapi perangkat lunaknya belum terpasang: pasanglah ${product}.`,
    'module-failing': (module) =>
      `Modul ${module} gagal: cabut dan pasang kembali token, lalu pasang ulang perangkat lunaknya.`,
    'no-module': () =>
      'Perangkat lunak token tidak ditemukan: pasanglah yang disertakan dengan token, atau sebut lokasinya dengan --module.',
    'no-reader': () =>
      'Tidak ada pembaca kartu atau token USB yang terlihat: pasang token, atau coba porta USB lain.',
    'no-card': (reader) => `Tidak ada kartu di pembaca ${reader}: masukkan kartunya.`,
    'card-unknown': (reader) =>
      `Kartu di pembaca ${reader} tidak dikenali oleh modul mana pun: pasanglah perangkat lunak dari penerbitnya.`,
    'not-seen': () =>
      'Token tidak terlihat dan pembacanya tidak dapat dilihat dari sini: pasang kembali token, lalu pasang OpenSC untuk melihat lebih jauh.',
  },
  service: 'Layanan kartu (PC/SC)',
  services: {
    running: 'berjalan',
    stopped: 'tidak berjalan',
    absent: 'tidak terpasang',
    'built-in': 'bagian dari sistem',
    unknown: 'tidak dapat dilihat di sini',
  },
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
  causes: {
    none: () => 'The token is seen and its certificate can be signed with.',
    policy: () =>
      "The office's policy cannot be read, so no module is loaded: ask your administrator.",
    'certificates-refused': () =>
      'The token is seen, but none of its certificates can be signed with: the reasons are below.',
    'no-certificate': () =>
      'The token is seen, but holds no certificate: ask the registration authority for one.',
    'module-unsafe': (module) =>
      `Other users can change the module ${module}, so it is not loaded: ask your administrator to correct its permissions.`,
    'module-architecture': (module) =>
      `The module ${module} was built for another system or processor: install the version that fits.`,
    'module-missing': (module) =>
      `The module ${module} is not where it is said to be: check the place or install it again.`,
    'service-absent': () =>
      'The card service (PC/SC) is not installed: install it, on Linux the package "pcscd".',
    'service-stopped': () =>
      'The card service (PC/SC) is not running: start it, on Linux "systemctl start pcscd.socket".',
    'driver-missing': (product) =>
      `The card is known, but its software is not installed: install ${product}.`,
    'module-failing': (module) =>
      `The module ${module} fails: unplug the token and plug it in again, then install its software again.`,
    'no-module': () =>
      'No token software was found: install what came with the token, or name its place with --module.',
    'no-reader': () => 'No card reader or USB token is seen: plug it in, or try another USB port.',
    'no-card': (reader) => `No card is in the reader ${reader}: insert it.`,
    'card-unknown': (reader) =>
      `No module knows the card in the reader ${reader}: install its issuer's software.`,
    'not-seen': () =>
      'No token is seen, and readers cannot be seen from here: plug the token in again, then install OpenSC to see more.',
  },
  service: 'Card service (PC/SC)',
  services: {
    running: 'running',
    stopped: 'not running',
    absent: 'not installed',
    'built-in': 'part of the system',
    unknown: 'cannot be seen here',
  },
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
