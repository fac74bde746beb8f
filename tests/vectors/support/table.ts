// A table of what the verifier said, printed by the tests that made it.

export class Table {
  readonly #rows: string[][];

  constructor(head: readonly string[]) {
    this.#rows = [[...head]];
  }

  row(...cells: readonly string[]): void {
    this.#rows.push([...cells]);
  }

  print(): void {
    const widths = (this.#rows[0] ?? []).map((_, column) =>
      Math.max(...this.#rows.map((row) => (row[column] ?? '').length)),
    );
    const lines = this.#rows.map((row) =>
      row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '),
    );
    process.stdout.write(`${lines.join('\n')}\n`);
  }
}
