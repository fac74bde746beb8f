// Kata-kata baris perintah dalam Bahasa Indonesia. Kalimat kesalahan dan alasan ada di core/domain/messages.
import type { ErrorCode } from '../../core/domain/error-code.ts';
import type { Coverage } from '../../core/domain/indication.ts';
import type { ModuleState } from '../../core/domain/module-state.ts';
import type { PinState } from '../../core/ports/token.ts';
import { HELP_ID } from './help.id.ts';
import { PROOF_ID } from './proof.id.ts';
import { USAGE_ID } from './usage.id.ts';

/** Yang diketik selanjutnya, setelah kalimat kesalahannya. */
const hints: Partial<Record<ErrorCode, string>> = {
  TOKEN_NONE: 'Letak perangkat lunaknya dapat disebutkan dengan --module.',
  TOKEN_AMBIGUOUS:
    'Di sini: --token diikuti label atau nomor seri, atau --cert; lihat "pena tokens".',
  CERT_NOT_FOUND: 'Lihat yang tersedia dengan "pena tokens".',
  CERT_AMBIGUOUS:
    'Di sini: --cert diikuti label, atau sedikitnya 8 angka awal SHA-256; lihat "pena tokens".',
  PDF_PASSWORD_NEEDED: 'Di sini: --password-stdin.',
  PIN_NOT_GIVEN: 'Jalankan di terminal, atau gunakan --pin-stdin atau --pin-fd.',
  PIN_ON_COMMAND_LINE: 'PIN ditanyakan di terminal, atau dibaca dengan --pin-stdin atau --pin-fd.',
  TOKEN_PIN_LAST_TRY: 'Bila yakin, tambahkan --last-try.',
  CERT_STATUS_UNKNOWN:
    'Di terminal Anda ditanya apakah tetap menandatangani. Tanpa terminal: --allow-unchecked (dicatat di jurnal), atau --offline agar tidak ada yang ditanya.',
  PDF_CHANGED_AFTER_SIGNING: 'Bila tetap dikehendaki: --accept-changes (dicatat di jurnal).',
  STAMP_DESIGN_NOT_FOUND: 'Lihat yang tersedia dengan "pena designs".',
  STAMP_FOOTER_NOT_FOUND: 'Lihat yang tersedia dengan "pena designs".',
  PREFLIGHT_REFUSED: 'Rinciannya: "pena inspect". Bila tetap dikehendaki: --accept-findings.',
  PDF_TRUNCATED: 'Bila belum ditandatangani, coba "pena repair".',
  PDF_XREF_BROKEN: 'Bila belum ditandatangani, coba "pena repair".',
  TSA_CERTIFICATE_UNTRUSTED: 'Di sini: --trust dengan sertifikat akarnya.',
  SETTINGS_INVALID: 'Letaknya: "pena settings".',
  FILE_OUTPUT_EXISTS: 'Untuk menimpanya, tambahkan --overwrite.',
};

const coverages: Readonly<Record<Coverage, string>> = {
  ENTIRE_FILE: 'Seluruh berkas',
  ENTIRE_REVISION: 'Seluruh isi saat ditandatangani; ada tambahan sesudahnya',
  PARTIAL: 'Hanya sebagian berkas',
};

const moduleStates: Readonly<Record<ModuleState, string>> = {
  waiting: 'sedang ditunggu',
  unknown: 'belum dijalankan',
  ok: 'berjalan baik',
  slow: 'lambat (lebih dari 5 detik)',
  hung: 'tidak menjawab',
  crashed: 'berhenti mendadak',
  memory: 'memakai terlalu banyak memori',
  garbage: 'jawabannya kacau',
  failing: 'gagal dimulai',
  'wrong-architecture': 'dibuat untuk prosesor lain',
  unsafe: 'dapat diubah pengguna lain',
  missing: 'tidak ditemukan',
};

const pinStates: Readonly<Record<PinState, string>> = {
  ok: 'siap dipakai',
  'count-low': 'pernah salah; sisa percobaan berkurang',
  'final-try': 'tinggal satu percobaan',
  locked: 'terkunci',
};

