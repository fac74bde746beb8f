// What the sample decree says: a Keputusan Wali Kota in the order of Permendagri 1/2023 (kop, judul,
// konsiderans, dasar hukum, diktum, penutup). City, office and person are made up; the laws are real.

/**
 * @typedef {{ label?: string, marker?: string, text: string, bold?: boolean, gap?: number }} Row
 *   one paragraph behind its label ("Menimbang") and marker ("a."); gap: points of air above it.
 */

export const CITY = 'KOTA LATIHAN';

export const LETTERHEAD = {
  name: `PEMERINTAH ${CITY}`,
  lines: [
    'Jalan Contoh Nomor 1, Kota Latihan 00000',
    'Telepon (0000) 000000, laman www.kota-latihan.example, surel surat@kota-latihan.example',
  ],
};

/** Stands on every page: whoever finds a print of it must not take it for a decree. */
export const MARK = 'CONTOH/LATIHAN';

export const TITLE = [
  `KEPUTUSAN WALI ${CITY}`,
  'NOMOR 100.3.3.3/001/LATIHAN/2026',
  '',
  'TENTANG',
  '',
  'PENUNJUKAN PENGELOLA SERTIFIKAT ELEKTRONIK',
  `DI LINGKUNGAN PEMERINTAH ${CITY}`,
];

export const OFFICE = `WALI ${CITY},`;

/** @type {readonly Row[]} */
export const CONSIDERATIONS = [
  {
    label: 'Menimbang',
    marker: 'a.',
    text: 'bahwa setiap naskah dinas elektronik ditandatangani dengan sertifikat elektronik untuk menjaga keautentikan, keutuhan, dan kenirsangkalannya;',
  },
  {
    marker: 'b.',
    text: 'bahwa permohonan, pembaruan, dan pencabutan sertifikat elektronik di lingkungan Pemerintah Kota Latihan perlu dilayani oleh pengelola yang ditunjuk;',
  },
  {
    marker: 'c.',
    text: 'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan Wali Kota tentang Penunjukan Pengelola Sertifikat Elektronik di Lingkungan Pemerintah Kota Latihan;',
  },
];

/** @type {readonly Row[]} */
export const LEGAL_BASIS = [
  {
    label: 'Mengingat',
    marker: '1.',
    text: 'Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 1 Tahun 2024;',
  },
  {
    marker: '2.',
    text: 'Peraturan Pemerintah Nomor 71 Tahun 2019 tentang Penyelenggaraan Sistem dan Transaksi Elektronik;',
  },
  {
    marker: '3.',
    text: 'Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik;',
  },
  {
    marker: '4.',
    text: 'Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah;',
  },
];

export const DECIDES = 'MEMUTUSKAN:';

/** @type {readonly Row[]} */
export const FIRST_DICTA = [
  {
    label: 'Menetapkan',
    text: 'KEPUTUSAN WALI KOTA TENTANG PENUNJUKAN PENGELOLA SERTIFIKAT ELEKTRONIK DI LINGKUNGAN PEMERINTAH KOTA LATIHAN.',
  },
  {
    label: 'KESATU',
    text: 'Menunjuk Dinas Komunikasi dan Informatika Kota Latihan sebagai pengelola sertifikat elektronik di lingkungan Pemerintah Kota Latihan.',
  },
];

/** @type {readonly Row[]} */
export const LATER_DICTA = [
  {
    label: 'KEDUA',
    text: 'Pengelola sebagaimana dimaksud dalam Diktum KESATU mempunyai tugas:',
  },
  { marker: 'a.', text: 'memeriksa kelengkapan permohonan sertifikat elektronik;', gap: 0 },
  {
    marker: 'b.',
    text: 'meneruskan permohonan kepada penyelenggara sertifikasi elektronik dan memantaunya sampai selesai;',
    gap: 0,
  },
  {
    marker: 'c.',
    text: 'membantu pejabat yang kunci privatnya hilang, rusak, atau tidak dapat diakses; dan',
    gap: 0,
  },
  {
    marker: 'd.',
    text: 'melaporkan pelaksanaan tugasnya setiap enam bulan kepada Wali Kota melalui Sekretaris Daerah.',
    gap: 0,
  },
  {
    label: 'KETIGA',
    text: 'Setiap pemilik sertifikat elektronik wajib menjaga kunci privat dan frasa sandinya, dan segera melapor kepada pengelola jika kunci privat itu hilang atau disalahgunakan.',
  },
  {
    label: 'KEEMPAT',
    text: 'Segala biaya yang timbul sebagai akibat ditetapkannya Keputusan Wali Kota ini dibebankan pada Anggaran Pendapatan dan Belanja Daerah Kota Latihan.',
  },
  {
    label: 'KELIMA',
    text: 'Keputusan Wali Kota ini mulai berlaku pada tanggal ditetapkan.',
  },
];

export const CLOSING = {
  place: 'Ditetapkan di Kota Latihan',
  date: 'pada tanggal 5 Januari 2026',
  office: OFFICE,
  name: 'NAMA PEJABAT LATIHAN',
};

export const COPIES = {
  title: 'Tembusan:',
  lines: [
    '1. Sekretaris Daerah Kota Latihan;',
    '2. Inspektur Kota Latihan;',
    '3. Kepala Dinas Komunikasi dan Informatika Kota Latihan.',
  ],
};

export const FOOTER = [
  'Dokumen ini ditandatangani secara elektronik menggunakan sertifikat elektronik LATIHAN.',
  'Keasliannya diperiksa pada berkas PDF, bukan pada hasil cetaknya.',
  'CONTOH/LATIHAN: kota, pejabat, dan isi dokumen ini rekaan; tidak mempunyai kekuatan hukum.',
];
