// Bantuan perintah extend, timestamp, inspect, repair, extract, dan settings.

export const HELP_PROOF_ID = {
  extend: {
    usage: 'BERKAS... --level lt|lta [--out BERKAS|FOLDER] [--tsa ALAMAT]... [opsi]',
    description:
      'Melengkapi tanda tangan yang sudah ada, milik siapa pun, dengan bukti yang bertahan lebih lama daripada sertifikatnya. Berkas asli tidak diubah.',
    file: 'PDF yang sudah ditandatangani',
    level: 'lt: bukti pencabutan; lta: juga penanda waktu arsip, dan memperbaruinya',
    out: 'berkas baru, atau folder yang sudah ada (bawaan: di samping aslinya, surat-lta.pdf)',
    after: `
Contoh:
  pena extend surat-ttd.pdf --level lta --tsa https://tsa.contoh.go.id/
  pena extend arsip/*.pdf --level lta --out diperbarui/

JSON: satu larik, satu objek tiap berkas:
  {file, output, status: extended | failed | not-begun, level, size, signatures,
   error: null | {code, text}}

Kode keluar: seperti pena sign`,
  },

  timestamp: {
    usage: 'BERKAS... [--out BERKAS|FOLDER] [--tsa ALAMAT]... [opsi]',
    description:
      'Memberi penanda waktu pada dokumen tanpa menandatanganinya: bukti bahwa isinya sudah ada pada waktu itu.',
    file: 'PDF yang diberi penanda waktu',
    out: 'berkas baru, atau folder yang sudah ada (bawaan: di samping aslinya, surat-penanda-waktu.pdf)',
    after: `
Contoh:
  pena timestamp surat.pdf --out surat-waktu.pdf --tsa https://tsa.contoh.go.id/

JSON dan kode keluar: seperti pena extend (level: T)`,
  },

  inspect: {
    usage: 'BERKAS... [--json]',
    description:
      'Melihat isi dokumen sebelum ditandatangani: versi, enkripsi, tanda tangan, kolom kosong, dan hal yang dapat mengubah tampilannya kelak.',
    file: 'PDF yang dilihat',
    after: `
Contoh:
  pena inspect surat.pdf

JSON: satu larik, satu objek tiap berkas:
  {file, version, pages, signatures, maySign, error: null | {code, text},
   findings: [{code, severity: info | warning | refusal, text, params}]}

Kode keluar:
  0 dapat ditandatangani   1 ada yang akan ditolak   64 salah perintah
  65 ada berkas yang tidak dapat dibaca   70 kesalahan Pena`,
  },

  repair: {
    usage: 'BERKAS [--out BERKAS] [opsi]',
    description:
      'Menyusun kembali PDF rusak yang belum ditandatangani menjadi berkas baru. Berkas asli tetap seperti semula.',
    file: 'PDF yang rusak',
    out: 'berkas baru (bawaan: di samping aslinya, surat-diperbaiki.pdf)',
    after: `
Contoh:
  pena repair surat-rusak.pdf --out surat.pdf

Yang sudah ditandatangani tidak diperbaiki: tanda tangannya akan rusak. Periksa isi
berkas baru sebelum memakainya.

JSON: {file, output, size, objects, pages}

Kode keluar:
  0 berhasil   64 salah perintah   65 tidak dapat disusun kembali   69 tempat simpan`,
  },

  extract: {
    usage: 'BERKAS --signature N [--out BERKAS] [opsi]',
    description:
      'Mengambil dokumen persis seperti saat sebuah tanda tangan dibuat, tanpa yang ditambahkan sesudahnya.',
    file: 'PDF yang sudah ditandatangani',
    signature: 'nomor tanda tangan mulai dari 1, seperti pada pena verify',
    out: 'berkas baru (bawaan: di samping aslinya, surat-tanda-tangan-N.pdf)',
    after: `
Contoh:
  pena extract surat.pdf --signature 1 --out surat-saat-ttd-1.pdf

JSON: {file, output, field, size, sha256, added}

Kode keluar:
  0 berhasil   64 salah perintah, atau tidak ada tanda tangan itu
  65 berkas tidak dapat dibaca   69 tempat simpan`,
  },

  settings: {
    usage: '[--json]',
    description: 'Melihat pengaturan yang berlaku, dan dari mana asalnya.',
    after: `
Berkas pengaturan (JSON), semuanya boleh tidak ada:
  {"tsa": [{"name": "TSA Kota", "url": "https://tsa.contoh.go.id/"}],
   "anchors": ["akar.pem", "/etc/pena/akar/"],
   "proxy": {"url": "http://proksi:8080", "bypass": [".contoh.go.id"]}}

Opsi di baris perintah didahulukan; --trust menambah, --tsa mengganti.`,
  },
};
