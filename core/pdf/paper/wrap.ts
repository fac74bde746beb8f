// Breaks a text into lines: at spaces, and where one word is too long, behind a separator or anywhere.

export type Measure = (text: string) => number;

/** @param measure width of a text, in the unit of `width` */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = broken(word, width, measure);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return [...lines, line];
}

function broken(word: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let rest = Array.from(word);
  while (rest.length > 1 && measure(rest.join('')) > width) {
    const fits = longestFit(rest, width, measure);
    const separator = rest.slice(0, fits).findLastIndex((character) => /[-_./\\]/.test(character));
    const at = separator > fits / 2 ? separator + 1 : fits;
    parts.push(rest.slice(0, at).join(''));
    rest = rest.slice(at);
  }
  return [...parts, rest.join('')];
}

/** How many characters fit; at least one, or nothing would ever be written. */
function longestFit(characters: readonly string[], width: number, measure: Measure): number {
  let fits = 1;
  while (fits < characters.length && measure(characters.slice(0, fits + 1).join('')) <= width) {
    fits += 1;
  }
  return fits;
}
