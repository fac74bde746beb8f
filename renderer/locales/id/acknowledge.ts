// Teks "Mengetahui, Atasan Langsung": permintaan kepada atasan dan jawabannya.
export const acknowledge = {
  title: 'Mengetahui, Atasan Langsung',
  first:
    'Bila pemilik sudah menandatangani surat keterangan (dengan sertifikat lain, atau di kertas lalu dipindai sebagai PDF), atasan dapat menandatanganinya secara elektronik di sini.',
  text: 'Simpan permintaan dan serahkan kepada atasan. Atasan membukanya di Pena, menandatangani dengan tokennya, lalu mengembalikan jawabannya. Komputer yang sama pun boleh.',
  plain: 'Berkasnya memuat data pribadi dan tidak terenkripsi: serahkan hanya kepada atasan.',
  ask: 'Simpan permintaan untuk atasan',
  take: 'Terima jawaban atasan',
  asked: 'Permintaan disimpan.',
  by: 'Diketahui oleh {{name}}, dengan tanda tangan elektronik.',
  said: 'Diketahui atasan, menurut pernyataan Anda.',
  unchecked:
    'Belum dapat ditanyakan apakah sertifikat penanda tangan sudah dicabut. Otoritas Pendaftaran akan memeriksanya.',
  superiorCard: 'Anda atasan yang diminta mengetahui?',
  superiorText:
    'Buka berkas permintaan dari pemilik, atau seret ke jendela ini. Tidak ada yang diblokir.',
  open: 'Buka permintaan',
  requestTitle: 'Permintaan mengetahui surat keterangan',
  requestSubtitle:
    'Pasal 16 ayat (4): surat keterangan ditandatangani pemilik dan diketahui atasan.',
  owner: 'Pemilik',
  superior: 'Atasan',
  ground: 'Keadaan',
  certificate: 'Sertifikat yang dilaporkan',
  serial: 'Nomor seri',
  askedAt: 'Diminta',
  sha256: 'SHA-256 surat',
  steps: 'Tiga langkah',
  step1: 'Simpan dan buka suratnya. Bacalah: nama, sertifikat, dan kejadiannya harus benar.',
  step2:
    'Tandatangani seperti dokumen lain, dengan token Anda sendiri, pada tempat “Mengetahui” yang tersedia, lalu simpan hasilnya.',
  step3: 'Kembali ke sini, pilih surat yang sudah ditandatangani, lalu simpan jawabannya.',
  openLetter: 'Simpan dan buka surat',
  answer: 'Pilih surat bertanda tangan',
  answered: 'Ditandatangani {{name}}. Jawaban disimpan; kembalikan kepada pemilik.',
  notSaved: 'Ditandatangani {{name}}. Jawabannya tidak disimpan.',
  already:
    'Berkas ini sudah berisi jawaban. Atasan: kembalikan kepada pemilik. Pemilik: seret ke bagian surat pada laporan Anda, atau terima di sana.',
  back: 'Ke awal',
} as const;
