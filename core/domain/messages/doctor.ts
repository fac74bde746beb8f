// "Why is my token missing?": the causes in words, for window and terminal.
import type { CauseKind, ServiceState } from '../doctor.ts';
import type { Language } from '../language.ts';

interface DoctorWords {
  /** What is the matter and what to do, in one sentence. */
  readonly causes: Readonly<Record<CauseKind, (subject: string) => string>>;
  readonly services: Readonly<Record<ServiceState, string>>;
}

const ID: DoctorWords = {
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
      'Perangkat lunak token tidak ditemukan: pasanglah yang disertakan dengan token.',
    'no-reader': () =>
      'Tidak ada pembaca kartu atau token USB yang terlihat: pasang token, atau coba porta USB lain.',
    'no-card': (reader) => `Tidak ada kartu di pembaca ${reader}: masukkan kartunya.`,
    'card-unknown': (reader) =>
      `Kartu di pembaca ${reader} tidak dikenali oleh modul mana pun: pasanglah perangkat lunak dari penerbitnya.`,
    'not-seen': () =>
      'Token tidak terlihat dan pembacanya tidak dapat dilihat dari sini: pasang kembali token, lalu pasang OpenSC untuk melihat lebih jauh.',
  },
  services: {
    running: 'berjalan',
    stopped: 'tidak berjalan',
    absent: 'tidak terpasang',
    'built-in': 'bagian dari sistem',
    unknown: 'tidak dapat dilihat di sini',
  },
};

const EN: DoctorWords = {
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
    'no-module': () => 'No token software was found: install what came with the token.',
    'no-reader': () => 'No card reader or USB token is seen: plug it in, or try another USB port.',
    'no-card': (reader) => `No card is in the reader ${reader}: insert it.`,
    'card-unknown': (reader) =>
      `No module knows the card in the reader ${reader}: install its issuer's software.`,
    'not-seen': () =>
      'No token is seen, and readers cannot be seen from here: plug the token in again, then install OpenSC to see more.',
  },
  services: {
    running: 'running',
    stopped: 'not running',
    absent: 'not installed',
    'built-in': 'part of the system',
    unknown: 'cannot be seen here',
  },
};

export function doctorWords(language: Language): DoctorWords {
  return language === 'en' ? EN : ID;
}
