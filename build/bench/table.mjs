// Figures as a table for people: columns of equal width, which Markdown reads as a table too.

/**
 * @typedef {import('./measure.mjs').Summary} Summary
 * @param {ReadonlyMap<string, Summary>} figures
 * @param {string} floor the job that the others are compared with
 * @returns {string}
 */
export function figuresTable(figures, floor) {
  const base = figures.get(floor);
  const rows = [...figures].map(([name, { seconds, fastest, cpu, peakBytes }]) => [
    name,
    time(seconds),
    time(fastest),
    `${(seconds / (base?.seconds ?? NaN)).toFixed(2)} x`,
    `${(fastest / (base?.fastest ?? NaN)).toFixed(2)} x`,
    cpu === null ? '-' : time(cpu),
    peakBytes === null ? '-' : `${Math.round(peakBytes / 1e6)} MB`,
  ]);
  const head = ['job', 'median', 'fastest', 'median to floor', 'fastest to floor'];
  return table([...head, 'processor', 'peak memory'], rows);
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows first column left, the others right
 */
export function table(head, rows) {
  const widths = head.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (/** @type {readonly string[]} */ cells) => {
    const padded = widths.map((width, i) =>
      i === 0 ? (cells[i] ?? '').padEnd(width) : (cells[i] ?? '').padStart(width),
    );
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, i) =>
    i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Milliseconds where it is less than a tenth of a second. @param {number} seconds */
function time(seconds) {
  return seconds < 0.1 ? `${(seconds * 1000).toFixed(1)} ms` : `${seconds.toFixed(3)} s`;
}
