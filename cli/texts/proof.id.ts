// Kata-kata perintah extend, timestamp, inspect, repair, extract, dan settings.
import type { PreflightSeverity } from '../../core/domain/preflight.ts';
import type { SettingOrigin } from '../../native/settings/effective-settings.ts';

const severities: Readonly<Record<PreflightSeverity, string>> = {
  info: 'catatan',
  warning: 'perhatian',
  refusal: 'ditolak',
};

const origins: Readonly<Record<SettingOrigin, string>> = {
  default: 'bawaan',
  user: 'dari berkas pengaturan',
  policy: 'ditetapkan oleh administrator Anda',
};

export const PROOF_ID = {
  findings: {
    warning: (file: string) => `Perhatikan sebelum menandatangani ${file}:`,
    severities,
  },

  extend: {
    done: {
      T: (file: string) => `Diberi penanda waktu: ${file}`,
      LT: (file: string) => `Dilengkapi sampai B-LT: ${file}`,
      LTA: (file: string) => `Dilengkapi sampai B-LTA: ${file}`,
    },
    failed: (file: string) => `Belum dilengkapi: ${file}`,
    notStamped: (file: string) => `Belum diberi penanda waktu: ${file}`,
    signatures: 'Tanda tangan dan penanda waktu sebelumnya',
    summary: (done: number, all: number) =>
      `${String(done)} dari ${String(all)} dokumen dilengkapi.`,
    stamped: (done: number, all: number) =>
      `${String(done)} dari ${String(all)} dokumen diberi penanda waktu.`,
  },

  inspect: {
    verdicts: {
      clean: 'Tidak ada yang perlu diperhatikan sebelum menandatangani.',
      warned: 'Dapat ditandatangani, tetapi perhatikan dahulu temuan di bawah.',
      refused: 'Tidak akan ditandatangani: ada yang dapat mengubah isi atau tampilannya kelak.',
    },
    failed: (file: string) => `Tidak dapat diperiksa: ${file}`,
    version: 'Versi',
    pages: 'Halaman',
    signatures: 'Tanda tangan',
    unknown: 'tidak terbaca',
    findings: 'Temuan',
  },

  repair: {
    done: (file: string) => `Disusun kembali menjadi berkas baru: ${file}`,
    objects: 'Objek',
    lost: (objects: number) =>
      `${objects} objek yang dirujuk tidak ada lagi di berkas asli: sebagian isinya hilang. Mintalah salinan lain.`,
    kept: 'Berkas asli tetap seperti semula. Periksa isi berkas baru sebelum memakainya.',
  },

  extract: {
    done: (file: string) => `Dokumen saat ditandatangani: ${file}`,
    later: 'Ditambahkan sesudahnya',
    nothing: 'tidak ada',
  },

  settings: {
    file: 'Berkas pengaturan',
    found: 'ada',
    missing: 'tidak ada',
    origins,
    policyFile: 'Kebijakan kantor',
    none: 'tidak ada',
    tsa: 'Otoritas penanda waktu',
    anchors: 'Akar kepercayaan tambahan',
    proxy: 'Proksi',
    asEnvironment: 'seperti dinyatakan variabel lingkungan (http_proxy, https_proxy, no_proxy)',
    direct: 'tanpa proksi',
    bypass: (host: string) => `langsung ke ${host}`,
    cache: 'Simpanan jawaban OCSP dan CRL',
  },
};