export const TEXTS_ID = {
  help: HELP_ID,
  code: 'Kode',
  hints,
  tokenLine: (label: string, serial: string) => `${label} · nomor seri ${serial}`,

  usage: USAGE_ID,
  ...PROOF_ID,

  tokens: {
    none: 'Tidak ada token yang terbaca',
    module: 'Modul',
    model: 'Model',
    pin: 'PIN',
    pinPad: 'diketik pada alat pembaca',
    pinStates,
    modules: 'Perangkat lunak token',
    moduleStates,
    waiting: (modules: string) =>
      `${modules} belum menjawab dan masih ditunggu. Yang lain tidak menunggunya. Ctrl+C menghentikan.`,
    certificates: 'Sertifikat',
    noCertificates: 'tidak ada',
    issuer: 'Diterbitkan oleh',
    validity: 'Masa berlaku',
    period: (from: string, to: string) => `${from} sampai ${to}`,
    label: 'Label',
    usable: 'dapat dipakai menandatangani',
    unusable: 'tidak dapat dipakai menandatangani',
    issuerUnknown: 'Penerbit tidak dikenal: pemeriksa mungkin tidak mempercayainya.',
    problems: 'Yang tidak terbaca',
  },

  pin: {
    token: 'Token',
    as: 'Sebagai',
    purpose: 'Untuk',
    document: 'Dokumen',
    sign: (count: number) =>
      `menandatangani ${String(count)} dokumen${count > 1 ? ' dengan satu PIN' : ''}`,
    more: (count: number) => `dan ${String(count)} lagi`,
    question: 'PIN (tidak ditampilkan; Esc membatalkan): ',
    documentPassword: 'Kata sandi PDF (tidak ditampilkan; Esc membatalkan): ',
    tsaPassword: 'Kata sandi otoritas penanda waktu (tidak ditampilkan; Esc membatalkan): ',
    passphrase: (file: string) => `Passphrase ${file} (tidak ditampilkan; Esc membatalkan): `,
    passphraseWrong: 'Passphrase tadi salah.',
    wrong: 'PIN tadi salah. Dokumen ini belum ditandatangani.',
    countLow: 'PIN pernah salah, jadi sisa percobaan berkurang. Ketik dengan hati-hati.',
    finalTry:
      'Ini percobaan terakhir. Bila PIN salah lagi, token terkunci dan hanya dapat dibuka dengan PUK atau melalui Otoritas Pendaftaran.',
    finalTryQuestion: 'Ketik "ya" bila Anda yakin dengan PIN-nya: ',
    yes: 'ya',
    pad: 'Ketik PIN pada papan tombol alat pembaca. PIN tidak diketik di komputer ini.',
  },

  sign: {
    signed: (file: string) => `Selesai ditandatangani: ${file}`,
    failed: (file: string) => `Belum ditandatangani: ${file}`,
    document: 'Dokumen asli',
    signer: 'Penanda tangan',
    issuer: 'Diterbitkan oleh',
    token: 'Token',
    keyFile: 'Berkas kunci',
    field: 'Nama kolom',
    level: 'Tingkat',
    size: 'Ukuran',
    untouched: 'Berkas asli tidak diubah.',
    couldKeep:
      'Untuk menyimpan hasil yang belum lengkap dan melengkapinya nanti dengan "pena extend": --allow-incomplete.',
    pending: {
      timestamp: 'Penanda waktu tertunda. Lengkapi nanti dengan "pena extend".',
      proof: 'Bukti pencabutan tertunda. Lengkapi nanti dengan "pena extend".',
    },
    pendingCount: (count: number) =>
      `${String(count)} di antaranya belum lengkap (penanda waktu atau bukti tertunda).`,
    summary: (signed: number, all: number, failed: number, left: number) =>
      `${String(signed)} dari ${String(all)} dokumen ditandatangani` +
      (failed > 0 ? `, ${String(failed)} gagal` : '') +
      (left > 0 ? `, ${String(left)} belum dikerjakan` : '') +
      '.',
  },

  verify: {
    notChecked: (file: string) => `Tidak dapat diperiksa: ${file}`,
    nameAnchors: 'Sebutkan sertifikat akar yang Anda percayai dengan --trust.',
    file: 'Berkas',
    signature: (n: number) => `Tanda tangan ${String(n)}`,
    stamp: (n: number) => `Penanda waktu dokumen ${String(n)}`,
    soundness: { intact: 'utuh', broken: 'tidak utuh', unchecked: 'tidak dapat diperiksa' },
    signer: 'Penanda tangan',
    authority: 'Otoritas penanda waktu',
    unknownSigner: 'tidak diketahui',
    issuer: 'Diterbitkan oleh',
    time: 'Waktu',
    claimed: (time: string) => `${time}, menurut komputer penanda tangan (tidak terbukti)`,
    span: {
      minutes: (n: number) => `${String(n)} menit`,
      hours: (n: number) => `${String(n)} jam`,
      days: (n: number) => `${String(n)} hari`,
    },
    apart: (span: string) => `Keduanya berselisih ${span}.`,
    apartUsual: (span: string) =>
      `Keduanya berselisih ${span}. Selisih beberapa menit lazim pada tanda tangan BSrE dan bukan tanda pemalsuan.`,
    stampCounts: 'Yang dipakai adalah penanda waktu.',
    trustedTime: (time: string, authority: string) => `${time}, menurut penanda waktu ${authority}`,
    foundTime: (time: string, authority: string) =>
      `${time}, dari penanda waktu ${authority} yang belum dapat dipercaya`,
    brokenTime: (time: string, authority: string) =>
      `${time}, dari penanda waktu ${authority} yang tidak cocok`,
    noTime: 'Tidak dinyatakan',
    chain: 'Rantai sertifikat',
    chains: {
      trusted: (count: number) => `Sampai ke akar yang dipercaya, ${String(count)} sertifikat`,
      past: (count: number) =>
        `Sampai ke akar yang dikenal, tetapi di luar masa berlaku, ${String(count)} sertifikat`,
      open: (count: number) =>
        `Tidak sampai ke akar yang dipercaya, ${String(count)} sertifikat ditemukan`,
      none: (_: number) => 'Tidak ditemukan',
    },
    coverage: 'Cakupan',
    renew: 'Perbarui sebelum',
    coverages,
    changes: 'Perubahan sesudahnya',
    revocation: 'Pencabutan',
    pasal6: 'Sertifikat Pasal 6',
    issuedUnder: {
      BSRE: 'Ya, diterbitkan BSrE',
      OTHER_RECOGNISED: 'Bukan BSrE, tetapi penyelenggara lain yang diakui',
      USER_TRUSTED:
        'Bukan; penerbitnya hanya dipercaya oleh pengguna ini (--trust atau pengaturan)',
      PRACTICE: 'Bukan; sertifikat LATIHAN, tanpa kekuatan hukum',
      NOT_RECOGNISED: 'Bukan; penerbitnya tidak dikenal',
    },
    trustDate: 'Data kepercayaan',
    changedLater: 'Yang berubah sesudah tanda tangan pertama',
    later: 'Pembuktian kelak',
    now: 'Yang dapat dilakukan:',
    familiar: (phrase: string) =>
      `Di layanan verifikasi publik hasil seperti ini berbunyi “${phrase}”.`,
    revision: (n: number) => `Revisi ${String(n)}`,
    total: (count: number) => `${String(count)} berkas diperiksa`,
    counted: {
      TOTAL_PASSED: 'Sah',
      INDETERMINATE: 'Belum dapat dipastikan',
      TOTAL_FAILED: 'Jangan diandalkan',
      NO_SIGNATURE: 'Tidak ditandatangani',
      unreadable: 'Tidak dapat diperiksa',
    },
    level: 'Tingkat',
    field: 'Nama kolom',
    reasons: 'Alasan',
    result: 'Hasil',
    marks: { ok: 'baik', warn: 'perhatian', bad: 'salah', plain: 'catatan' },
  },
};

export type Texts = typeof TEXTS_ID;
