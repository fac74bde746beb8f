// Figures counted by hand from a handful of records.
import { expect, test } from 'vitest';
import type { FiguresRecord } from '../../../../core/domain/figures-record.ts';
import {
  fieldsOfFigures,
  yearlyFigures,
} from '../../../../core/lifecycle/figures/yearly-figures.ts';

let count = 0;
const record = (changes: Partial<FiguresRecord>): FiguresRecord => ({
  ...{ hash: String((count += 1)), at: '2026-05-01T00:00:00.000Z', kind: 'signed', did: null },
  ...{ certificate: 'kunci-a', ...changes },
});

test('counts documents, refusals, certificates and reports of one year', () => {
  const first = [
    record({}),
    record({}),
    record({ certificate: 'kunci-b' }),
    record({ kind: 'refused' }),
    record({ kind: 'certificate', did: 'reported-lost' }),
    record({ kind: 'certificate', did: 'report-withdrawn' }),
    record({ at: '2025-05-01T00:00:00.000Z' }),
  ];
  const second = [record({ certificate: 'kunci-c' }), record({ kind: 'overridden' })];
  expect(yearlyFigures([first, second], 2026, 'WITA')).toEqual({
    ...{ year: 2026, records: 8, signed: 4, refused: 1, certificates: 3, reportedLost: 1 },
    journals: 2,
  });
});

test('counts a record once that two exports of one journal hold', () => {
  const [one, two] = [record({}), record({})];
  expect(yearlyFigures([[one], [one, two]], 2026, 'WIB')).toMatchObject({ signed: 2, records: 2 });
});

test('takes the year of the office’s zone', () => {
  // 31 December 2025, 23.30 WIB and 1 January 2026, 00.30 WITA.
  const night = [record({ at: '2025-12-31T16:30:00.000Z' })];
  expect(yearlyFigures([night], 2026, 'WIB').signed).toBe(0);
  expect(yearlyFigures([night], 2026, 'WITA').signed).toBe(1);
});

test('fills the yearly letter', () => {
  const figures = yearlyFigures([[record({})]], 2026, 'WIB');
  expect(fieldsOfFigures(figures)).toMatchObject({
    ...{ 'figures.year': '2026', 'figures.period': '1 Januari sampai 31 Desember 2026' },
    ...{ 'figures.signed': '1', 'figures.source': 'jurnal Pena dari 1 komputer' },
  });
});
