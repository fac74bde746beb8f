// Teks jendela kata sandi dokumen.
export const password = {
  titleOpen: 'Masukkan kata sandi dokumen',
  titleOwner: 'Masukkan kata sandi pemilik dokumen',
  titleComplete: 'Masukkan kata sandi dokumen',
  document: 'Dokumen',
  whyOpen: 'Dokumen ini terenkripsi dan hanya terbuka dengan kata sandinya.',
  whyOwner: 'Yang dibatasi penyusun dokumen hanya boleh dilakukan dengan kata sandi pemilik.',
  whyComplete: 'Dokumen terenkripsi ini menunggu bukti yang belum lengkap.',
  whyBatch:
    'Dokumen ini terenkripsi. Kata sandinya dicoba juga pada dokumen lain dalam paket yang masih terkunci.',
  password: 'Kata sandi',
  keep: 'Kata sandi tidak disimpan, dan dilupakan saat dokumen ditutup.',
  keepBatch: 'Kata sandi tidak disimpan, dan dilupakan saat paket selesai atau ditutup.',
  wrong: 'Kata sandi tadi tidak cocok. Periksa huruf besar dan kecilnya, lalu coba lagi.',
  empty: 'Ketik kata sandi lebih dahulu.',
  waiting: 'Mencoba kata sandi…',
  submit: 'Buka',
  cancel: 'Batal',
  close: 'Tutup',
  failed: 'Jendela kata sandi tidak dapat disiapkan. Dokumen tidak dibuka.',
} as const;
