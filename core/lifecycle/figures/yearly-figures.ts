// What an office did with its certificates in a year, counted from journals (Peraturan Wali Kota Samarinda
// 13/2020 Pasal 24 ayat (3)), and the fields of the yearly letter that say so.
import type { FiguresRecord } from '../../domain/figures-record.ts';
import type { JournalEntry } from '../../domain/journal-entry.ts';
import { inZone, type Zone } from '../../domain/local-time.ts';
import type { LetterFields } from '../letters/template.ts';

export interface YearlyFigures {
  readonly year: number;
  readonly records: number;
  readonly signed: number;
  readonly refused: number;
  /** That signed. One that signed on several computers counts in each of their disguised exports. */
  readonly certificates: number;
  readonly reportedLost: number;
  readonly journals: number;
}

/** @param journals the records of each; a year is that of `zone` */
export function yearlyFigures(
  journals: readonly (readonly FiguresRecord[])[],
  year: number,
  zone: Zone,
): YearlyFigures {
  const seen = new Set<string>();
  const records = journals.flat().filter(({ hash, at }) => {
    if (seen.has(hash) || inZone(at, zone)?.getUTCFullYear() !== year) return false;
    seen.add(hash);
    return true;
  });
  const of = (kind: JournalEntry['kind']) => records.filter((one) => one.kind === kind);
  const signed = of('signed');
  // A report that was withdrawn was made all the same.
  const lost = of('certificate').filter(({ did }) => did === 'reported-lost');
  return {
    year,
    records: records.length,
    signed: signed.length,
    refused: of('refused').length,
    certificates: new Set(signed.map(({ certificate }) => certificate)).size,
    reportedLost: lost.length,
    journals: journals.length,
  };
}

/** For the letter `rekap-tahunan`. */
export function fieldsOfFigures(figures: YearlyFigures): LetterFields {
  const { year, journals } = figures;
  return {
    'figures.year': String(year),
    'figures.period': `1 Januari sampai 31 Desember ${String(year)}`,
    'figures.signed': String(figures.signed),
    'figures.refused': String(figures.refused),
    'figures.certificates': String(figures.certificates),
    'figures.reportedLost': String(figures.reportedLost),
    'figures.records': String(figures.records),
    'figures.source': `jurnal Pena dari ${String(journals)} komputer`,
  };
}
