// Teks sertifikat yang pernah terlihat di komputer ini.
export const certificates = {
  lost: 'Kunci hilang? Laporkan',
  title: 'Pernah terlihat di komputer ini',
  subtitle:
    'Juga sertifikat yang tokennya sedang tidak terpasang. Hanya data publik yang disimpan.',
  until: 'Berlaku sampai {{date}}',
  token: 'token {{label}}, nomor seri {{serial}}',
  file: 'dalam berkas PKCS#12',
  details: 'Rincian {{name}}',
  issuer: 'Diterbitkan oleh',
  validity: 'Masa berlaku',
  validityText: '{{from}} sampai {{to}}',
  lastSeen: 'Terakhir terlihat',
  reportedSince: 'Dilaporkan hilang sejak',
  state: {
    valid: 'berlaku',
    expired: 'kedaluwarsa',
    replaced: 'sudah digantikan',
    reported: 'dilaporkan hilang',
    days_other: '{{formatted}} hari lagi',
  },
  forget: {
    button: 'Hapus dari daftar…',
    name: 'Hapus dari daftar: {{name}}',
    title: 'Hapus {{name}} dari daftar?',
    lost: 'Pena tidak akan lagi mengingatkan sebelum masa berlakunya berakhir, dan kehilangan kuncinya tidak dapat lagi dilaporkan dari daftar ini.',
    back: 'Sertifikatnya sendiri tidak berubah. Selama tokennya terpasang, atau bila token itu dipasang lagi, sertifikat ini kembali ke daftar.',
    backFile:
      'Sertifikatnya sendiri tidak berubah. Bila berkasnya dipakai lagi, sertifikat ini kembali ke daftar.',
    no: 'Biarkan di daftar',
    yes: 'Ya, hapus dari daftar',
    done: 'Sertifikat dihapus dari daftar.',
    reported:
      'Sertifikat yang dilaporkan hilang tetap di daftar: tanpa catatan ini sertifikat tersebut dapat dipakai menandatangani lagi.',
  },
  expiry: {
    title: 'Masa berlaku sertifikat',
    ends: '{{name}}: berakhir {{date}}',
    ended: '{{name}}: berakhir {{date}}, tidak dapat dipakai lagi',
    renew: 'Ajukan pembaruan kepada Otoritas Pendaftaran Anda.',
    show: 'Lihat sertifikat',
    apply: 'Ajukan pembaruan',
    applyOf: 'Ajukan pembaruan: {{name}}',
  },
} as const;
