// The list of documents in doubt for spreadsheets (RFC 4180). Columns and codes are stable: others read them.
import { CSV_MARK, csvLine } from '../../domain/csv.ts';
import type { DoubtList } from './doubt-list.ts';

const COLUMNS = [
  ...['state', 'file', 'sha256', 'field', 'claimedTime', 'provenTime', 'proof', 'journalTime'],
  'indication',
];

/** One line a signature, a record of the journal, a file that could not be read, a place not entered. */
export function doubtTable(list: DoubtList): string {
  const rows = [
    ...list.signatures.map((one) => [
      one.inDoubt ? 'in-doubt' : 'earlier',
      ...[one.path, one.sha256, one.field, one.claimedTime ?? '', one.provenTime ?? ''],
      ...[one.proof ?? '', one.journalAt ?? '', one.indication],
    ]),
    ...list.journalOnly.map(({ at, document }) => [
      ...['in-doubt', '', document, '', '', '', '', at, ''],
    ]),
    ...list.unreadable.map(({ path, code }) => ['unreadable', path, '', '', '', '', '', '', code]),
    ...list.skipped.map(({ path, why }) => [`skipped`, path, '', '', '', '', '', '', why]),
  ];
  return CSV_MARK + [COLUMNS, ...rows].map(csvLine).join('');
}
