// Teks panduan kunci hilang.
import { lostKeyPapers } from './lost-key-papers.ts';
import { lostKeyReport } from './lost-key-report.ts';

export const lostKey = {
  title: 'Kunci hilang, rusak, atau tidak dapat diakses',
  subtitle: 'Laporan pertama dikirim segera; surat-suratnya menyusul (Pasal 16).',
  home: {
    title: 'Kunci hilang',
    text: 'Hentikan penyalahgunaan dan laporkan sekarang. Tanpa token, PIN, atau jaringan.',
  },
  steps: {
    label: 'Langkah',
    certificate: 'Sertifikat',
    event: 'Apa yang terjadi',
    report: 'Laporan pertama',
    papers: 'Surat-surat',
    reissue: 'Sertifikat baru',
    done: 'Ikhtisar',
  },
  start: {
    which: 'Sertifikat yang mana?',
    warning:
      'Begitu dipilih, sertifikat itu diblokir di Pena: tidak dipakai menandatangani lagi, dan PIN yang tersimpan dihapus.',
    until: 'berlaku s.d. {{date}}',
    reported: 'Sudah diblokir',
    choose: 'Blokir dan laporkan',
    none: 'Belum ada sertifikat yang pernah terlihat di komputer ini.',
    other: 'Tidak ada di daftar',
    otherText:
      'Untuk kunci Anda sendiri atau milik orang lain. PDF bertanda tangan atau berkas sertifikat dapat juga diseret ke sini:',
    pdf: 'Pilih PDF yang pernah ditandatangani',
    file: 'Pilih berkas sertifikat',
    typed: 'Ketik nomor seri',
    serial: 'Nomor seri sertifikat',
    serialHint: 'Heksadesimal, seperti tertulis pada sertifikat atau laporan verifikasi',
    issuer: 'Penerbit',
    issuerHint: 'Misalnya BSRE CA DS G1',
    typedNext: 'Lanjutkan',
    forgotten: 'Hanya lupa PIN atau passphrase?',
    forgottenText:
      'Itu bukan kehilangan. Lihat dahulu cara mengatur ulang; belum ada yang diblokir.',
    forgottenShow: 'Lihat cara mengatur ulang',
  },
  forgotten: {
    title: 'Lupa PIN atau passphrase',
    subtitle: 'Kunci Anda tidak hilang. Biasanya cukup diatur ulang, tanpa pencabutan.',
    pin: 'PIN token terkunci: buka dengan PUK memakai perangkat lunak token.',
    passphrase:
      'Passphrase lupa: atur ulang di portal penyelenggara sertifikat, atau minta verifikator di Dinas.',
    ask: 'Tanyakan dahulu kepada Otoritas Pendaftaran; jangan mencoba menebak PIN.',
    phone: 'Telepon Otoritas Pendaftaran: {{phone}}',
    back: 'Kembali',
    anyway: 'Tidak dapat diatur ulang: pilih sertifikatnya',
  },
  kept: {
    show: 'Apa yang disimpan, dan mengapa',
    title: 'Apa yang disimpan, dan mengapa',
    subtitle: 'Data pribadi di komputer ini menurut UU 27/2022, dan cara menghapusnya.',
    where: 'Di mana',
    why: 'Mengapa',
    removed: 'Cara menghapus',
    back: 'Kembali',
  },
  cases: {
    title: 'Laporan Anda',
    open: 'Buka laporan',
    openOf: 'Buka laporan {{name}}',
    opened: 'dibuka {{date}}',
    owed_other: 'masih {{formatted}} kewajiban',
    none: 'tidak ada kewajiban lagi',
    locked: 'Ada laporan yang tersimpan terenkripsi di komputer ini.',
    keychainLocked:
      'Gantungan kunci sistem terkunci. Buka dahulu, lalu segarkan: laporan Anda ada di sana.',
    unlock: 'Buka dengan frasa sandi',
    unreadable_other: '{{formatted}} laporan tidak dapat dibaca.',
    attention: 'Laporan kunci hilang belum selesai',
    attentionText: '{{name}}: {{state}}',
    attentionLocked: 'Laporan tersimpan menunggu frasa sandi Anda.',
    show: 'Lihat laporan',
  },
  ...lostKeyReport,
  ...lostKeyPapers,
} as const;
