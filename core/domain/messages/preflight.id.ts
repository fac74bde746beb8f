// Temuan sebelum menandatangani, dalam Bahasa Indonesia. {kurung} diisi dari parameter temuan.
import type { PreflightCode } from '../preflight.ts';

export const PREFLIGHT_ID: Readonly<Record<PreflightCode, string>> = {
  ENCRYPTED: 'Dokumen ini terenkripsi; hasil penandatanganannya tetap terenkripsi.',
  SIGNED: 'Dokumen ini sudah memuat {count} tanda tangan atau penanda waktu.',
  CERTIFIED: 'Pembuat dokumen sudah menyertifikasinya, sehingga perubahan dibatasi ({level}).',
  FIELDS_WAITING: 'Ada {count} kolom tanda tangan yang masih kosong: {names}.',
  XFA: 'Formulir XFA: isi yang terlihat dapat berbeda dari satu program ke program lain.',
  JAVASCRIPT:
    'Dokumen memuat program (JavaScript) di {count} tempat, yang dapat mengubah tampilannya.',
  LAUNCHES_PROGRAMS: 'Dokumen dapat menjalankan program lain di {count} tempat.',
  EMBEDDED_FILES: 'Di dalam dokumen ada {count} berkas lain yang ikut ditandatangani.',
  EXTERNAL_CONTENT: 'Sebagian isi ({count} bagian) disimpan di luar berkas ini dan dapat berganti.',
  FONTS_NOT_EMBEDDED:
    '{count} jenis huruf tidak disertakan ({names}); tampilannya bergantung pada komputer pembaca.',
  LAYERS:
    'Dokumen memiliki lapisan yang dapat ditampilkan atau disembunyikan setelah ditandatangani.',
  ALTERNATE_IMAGES: '{count} gambar memiliki gambar pengganti yang dapat tampil di tempat lain.',
  APPEARANCES_MADE_BY_VIEWER:
    'Tampilan isian formulir dibuat oleh program pembaca, sehingga dapat berbeda-beda.',
  PAGES_ROTATED: 'Halaman yang diputar: {pages}.',
  PAGES_CROPPED: 'Halaman yang sebagian isinya disembunyikan (dipotong): {pages}.',
  KEY_REPEATED:
    'Satu keterangan (/{key}) ditulis dua kali dengan isi berlainan, sehingga aplikasi yang berbeda dapat menampilkan dokumen yang berbeda.',
  DAMAGED: 'Sebagian susunan berkas rusak[: {count} objek tidak dapat dibaca].',
  NOT_FULLY_INSPECTED:
    'Dokumen ini terlalu besar untuk diperiksa seluruhnya sebelum ditandatangani.',
};
