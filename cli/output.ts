// Writing to a terminal or a pipe: what comes from files may not steer it, colours are for people only,
// and long sentences are broken where a person reads them.

export type Tone = 'ok' | 'warn' | 'bad' | 'plain' | 'dim' | 'strong';

/** SGR parameters (ECMA-48 8.3.117). */
const COLOURS: Readonly<Record<Tone, string>> = {
  ok: '32',
  warn: '33',
  bad: '31',
  plain: '',
  dim: '2',
  strong: '1',
};

const MAX_WIDTH = 100;
const USUAL_WIDTH = 80;
/** Terminals that do not know their width say 0. */
const MIN_WIDTH = 40;

/** The part of a stream that is needed here: process.stdout and process.stderr are such. */
export interface Sink {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Names come from strangers: control characters would move the cursor or ring, and characters that turn
 * the reading direction would show a name that is not there. They appear as their code points.
 */
export function safe(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

export interface Fact {
  readonly name: string;
  /** Several lines stand below each other. */
  readonly value: string | readonly string[];
  /** Of the name. */
  readonly tone?: Tone;
}

export class Output {
  readonly #sink: Sink;
  readonly #coloured: boolean;
  readonly #width: number;

  constructor(sink: Sink, env: NodeJS.ProcessEnv) {
    this.#sink = sink;
    const terminal = sink.isTTY === true;
    // https://no-color.org: any value that is not empty.
    this.#coloured = terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
    // A pipe gets whole lines: programs and people search them.
    const columns = sink.columns ?? 0;
    const width = columns < MIN_WIDTH ? USUAL_WIDTH : Math.min(columns, MAX_WIDTH);
    this.#width = terminal ? width : Infinity;
  }

  get isTerminal(): boolean {
    return this.#sink.isTTY === true;
  }

  /** Our own text, made of parts that are safe. */
  raw(text: string): void {
    this.#sink.write(text);
  }

  /** A paragraph; further lines of it are indented by `hanging` more. */
  line(text = '', options: { tone?: Tone; indent?: number; hanging?: number } = {}): void {
    const { tone = 'plain', indent = 0, hanging = 0 } = options;
    const lines = wrap(safe(text), this.#width - indent, hanging);
    for (const one of lines) this.raw(`${' '.repeat(indent)}${this.#paint(one, tone)}\n`);
  }

  /** Names on the left, values on the right. */
  facts(facts: readonly Fact[], indent = 0): void {
    const column = Math.max(...facts.map(({ name }) => name.length)) + 2;
    for (const { name, value, tone = 'dim' } of facts) {
      const room = Math.max(this.#width - indent - column, 20);
      const lines = [value].flat().flatMap((part) => wrap(safe(part), room, 0));
      for (const [index, one] of lines.entries()) {
        const label = this.#paint((index === 0 ? name : '').padEnd(column), tone);
        this.raw(`${' '.repeat(indent)}${label}${one}\n`);
      }
    }
  }

  json(value: unknown): void {
    this.#json(value, 2);
  }

  /** All on one line, as programs read streams of objects. */
  jsonLine(value: unknown): void {
    this.#json(value, 0);
  }

  #json(value: unknown, indent: number): void {
    // Of the characters that JSON leaves alone, those that steer terminals are escaped too.
    const text = JSON.stringify(value, null, indent).replace(
      /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    this.raw(`${text}\n`);
  }

  #paint(text: string, tone: Tone): string {
    const colour = COLOURS[tone];
    return this.#coloured && colour !== '' ? `\u001b[${colour}m${text}\u001b[0m` : text;
  }
}

/** Breaks at spaces; a word that is longer than a line stands on its own. */
export function wrap(text: string, width: number, hanging: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const indent = lines.length === 0 ? '' : ' '.repeat(hanging);
    if (line === '') line = indent + word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = ' '.repeat(hanging) + word;
    }
  }
  return [...lines, line];
}
