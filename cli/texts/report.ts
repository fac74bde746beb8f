// The words of `pena report`, in both languages.
import type { Language } from '../../core/domain/language.ts';

const ID = {
  usage: 'BERKAS|FOLDER... --out LAPORAN [--format pdf|xml|json] [opsi]',
  description: 'Memeriksa tanda tangan dan menulis hasilnya sebagai laporan.',
  out: 'laporan yang ditulis; akhirannya (.pdf, .xml, .json) menentukan bentuknya',
  format: 'bentuk laporan: pdf, xml (ETSI TS 119 102-2) atau json',
  overwrite: 'boleh menimpa laporan yang sudah ada',
  written: (count: number, path: string): string =>
    `Laporan tentang ${String(count)} berkas ditulis: ${path}`,
};
const EN: typeof ID = {
  usage: 'FILE|FOLDER... --out REPORT [--format pdf|xml|json] [options]',
  description: 'Check signatures and write what was found as a report.',
  out: 'report to write; its ending (.pdf, .xml, .json) says in which form',
  format: 'form of the report: pdf, xml (ETSI TS 119 102-2) or json',
  overwrite: 'may replace a report that is there',
  written: (count, path) => `Report written (files: ${String(count)}): ${path}`,
};

export function reportTexts(language: Language): typeof ID {
  return language === 'en' ? EN : ID;
}
