// Berkas, pekerjaan banyak dokumen, dan jurnal.
import type { ErrorCode } from '../../error-code.ts';

export const OFFICE_ERRORS_ID = {
  FILE_NOT_FOUND: 'Berkas[ {file}] tidak ditemukan. Periksa nama dan foldernya.',
  FILE_NOT_READABLE:
    'Berkas[ {file}] tidak dapat dibaca. Periksa izinnya, dan pastikan yang dipilih berkas biasa, bukan folder.',
  FILE_CHANGED:
    'Berkas[ {file}] berubah selagi dibaca, jadi hasilnya tidak dipakai. Tutup program lain yang memakainya, lalu ulangi.',
  FILE_FOLDER_MISSING:
    'Folder tujuan[ {folder}] tidak ada. Buat foldernya, atau pilih folder lain.',
  FILE_FOLDER_READ_ONLY:
    'Folder tujuan[ {folder}] tidak dapat ditulisi. Berkas asli tidak diubah. Pilih folder lain, atau periksa izinnya.',
  FILE_DISK_FULL:
    'Ruang penyimpanan habis. Berkas asli tidak diubah dan tidak ada berkas setengah jadi. Kosongkan ruang, lalu ulangi.',
  FILE_OUTPUT_EXISTS: 'Berkas tujuan[ {file}] sudah ada dan tidak ditimpa. Pilih nama lain.',
  FILE_OUTPUT_IS_INPUT:
    'Berkas tujuan[ {file}] adalah dokumen aslinya, dan dokumen asli tidak pernah ditimpa. Pilih nama atau folder lain.',
  FILE_WRITE_FAILED:
    'Berkas[ {file}] tidak dapat disimpan. Berkas asli tidak diubah. Periksa penyimpanannya, atau pilih folder lain.',

  BATCH_PLAN_INVALID:
    'Rencana penandatanganan tidak dapat dipakai[ ({detail})]. Belum ada yang ditandatangani. Perbaiki rencananya.',
  BATCH_OTHER_RUN:
    'Di folder hasil ada catatan dari rencana atau sertifikat lain. Belum ada yang ditandatangani. Pilih folder hasil lain, atau lanjutkan rencana yang semula.',
  BATCH_BUSY:
    'Rencana ini sedang dikerjakan oleh Pena yang lain[ (proses {pid})]. Tunggu sampai selesai.',
  BATCH_INPUT_CHANGED:
    'Isi berkas[ {file}] berubah sejak ditinjau, jadi tidak ditandatangani. Tinjau kembali berkas itu.',
  BATCH_CERTIFICATE:
    'Kunci yang dipakai bukan kunci dari sertifikat yang disebut dalam rencana. Belum ada yang ditandatangani dengan kunci ini.',
  SEAL_INVALID:
    'Berkas rencana tersegel ini rusak atau diubah setelah disegel. Belum ada yang ditandatangani. Mintalah penyusunnya menyegel sekali lagi.',
  SEAL_BROKEN:
    'Isi berkas[ {file}] tidak sama dengan yang disegel, jadi tidak ditandatangani. Mintalah penyusunnya memeriksa berkas itu dan menyegel sekali lagi.',
  WORKFLOW_OUT_OF_TURN:
    'Belum giliran kolom[ {field}]. Dokumen ini masih menunggu kolom yang lebih dahulu[, yaitu {waiting}].',
  WORKFLOW_FIELD_NEEDED:
    'Dokumen ini mempunyai urutan penanda tangan. Sebutkan kolom yang ditandatangani[; sekarang giliran {waiting}].',
  WORKFLOW_FORBIDDEN:
    'Tanda tangan yang sudah ada tidak mengizinkan kolom baru ditambahkan. Dokumen tidak diubah.',
  JOURNAL_BUSY:
    'Jurnal sedang ditulis oleh Pena yang lain dan tidak kunjung selesai. Tutup Pena yang lain, lalu ulangi.',
  JOURNAL_EXPORT_INVALID:
    'Berkas[ {file}] bukan ekspor jurnal yang utuh. Mintalah ekspor baru dari komputer asalnya.',
  JOURNAL_UNREADABLE: 'Berkas jurnal[ {file}] tidak dapat dibaca. Periksa izin foldernya.',
} satisfies Partial<Record<ErrorCode, string>>;
