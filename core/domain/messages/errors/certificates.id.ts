// Sertifikat dan tanda tangan elektronik (CMS).
import type { ErrorCode } from '../../error-code.ts';

export const CERTIFICATES_ERRORS_ID = {
  CMS_MALFORMED:
    'Data tanda tangan atau sertifikat rusak atau tidak lengkap, sehingga tidak dapat dibaca. Berkas tidak diubah.',
  CMS_ALGORITHM_UNSUPPORTED:
    'Algoritma ini belum didukung Pena[ ({algorithm})]. Belum ada yang ditandatangani. Gunakan kunci RSA, atau kunci EC P-256 atau P-384.',

  CERT_MALFORMED:
    'Sertifikat rusak sehingga tidak dapat dibaca. Gunakan sertifikat lain, atau hubungi Otoritas Pendaftaran Anda.',
  CERT_NOT_FOUND:
    'Sertifikat yang dicari tidak ditemukan. Pastikan token atau berkas yang benar dipakai.',
  CERT_AMBIGUOUS:
    'Ada lebih dari satu sertifikat yang cocok, dan Pena tidak memilihkannya. Sebutkan sertifikat yang dimaksud.',
  CERT_KEY_MISSING:
    'Kunci privat untuk sertifikat ini tidak ditemukan[ pada token {token}]. Gunakan token atau berkas yang memuat kuncinya.',
  CERT_AUTHORITY:
    'Sertifikat[ {name}] milik otoritas penerbit: dipakai menerbitkan sertifikat lain, bukan untuk menandatangani dokumen.',
  CERT_KEY_USAGE:
    'Sertifikat[ {name}] tidak diterbitkan untuk menandatangani. Pilih sertifikat lain.',
  CERT_PRACTICE:
    'Sertifikat[ {name}] dibuat untuk mode latihan dan tidak menandatangani apa pun di luarnya. Pilih sertifikat Anda sendiri.',
  CERT_NOT_PRACTICE:
    'Sertifikat[ {name}] bukan sertifikat latihan, jadi tidak dipakai dalam mode latihan. Keluarlah dari mode latihan untuk menandatangani dengan sertifikat ini.',
  CERT_KEY_WEAK:
    'Kunci sertifikat ini terlalu pendek[ ({bits} bit)] sehingga tidak aman lagi. Ajukan sertifikat baru kepada Otoritas Pendaftaran Anda.',
  CERT_EXPIRED:
    'Sertifikat[ {name}] kedaluwarsa[ pada {notAfter}]. Ajukan pembaruan kepada Otoritas Pendaftaran Anda.',
  CERT_REVOKED:
    'Sertifikat[ {name}] sudah dicabut[ pada {time}][ ({reason})], sehingga tidak dapat dipakai menandatangani. Hubungi Otoritas Pendaftaran untuk mengajukan sertifikat baru.',
  CERT_STATUS_UNKNOWN:
    'Status pencabutan sertifikat[ {name}] tidak dapat diperoleh sekarang. Tidak ada yang ditandatangani. Periksa sambungan jaringan, lalu coba lagi.',
  CERTIFICATE_REPORTED_LOST:
    'Sertifikat[ {name}] telah dilaporkan hilang di komputer ini[ sejak {since}], sehingga Pena tidak menandatangani dengannya. Bila laporan itu keliru, tarik kembali laporannya sebelum dikirim.',
  CERTIFICATE_REGISTRY_INVALID:
    'Daftar sertifikat di komputer ini[ ({file})] rusak, sehingga Pena tidak tahu sertifikat mana yang dilaporkan hilang. Tidak ada yang ditandatangani. Pulihkan berkas itu dari cadangan, atau mintalah bantuan pengelola komputer.',
  CERTIFICATE_REGISTRY_BUSY:
    'Daftar sertifikat di komputer ini sedang ditulis oleh program lain[ (proses {pid})]. Coba lagi sebentar lagi.',
  CERT_NOT_YET_VALID:
    'Sertifikat[ {name}] belum berlaku[; masa berlakunya mulai {notBefore}]. Periksa tanggal dan jam komputer ini.',
} satisfies Partial<Record<ErrorCode, string>>;
