// Tables for spreadsheets (RFC 4180).

/** Stands first: spreadsheets on Windows read UTF-8 only behind a byte order mark. */
export const CSV_MARK = '\ufeff';

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** Names come from strangers: what a spreadsheet would take for a formula is made plain text (CWE-1236). */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) && text !== '-' ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
