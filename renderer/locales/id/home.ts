// Teks beranda.
export const home = {
  greeting: {
    morning: 'Selamat pagi',
    midday: 'Selamat siang',
    afternoon: 'Selamat sore',
    evening: 'Selamat malam',
  },
  question: 'Apa yang ingin Anda kerjakan?',
  sign: {
    title: 'Tanda tangani dokumen',
    text: 'Bubuhkan tanda tangan elektronik pada PDF dengan token Anda. Berkas asli tidak diubah.',
  },
  verify: {
    title: 'Verifikasi dokumen',
    text: 'Periksa siapa yang menandatangani, kapan, dan apakah isinya masih utuh.',
  },
  drop: 'Yang sudah bertanda tangan dibuka untuk diverifikasi, yang belum untuk ditandatangani.',
  mark: {
    title: 'Jendela PIN belum bertanda pengenal',
    text: 'Dengan gambar dan kata pilihan Anda sendiri, jendela PIN yang asli dapat Anda bedakan dari yang palsu.',
    choose: 'Pilih tanda',
    later: 'Nanti saja',
  },
  open: {
    title: 'Sedang terbuka',
    sign: 'Tanda tangani',
    verify: 'Verifikasi',
  },
} as const;
