// Teks mode latihan.
export const practice = {
  strip: {
    label: 'Mode latihan',
    main: 'Mode latihan: tidak ada yang berlaku sungguhan dan tidak ada yang dikirim ke luar komputer ini.',
    short: 'Mode latihan: bukan token sungguhan.',
    pin: 'PIN token latihan: {{pin}}',
    leave: 'Keluar dari latihan',
  },
  title: 'Mode latihan',
  subtitle: 'Mencoba Pena tanpa akibat apa pun.',
  about: {
    title: 'Yang terjadi dalam mode latihan',
    token: 'Pena menyiapkan token latihan di komputer ini. Token Anda sendiri tidak dibaca.',
    mark: 'Setiap halaman yang ditandatangani bertanda LATIHAN, dan surat pun demikian.',
    level:
      'Tingkatnya selalu B-B: kunci penerbit latihan tidak disimpan di mana pun, jadi tidak ada penanda waktu dan OCSP latihan.',
    trust: 'Di luar mode latihan, tanda tangan itu tidak sah.',
    inside: 'Tidak ada yang dikirim ke luar komputer ini, termasuk laporan kunci hilang.',
    apart: 'Pengaturan, jurnal, dan daftar sertifikatnya terpisah dari yang sungguhan.',
  },
  enter: {
    title: 'Masuk ke mode latihan',
    text: 'Pena ditutup lalu dibuka lagi. Dokumen yang terbuka ditutup; berkasnya tidak diubah.',
    button: 'Mulai latihan',
  },
  forbidden: 'Diatur oleh administrator Anda: mode latihan tidak diizinkan di kantor ini.',
  missing: {
    title: 'SoftHSM2 belum terpasang',
    text: 'Token latihan dibuat dengan SoftHSM2, dan perangkat lunak itu tidak ada di komputer ini.',
    linux:
      'Minta administrator memasang paket softhsm2 (Debian dan Ubuntu: sudo apt install softhsm2).',
    darwin: 'Minta administrator memasang SoftHSM (Homebrew: brew install softhsm).',
    win32: 'Minta administrator memasang SoftHSM2 untuk Windows di C:\\SoftHSM2.',
    again: 'Periksa lagi',
  },
  failed: 'Token latihan belum dapat disiapkan',
  retry: 'Coba lagi',
  active: {
    title: 'Anda sedang berlatih',
    token: 'Token',
    pin: 'PIN',
    pinText: '{{pin}} (sama bagi semua orang, bukan rahasia)',
  },
  leave: {
    title: 'Kembali ke pekerjaan sungguhan',
    text: 'Pena ditutup lalu dibuka lagi tanpa mode latihan. Hasil latihan tetap ada untuk lain kali.',
    room: 'Komputer ini disiapkan sebagai komputer latihan (PENA_PRACTICE), jadi mode latihan tidak dapat ditinggalkan dari sini.',
  },
  reset: {
    title: 'Hapus semua hasil latihan',
    text: 'Token latihan, pengaturan, jurnal, dan kasus latihan dihapus, lalu Pena dibuka lagi tanpa mode latihan. PDF yang Anda simpan tetap ada.',
    button: 'Hapus latihan…',
    confirm: 'Hapus semuanya? Ini tidak dapat dibatalkan.',
    yes: 'Hapus dan keluar',
    no: 'Jangan hapus',
  },
  home: {
    title: 'Ingin mencoba dahulu?',
    text: 'Dalam mode latihan Anda menandatangani dengan token latihan; tidak ada yang berlaku sungguhan.',
    button: 'Latihan',
  },
  settings: 'Mencoba Pena dengan token latihan, terpisah dari yang sungguhan.',
} as const;
