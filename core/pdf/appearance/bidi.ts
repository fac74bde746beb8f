// The order in which a line of mixed direction is set (UAX #9, without its explicit formatting codes, which
// names do not carry): runs from left to right, each to be read in its own direction.

export interface VisualRun {
  readonly text: string;
  readonly rightToLeft: boolean;
}

const ARABIC = /\p{Script=Arabic}/u;
const DIGIT = /\p{Nd}/u;
const STRONG = /[\p{L}\p{N}]/u;

/** Brackets are mirrored where they are read from right to left (UAX #9 L4). */
const MIRRORED = new Map(
  ['()', '[]', '{}', '<>', '«»'].flatMap(([a = '', b = '']) => [[a, b] as const, [b, a] as const]),
);

type Kind = 'left' | 'right' | 'number' | 'neutral';

export function isArabic(text: string): boolean {
  return ARABIC.test(text);
}

export function visualRuns(text: string): VisualRun[] {
  if (!isArabic(text)) return text === '' ? [] : [{ text, rightToLeft: false }];
  const characters = Array.from(text);
  const kinds = characters.map(kindOf);
  const base = kinds.find((kind) => kind === 'left' || kind === 'right') === 'right' ? 1 : 0;
  const levels = levelsOf(kinds, base);
  return reorder(characters, levels).flatMap(({ characters: run, level }) =>
    level % 2 === 1 ? rightToLeft(run) : byScript(run.join('')),
  );
}

/** Digits of the Arabic script are read from left to right too, but other letters' fonts do not have them. */
function byScript(text: string): VisualRun[] {
  const parts = text.match(/\p{Script=Arabic}+|\P{Script=Arabic}+/gu) ?? [];
  return parts.map((part) => ({ text: part, rightToLeft: false }));
}

/** Words stay as they are read, for the shaper to turn; what stands between them is turned here. */
function rightToLeft(characters: readonly string[]): VisualRun[] {
  const words = characters
    .join('')
    .match(/[\p{Script=Arabic}\p{Mn}]+|[^\p{Script=Arabic}\p{Mn}]+/gu);
  return (words ?? []).reverse().map((text) =>
    isArabic(text)
      ? { text, rightToLeft: true }
      : {
          text: Array.from(text)
            .reverse()
            .map((c) => MIRRORED.get(c) ?? c)
            .join(''),
          rightToLeft: false,
        },
  );
}

function kindOf(character: string): Kind {
  if (DIGIT.test(character)) return 'number';
  if (ARABIC.test(character) || /\p{Mn}/u.test(character)) return 'right';
  return STRONG.test(character) ? 'left' : 'neutral';
}

/** Rules W7, N1, N2, I1, I2, as far as these kinds go. */
function levelsOf(kinds: readonly Kind[], base: 0 | 1): number[] {
  let strong: Kind = base === 1 ? 'right' : 'left';
  const directions = kinds.map((kind): Kind => {
    if (kind === 'left' || kind === 'right') strong = kind;
    // A number after Latin letters is one of them (W7).
    return kind === 'number' && strong === 'left' ? 'left' : kind;
  });
  return directions.map((kind, index) => {
    const direction = kind === 'neutral' ? neutral(directions, index, base) : kind;
    if (direction === 'left') return base === 1 ? 2 : 0;
    return direction === 'number' ? 2 : 1;
  });
}

/** A neutral takes the direction of both its neighbours where they agree; numbers count as right (N1, N2). */
function neutral(kinds: readonly Kind[], at: number, base: 0 | 1): Kind {
  const outer: Kind = base === 1 ? 'right' : 'left';
  const seen = (kind: Kind | undefined): Kind =>
    kind === undefined ? outer : kind === 'number' ? 'right' : kind;
  const before = seen(kinds.slice(0, at).findLast((kind) => kind !== 'neutral'));
  const after = seen(kinds.slice(at + 1).find((kind) => kind !== 'neutral'));
  return before === after ? before : outer;
}

interface LevelRun {
  readonly characters: readonly string[];
  readonly level: number;
}

/** Rule L2 on runs: what stands in a run stays in reading order, for the shaper to turn. */
function reorder(characters: readonly string[], levels: readonly number[]): LevelRun[] {
  const runs: { characters: string[]; level: number }[] = [];
  characters.forEach((character, index) => {
    const level = levels[index] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level) last.characters.push(character);
    else runs.push({ characters: [character], level });
  });
  let ordered = runs;
  for (let level = Math.max(...levels); level >= 1; level -= 1) {
    ordered = reverseFrom(ordered, level);
  }
  return ordered;
}

function reverseFrom<Run extends { readonly level: number }>(
  runs: readonly Run[],
  level: number,
): Run[] {
  const out: Run[] = [];
  for (let at = 0; at < runs.length;) {
    let end = at;
    while ((runs[end]?.level ?? -1) >= level) end += 1;
    if (end === at) end += 1;
    out.push(...(end - at > 1 ? runs.slice(at, end).reverse() : runs.slice(at, end)));
    at = end;
  }
  return out;
}
