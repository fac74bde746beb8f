// Teks penampil dokumen.
export const viewer = {
  label: 'Dokumen {{name}}',
  toolbar: 'Alat penampil',
  page: 'Halaman {{n}}',
  pageInput: 'Halaman yang terlihat',
  ofPages: 'dari {{formatted}}',
  previous: 'Halaman sebelumnya',
  next: 'Halaman berikutnya',
  zoomIn: 'Perbesar',
  zoomOut: 'Perkecil',
  zoom: 'Perbesaran {{percent}}%',
  fitWidth: 'Selebar jendela',
  fitPage: 'Satu halaman penuh',
  loading: 'Memuat dokumen',
  failed: 'Halaman tidak dapat ditampilkan. Berkas Anda tidak diubah.',
  protected: 'Dokumen ini dilindungi kata sandi, jadi halamannya tidak dapat ditampilkan.',
  pageFailed: 'Halaman ini tidak dapat digambar.',
} as const;
