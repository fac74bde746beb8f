// The few words that main itself shows: menu and dialogs. Everything else is the windows' own.
import type { Settings } from '../../core/contract/settings.ts';

export interface MainTexts {
  readonly pdfFiles: string;
  readonly specimenTitle: string;
  readonly anchorTitle: string;
  readonly certificateFiles: string;
  readonly pictures: string;
  readonly saveTitle: string;
  readonly repairTitle: string;
  readonly prepareTitle: string;
  readonly sealedBatches: string;
  readonly tableFiles: string;
  readonly batchFolder: string;
  readonly saveRequestTitle: string;
  readonly issuedCertificate: string;
  readonly saveReportTitle: string;
  readonly lostKey: Readonly<Record<'signed-pdf' | 'certificate-file' | 'paper' | 'save', string>>;
  readonly acknowledge: Readonly<Record<'request' | 'answer' | 'signed' | 'save', string>>;
  readonly desk: Readonly<
    Record<
      'package' | 'application' | 'certificate' | 'tlsCertificate' | 'tlsKey' | 'journals' | 'save',
      string
    >
  >;
  readonly menu: Readonly<
    Record<
      | 'file'
      | 'open'
      | 'quit'
      | 'edit'
      | 'undo'
      | 'redo'
      | 'cut'
      | 'copy'
      | 'paste'
      | 'selectAll'
      | 'view'
      | 'home'
      | 'sign'
      | 'verify'
      | 'tokens'
      | 'settings'
      | 'lost-key'
      | 'practice'
      | 'zoomIn'
      | 'zoomOut'
      | 'zoomReset'
      | 'fullScreen'
      | 'help'
      | 'about',
      string
    >
  >;
}

const TEXTS: Readonly<Record<Settings['language'], MainTexts>> = {
  id: {
    pdfFiles: 'Dokumen PDF',
    specimenTitle: 'Pilih gambar spesimen tanda tangan',
    anchorTitle: 'Pilih sertifikat akar',
    certificateFiles: 'Sertifikat (PEM, DER)',
    pictures: 'Gambar (PNG, JPEG)',
    repairTitle: 'Simpan dokumen yang disusun kembali',
    prepareTitle: 'Simpan dokumen yang disiapkan',
    saveTitle: 'Simpan dokumen yang ditandatangani',
    sealedBatches: 'Paket tersegel Pena',
    tableFiles: 'Tabel CSV',
    batchFolder: 'Pilih folder untuk hasil',
    saveRequestTitle: 'Simpan permintaan sertifikat',
    issuedCertificate: 'Pilih sertifikat yang terbit',
    saveReportTitle: 'Simpan laporan verifikasi',
    lostKey: {
      'signed-pdf': 'PDF yang ditandatangani dengan kunci itu',
      'certificate-file': 'Berkas sertifikat',
      paper: 'Hasil pindai atau PDF',
      save: 'Simpan berkas',
    },
    acknowledge: {
      request: 'Permintaan mengetahui',
      answer: 'Jawaban atasan, atau surat yang ditandatangani',
      signed: 'Surat keterangan',
      save: 'Simpan berkas',
    },
    desk: {
      package: 'Paket laporan',
      application: 'Paket permohonan',
      tlsCertificate: 'Sertifikat TLS (PEM)',
      tlsKey: 'Kunci sertifikat TLS (PEM)',
      certificate: 'Berkas sertifikat, atau PDF yang ditandatangani dengannya',
      journals: 'Jurnal yang diekspor',
      save: 'Simpan berkas',
    },
    menu: {
      file: '&Berkas',
      open: '&Buka PDF…',
      quit: '&Keluar',
      edit: '&Sunting',
      undo: '&Urungkan',
      redo: 'U&langi',
      cut: '&Potong',
      copy: '&Salin',
      paste: '&Tempel',
      selectAll: 'Pilih s&emua',
      view: '&Tampilan',
      home: '&Beranda',
      sign: 'Tanda tan&gani',
      verify: '&Verifikasi',
      tokens: '&Token && sertifikat',
      settings: '&Pengaturan',
      'lost-key': 'Kunci &hilang',
      practice: 'Mode &latihan',
      zoomIn: 'Per&besar',
      zoomOut: 'Per&kecil',
      zoomReset: '&Ukuran biasa',
      fullScreen: '&Layar penuh',
      help: 'Ban&tuan',
      about: '&Tentang Pena',
    },
  },
  en: {
    pdfFiles: 'PDF documents',
    specimenTitle: 'Choose the picture of the specimen signature',
    anchorTitle: 'Choose a root certificate',
    certificateFiles: 'Certificates (PEM, DER)',
    pictures: 'Pictures (PNG, JPEG)',
    repairTitle: 'Save the rebuilt document',
    prepareTitle: 'Save the prepared document',
    saveTitle: 'Save the signed document',
    sealedBatches: 'Sealed Pena packages',
    tableFiles: 'CSV tables',
    batchFolder: 'Choose the folder for the results',
    saveRequestTitle: 'Save the certificate request',
    issuedCertificate: 'Choose the issued certificate',
    saveReportTitle: 'Save the report of the verification',
    lostKey: {
      'signed-pdf': 'PDF signed with that key',
      'certificate-file': 'Certificate file',
      paper: 'Scan or PDF',
      save: 'Save the file',
    },
    acknowledge: {
      request: 'Requests to acknowledge',
      answer: 'The superior’s answer, or the signed letter',
      signed: 'Statement',
      save: 'Save the file',
    },
    desk: {
      package: 'Report packages',
      application: 'Application packages',
      tlsCertificate: 'TLS certificate (PEM)',
      tlsKey: 'Key of the TLS certificate (PEM)',
      certificate: 'Certificate file, or a PDF signed with it',
      journals: 'Exported journals',
      save: 'Save the file',
    },
    menu: {
      file: '&File',
      open: '&Open PDF…',
      quit: '&Quit',
      edit: '&Edit',
      undo: '&Undo',
      redo: '&Redo',
      cut: 'Cu&t',
      copy: '&Copy',
      paste: '&Paste',
      selectAll: 'Select &all',
      view: '&View',
      home: '&Home',
      sign: '&Sign',
      verify: '&Verify',
      tokens: '&Tokens && certificates',
      settings: 'S&ettings',
      'lost-key': '&Lost key',
      practice: '&Practice mode',
      zoomIn: 'Zoom &in',
      zoomOut: 'Zoom &out',
      zoomReset: '&Normal size',
      fullScreen: '&Full screen',
      help: '&Help',
      about: '&About Pena',
    },
  },
};

export function mainTexts(language: Settings['language']): MainTexts {
  return TEXTS[language];
}
