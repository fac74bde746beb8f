// Teks dokumen yang menunggu penanda waktu.
export const pending = {
  title: 'Perlu perhatian',
  badge: 'Menunggu penanda waktu',
  count_other: '{{formatted}} dokumen belum lengkap buktinya',
  complete: 'Lengkapi',
  completing: 'Melengkapi…',
  cancel: 'Berhenti setelah yang ini',
  progress: '{{done}} dari {{total}}, {{failed}} gagal',
  list: 'Lihat daftar',
  since: 'Ditandatangani {{time}} · tujuan {{level}}',
  forget: 'Hapus dari daftar',
  forgetName: 'Hapus {{name}} dari daftar',
  done_other: '{{formatted}} dokumen sudah lengkap.',
  failed_other: '{{formatted}} dokumen belum dapat dilengkapi. Berkasnya tidak berubah.',
  dismiss: 'Tutup hasil',
} as const;
