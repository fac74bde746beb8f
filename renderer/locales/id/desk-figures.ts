// Rekap tahunan untuk Dinas (Pasal 24 ayat (3)).
export const deskFigures = {
  title: 'Rekap tahunan',
  text: 'Dihitung dari jurnal yang diekspor komputer-komputer kantor ("pena journal export"). Satu catatan dihitung sekali.',
  year: 'Tahun',
  yearWrong: 'Isi tahun dengan empat angka.',
  choose: 'Pilih jurnal dan hitung…',
  of: 'Tahun {{year}}',
  rows: {
    signed: 'Dokumen ditandatangani',
    refused: 'Penandatanganan ditolak',
    certificates: 'Sertifikat yang dipakai',
    reportedLost: 'Dilaporkan hilang, rusak, atau tidak dapat diakses',
    records: 'Catatan jurnal',
    journals: 'Jurnal',
  },
  disguised:
    'Pada ekspor yang disamarkan, sertifikat yang dipakai di beberapa komputer dihitung di masing-masing.',
  saveTable: 'Simpan tabel (CSV)…',
  saved: 'Tabel disimpan.',
  letter: 'Surat laporan tahunan',
  letterText:
    'Kepada Wali Kota, Gubernur, Kepala BSSN, dan Kepala BSrE. Yang kosong menjadi titik-titik.',
  fields: {
    number: 'Nomor surat rekap',
    place: 'Tempat surat',
    city: 'Kota',
    province: 'Provinsi',
    signerName: 'Nama penanda tangan',
    signerPosition: 'Jabatan penanda tangan',
    signerNip: 'NIP penanda tangan',
    remarks: 'Permasalahan dan tindak lanjut',
  },
  writeLetter: 'Buat surat rekap…',
  written: 'Surat disimpan.',
} as const;
