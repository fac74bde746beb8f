// Teks token dan sertifikat.
export const tokens = {
  title: 'Token & sertifikat',
  subtitle: 'Yang terbaca di komputer ini sekarang',
  refreshing: 'Membaca token…',
  refreshed_other: 'Daftar diperbarui: {{formatted}} token.',
  serial: 'Nomor seri {{serial}}',
  pin: {
    ok: 'PIN siap dipakai',
    'count-low': 'Pernah salah PIN; sisa percobaan berkurang',
    'final-try': 'Sisa satu percobaan PIN',
    locked: 'PIN terkunci',
  },
  pinPad: 'PIN diketik pada alat pembaca',
  noCertificates: 'Tidak ada sertifikat pada token ini.',
  issuer: 'Diterbitkan oleh',
  validity: 'Masa berlaku',
  validityText: '{{from}} sampai {{to}}',
  usable: 'dapat dipakai',
  unusable: 'tidak dapat dipakai',
  endsIn_other:
    'Berakhir dalam {{formatted}} hari. Ajukan pembaruan kepada Otoritas Pendaftaran Anda.',
  problems: 'Yang tidak terbaca',
  problemsText: 'Daftar di atas tetap benar; bagian berikut gagal dibaca.',
  empty: {
    title: 'Belum ada token yang terbaca',
    steps: {
      plug: 'Pasang token USB, atau masukkan kartu ke alat pembaca sampai lampunya menyala.',
      driver: 'Pastikan perangkat lunak token dari penerbitnya sudah terpasang di komputer ini.',
      refresh: 'Tekan Segarkan. Token biasanya terbaca dalam beberapa detik.',
    },
    verify: 'Verifikasi dokumen tidak memerlukan token.',
  },
} as const;
