// The words of `pena lost doubt`, in both languages.
import type { SkipReason } from '../../core/domain/doubt.ts';
import type { Language } from '../../core/domain/language.ts';
import type { DoubtList } from '../../core/lifecycle/doubt/doubt-list.ts';

const SKIPPED_ID: Readonly<Record<SkipReason, string>> = {
  link: 'tautan ke folder; tidak dimasuki',
  'too-deep': 'terlalu dalam',
  unreadable: 'tidak dapat dibuka',
  'not-a-file': 'bukan berkas biasa',
  limit: 'terlalu banyak; pencarian berhenti di sini',
};
const SKIPPED_EN: typeof SKIPPED_ID = {
  link: 'a link to a folder; not entered',
  'too-deep': 'too deep',
  unreadable: 'cannot be opened',
  'not-a-file': 'not a regular file',
  limit: 'too many; the search ends here',
};

const JOURNAL_ID: Readonly<Record<DoubtList['journal'], string>> = {
  whole: 'utuh',
  broken: 'tidak utuh: tidak dipakai sebagai bukti',
  empty: 'kosong',
};
const JOURNAL_EN: typeof JOURNAL_ID = {
  whole: 'whole',
  broken: 'tampered with: it proves nothing here',
  empty: 'empty',
};

const ID = {
  doubt:
    'mencari dokumen yang ditandatangani sejak pemilik terakhir memakai kuncinya, dalam jurnal dan folder',
  csv: 'menulis tabelnya (CSV)',
  pdf: 'menulis daftarnya sebagai surat PDF/A',
  attach: 'melampirkan daftar PDF itu pada laporan, untuk ikut dikirim',
  trust: 'sertifikat yang juga dipercaya (boleh diulang)',
  overwrite: 'mengganti berkas yang sudah ada',
  inDoubt: (count: number): string => `${String(count)} tanda tangan diragukan.`,
  none: 'Tidak ditemukan tanda tangan yang diragukan.',
  since: 'Diragukan sejak',
  unknown: 'tidak diketahui: semua tanda tangan diragukan',
  searched: 'Diperiksa',
  files: (count: number): string => `${String(count)} berkas PDF`,
  earlier: 'Terbukti lebih awal',
  signatures: (count: number): string => `${String(count)} tanda tangan`,
  journal: 'Jurnal',
  claimed: 'menurut dokumen',
  stamped: 'penanda waktu',
  byJournal: 'jurnal komputer ini',
  noProof: 'tanpa bukti waktu',
  journalOnly: (when: string): string =>
    `Ditandatangani di komputer ini ${when}, berkasnya tidak ditemukan`,
  unread: 'Tidak terbaca, mungkin juga diragukan:',
  skipped: 'Tidak dimasuki:',
  more: (count: number): string =>
    `dan ${String(count)} lainnya; --csv atau --json menulis semuanya`,
  written: (path: string): string => `Ditulis: ${path}`,
  attached: 'Daftar dilampirkan pada laporan. Ikut terkirim dengan: pena lost send',
  looking: (files: number): string => `${String(files)} berkas diperiksa...`,
  skips: SKIPPED_ID,
  journals: JOURNAL_ID,
};
export type DoubtTexts = typeof ID;

const EN: DoubtTexts = {
  doubt: 'find documents signed since the owner last had the key, in the journal and in folders',
  csv: 'write the table (CSV)',
  pdf: 'write the list as a letter (PDF/A)',
  attach: 'attach that PDF list to the report, to be sent with it',
  trust: 'certificate to trust as well (may be repeated)',
  overwrite: 'replace files that are there',
  inDoubt: (count) =>
    count === 1 ? '1 signature is in doubt.' : `${String(count)} signatures are in doubt.`,
  none: 'No signature in doubt was found.',
  since: 'In doubt since',
  unknown: 'not known: every signature is in doubt',
  searched: 'Looked at',
  files: (count) => (count === 1 ? '1 PDF file' : `${String(count)} PDF files`),
  earlier: 'Proven earlier',
  signatures: (count) => (count === 1 ? '1 signature' : `${String(count)} signatures`),
  journal: 'Journal',
  claimed: 'by its own word',
  stamped: 'time stamp',
  byJournal: "this computer's journal",
  noProof: 'nothing proves its time',
  journalOnly: (when) => `Signed on this computer ${when}; its file was not found`,
  unread: 'Could not be read, and may be in doubt too:',
  skipped: 'Not entered:',
  more: (count) => `and ${String(count)} more; --csv or --json writes them all`,
  written: (path) => `Written: ${path}`,
  attached: 'The list is attached to the report. It goes with: pena lost send',
  looking: (files) => `${String(files)} files looked at...`,
  skips: SKIPPED_EN,
  journals: JOURNAL_EN,
};

export function doubtTexts(language: Language): DoubtTexts {
  return language === 'en' ? EN : ID;
}
