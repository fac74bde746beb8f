// Apa yang salah pada perintah yang diketik, dalam Bahasa Indonesia.

const near = (meant: string): string => (meant === '' ? '' : ` Maksud Anda ${meant}?`);

export const USAGE_ID = {
  langInvalid: () => 'Bahasa yang tersedia: --lang id atau --lang en.',
  unknownOption: (name: string, meant: string) =>
    `Opsi ${name} tidak dikenal.${near(meant)} Lihat --help.`,
  unknownCommand: (name: string, meant: string) =>
    `Perintah ${name} tidak dikenal.${near(meant)} Lihat pena --help.`,
  missingArgument: () => 'Sebutkan berkasnya. Lihat --help.',
  optionArgument: (name: string) => `Setelah ${name} harus ada isinya. Lihat --help.`,
  missingOption: (name: string) => `Opsi ${name} wajib ada. Lihat --help.`,
  tooManyArguments: () => 'Ada yang berlebih di baris perintah. Lihat --help.',
  wrong: (name: string) =>
    name === ''
      ? 'Perintah tidak dapat dipahami. Lihat --help.'
      : `Isi ${name} tidak dapat dipahami. Lihat --help.`,
  outMustBeFolder: () => 'Untuk beberapa berkas, --out harus berupa folder yang sudah ada.',
  sameOutput: (name: string) =>
    `Dua dokumen akan disimpan sebagai ${name}. Tanda tangani terpisah, atau ubah namanya.`,
  pinSources: () => 'Gunakan salah satu saja: --pin-stdin atau --pin-fd.',
  pinFdNumber: () => 'Setelah --pin-fd harus ada nomor deskriptor, misalnya --pin-fd 3.',
  pinFdUnreadable: () => 'Tempat PIN itu tidak dapat dibaca. Pastikan deskriptornya terbuka.',
  secretSources: () =>
    'PIN dan tiap kata sandi dibaca dari tempat yang berlainan, misalnya --pin-stdin, --password-fd 3, dan --tsa-password-fd 4.',
  fdNumber: (name: string) => `Setelah ${name} harus ada nomor deskriptor, misalnya ${name} 3.`,
  p12WithToken: () => 'Gunakan salah satu saja: --p12, atau token (--module, --token, --cert).',
  stampNeedsPlace: (name: string) =>
    `${name} hanya berarti untuk stempel: tambahkan --page, --tag, --text, atau --design.`,
  rectWithPage: () => '--rect memerlukan juga halamannya: --page.',
  sizeOrRect: () => 'Gunakan salah satu saja: --size, atau --rect yang sudah memuat ukuran.',
  checkpoint: () => 'Saksi yang tersedia: --checkpoint time dan --checkpoint sign.',
  page: () => 'Setelah --page harus ada nomor halaman mulai dari 1, atau last.',
  rect: () =>
    'Setelah --rect harus ada empat angka dalam titik: X,Y,LEBAR,TINGGI, misalnya 300,120,220,80.',
  batchStamp: () =>
    'Setelah --stamp harus ada letaknya: HALAMAN:X,Y,LEBAR,TINGGI atau last:X,Y,LEBAR,TINGGI, misalnya last:300,60,200,70, tag:#:LEBAR,TINGGI, atau halamannya saja: tempat kosong dicari di tiap berkas.',
  preparedField: () =>
    'Setelah --field harus ada PERAN:NAMA:HALAMAN, dapat disertai :X,Y,LEBAR,TINGGI, atau PERAN:NAMA:tag:#:LEBAR,TINGGI. Perannya konseptor, paraf, atau penanda-tangan; namanya tanpa titik. Misalnya paraf:Budi:last:300,60,60,30.',
  tagOrRect: () => 'Gunakan salah satu saja: --tag, atau --page dan --rect.',
  tag: () => 'Setelah --tag harus ada 1 sampai 16 karakter tanpa spasi, misalnya #.',
  occurrence: () => 'Setelah --occurrence harus ada nomor mulai dari 1, atau next.',
  size: () => 'Setelah --size harus ada dua angka dalam titik: LEBAR,TINGGI, misalnya 200,70.',
  withTag: (name: string) => `${name} hanya berarti bersama --tag.`,
  zone: () => 'Zona waktu yang tersedia: --zone WIB, --zone WITA, atau --zone WIT.',
  cert: () =>
    'Setelah --cert harus ada label sertifikat, atau sedikitnya 8 angka awal SHA-256-nya.',
  at: () => 'Setelah --at harus ada tanggal, jam, dan zona, misalnya 2026-11-24T10:15:00+08:00.',
  level: () => 'Tingkat yang tersedia: --level b-b, b-t, b-lt, atau b-lta.',
  levelOffline: () =>
    'Tingkat di atas B-B memerlukan jaringan. Hilangkan --offline, atau gunakan --level b-b.',
  tsaNeeded: () =>
    'Ini memerlukan penanda waktu. Sebutkan otoritasnya dengan --tsa, atau di berkas pengaturan ("pena settings").',
  tsaUrl: () =>
    'Setelah --tsa harus ada alamat http atau https tanpa nama pengguna dan kata sandi.',
  tsaUserWithPassword: () =>
    'Gunakan --tsa-user bersama --tsa-password-fd atau --tsa-password-stdin.',
  tsaUserNeedsTsa: () => 'Sebutkan dengan --tsa otoritas mana yang diberi nama dan kata sandi itu.',
  certify: () => 'Setelah --certify: 1 (tanpa perubahan), 2 (isian), atau 3 (isian dan catatan).',
  lock: () => 'Setelah --lock: all, only:KOLOM,KOLOM, atau except:KOLOM,KOLOM.',
  algorithm: () => 'Algoritma yang tersedia: --algorithm pkcs1 atau --algorithm pss.',
  hash: () => 'Fungsi hash yang tersedia: --hash sha256, sha384, atau sha512.',
  format: () => 'Bentuk yang tersedia: --format pades atau --format adbe.',
  extensionLevel: () => 'Tingkat yang tersedia di sini: --level lt atau --level lta.',
  signatureNumber: () =>
    'Setelah --signature harus ada nomor tanda tangan mulai dari 1, seperti pada "pena verify".',
  jsonOrLines: () => 'Gunakan salah satu saja: --json atau --jsonl.',
  reportFormat: () =>
    'Bentuk laporan yang tersedia: pdf, xml, dan json; lewat --format atau akhiran --out.',
  secretKind: () =>
    'Di sini hanya kata sandi otoritas penanda waktu (tsa) yang disimpan; rahasia untuk laporan: "pena lost secret".',
  secretAddress: () =>
    'Alamat peladen tidak dapat dipakai. Contoh: https://tsa.contoh.go.id/tsa, smtps://surel.contoh.go.id:465.',
  secretUser: () => 'Nama pengguna tidak boleh kosong atau memuat titik dua.',
  secretUnknown: () => 'Rahasia itu tidak ada. Lihat pena secrets list.',
  caseOrCert: () => 'Sebutkan salah satu: ID laporan, atau --cert untuk blokir tanpa laporan.',
  noReportChannel: () =>
    'Sebutkan jalannya: --https atau --package, --cmp, --smtp, atau --eml, bila kebijakan kantor tidak menyebutkannya.',
  reportUrl: () => 'Setelah --https harus ada alamat yang dimulai dengan https://.',
  reportReceipts: () =>
    'Sebutkan dengan --receipts sertifikat penanda tangan tanda terima: tanpa itu tidak ada yang terbukti diterima.',
  noPdfs: () => 'Tidak ada berkas PDF di folder itu.',
};
