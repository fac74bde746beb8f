// Which lines of text one version of a document has and the other has not, page by page.

export interface TextDifference {
  readonly page: number;
  readonly kind: 'removed' | 'added';
  readonly text: string;
}

/** Lines of a page compared; a page of small print has some hundred. */
const MAX_LINES = 1000;

/** In the order of reading: what was taken out stands before what came in its place. */
export function differentLines(
  page: number,
  before: readonly string[],
  after: readonly string[],
): TextDifference[] {
  const a = before.slice(0, MAX_LINES);
  const b = after.slice(0, MAX_LINES);
  // Lengths of the longest common subsequence of what follows each pair of places.
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: TextDifference[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [removed, added] = [a[i], b[j]];
    if (removed !== undefined && removed === added) {
      i += 1;
      j += 1;
    } else if (removed !== undefined && (added === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ page, kind: 'removed', text: removed });
      i += 1;
    } else if (added !== undefined) {
      found.push({ page, kind: 'added', text: added });
      j += 1;
    }
  }
  return found;
}

/** What pdf.js gives of a page's text, as far as it matters here. */
export interface TextPiece {
  readonly str: string;
  readonly hasEOL: boolean;
}

/** Spaces are made one: how far words stand apart is a matter of the picture. */
export function linesOf(pieces: readonly TextPiece[]): string[] {
  const text = pieces.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
