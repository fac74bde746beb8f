// What a batch did, as a table for an office program and as JSON for others.
import type { BatchItem, BatchResult } from '../../domain/batch.ts';

const COLUMNS = [
  ...(['file', 'output', 'status', 'code', 'level', 'field', 'documentSha256', 'size'] as const),
] as const;

/** RFC 4180, with a header line. Names may not turn into formulas where the table is opened. */
export function csvSummary(result: BatchResult): string {
  const rows = result.items.map((item) => {
    const flat = { ...item, code: item.error?.code ?? null };
    return COLUMNS.map((column) => cell(flat[column]));
  });
  return [[...COLUMNS], ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export interface BatchCounts {
  readonly signed: number;
  readonly alreadySigned: number;
  readonly failed: number;
  readonly left: number;
}

export function countItems(items: readonly BatchItem[]): BatchCounts {
  const count = (status: BatchItem['status']): number =>
    items.filter((item) => item.status === status).length;
  return {
    ...{ signed: count('signed'), alreadySigned: count('already-signed') },
    ...{ failed: count('failed'), left: count('left') },
  };
}

export function jsonSummary({ items, stopped }: BatchResult): unknown {
  return { counts: countItems(items), stopped, items };
}
