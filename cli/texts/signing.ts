// The words of what `pena sign` asks while it signs, and of `pena designs`, in both languages.
import type { Language } from '../../core/domain/language.ts';

const ID = {
  unchecked: (problem: string) =>
    `Tidak ada yang menjawab apakah sertifikat Anda sudah dicabut: ${problem}`,
  anywayQuestion:
    'Ketik "ya" untuk tetap menandatangani (dicatat di jurnal); yang lain membatalkan: ',
  incomplete: (problem: string) =>
    `Tanda tangan sudah dibuat, tetapi penanda waktu atau buktinya tidak dapat diperoleh: ${problem}`,
  incompleteQuestion:
    'Ketik "ya" untuk menyimpannya dan melengkapinya nanti dengan "pena extend" (dicatat di jurnal): ',
  changed:
    'Dokumen ini berubah sesudah tanda tangan terdahulu, dan perubahannya tidak terjelaskan.',
  yes: 'ya',
  signedUnchecked:
    'Status pencabutan sertifikat tidak diketahui saat menandatangani; ini dicatat di jurnal.',
  footer: 'Kaki halaman',
  footers: {
    added: 'ditambahkan pada tiap halaman',
    'left-out-signed': 'tidak ditambahkan: dokumen sudah bertanda tangan',
  },
  designSkipped: (file: string, problem: string) =>
    `Rancangan dilewati karena salah: ${file} (${problem})`,
  designs: {
    description: 'Menampilkan rancangan stempel dan kaki halaman, termasuk milik Anda sendiri.',
    stamps: 'Rancangan stempel',
    footers: 'Kaki halaman',
    folder: 'Folder rancangan sendiri',
  },
};

const EN: typeof ID = {
  unchecked: (problem) => `Nobody answers whether your certificate is revoked: ${problem}`,
  anywayQuestion: 'Type "yes" to sign all the same (noted in the journal); anything else cancels: ',
  incomplete: (problem) =>
    `The signature is made, but its time stamp or proof is not to be had: ${problem}`,
  incompleteQuestion:
    'Type "yes" to keep it and complete it later with "pena extend" (noted in the journal): ',
  changed: 'This document was changed after an earlier signature, and nothing explains how.',
  yes: 'yes',
  signedUnchecked:
    'Whether the certificate is revoked was not known when signing; this is noted in the journal.',
  footer: 'Footer',
  footers: {
    added: 'added to every page',
    'left-out-signed': 'left out: the document is signed already',
  },
  designSkipped: (file, problem) => `A wrong design was skipped: ${file} (${problem})`,
  designs: {
    description: 'Show the stamp designs and footers, your own among them.',
    stamps: 'Stamp designs',
    footers: 'Footers',
    folder: 'Folders of own designs',
  },
};

export function signingTexts(language: Language): typeof ID {
  return language === 'en' ? EN : ID;
}
