// A terminal that shows nothing of what is typed, from before the first question until the key is closed:
// what is typed too early or between two questions is dropped, not echoed. Lines are bytes that can be
// wiped; a string could not be.
import type { Shell } from '../shell.ts';

const MAX_BYTES = 256;

const KEY = {
  interrupt: 0x03,
  endOfInput: 0x04,
  backspace: 0x08,
  newline: 0x0a,
  return: 0x0d,
  clear: 0x15,
  escape: 0x1b,
  delete: 0x7f,
} as const;

/** The part of a terminal that is needed here: process.stdin is one where isTTY. */
export interface Keyboard {
  setRawMode(raw: boolean): unknown;
  resume(): unknown;
  pause(): unknown;
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  off(event: 'data', listener: (chunk: Uint8Array) => void): unknown;
  off(event: 'end', listener: () => void): unknown;
}

interface Surroundings {
  readonly write: (text: string) => void;
  readonly signal: AbortSignal;
  /** Ctrl+C, which raw mode hands over as a key. */
  readonly onInterrupt: () => void;
}

interface Question {
  readonly typed: Uint8Array;
  length: number;
  readonly echo: boolean;
  readonly answer: (line: Uint8Array | null) => void;
}

export class SilentTerminal {
  readonly #keyboard: Keyboard;
  readonly #surroundings: Surroundings;
  #question: Question | null = null;
  #open = true;

  constructor(keyboard: Keyboard, surroundings: Surroundings) {
    this.#keyboard = keyboard;
    this.#surroundings = surroundings;
    keyboard.setRawMode(true);
    keyboard.on('data', this.#onData);
    keyboard.on('end', this.#onEnd);
    surroundings.signal.addEventListener('abort', this.#onEnd);
    keyboard.resume();
  }

  /** The bytes typed before Enter; null for Esc, Ctrl+C, Ctrl+D on an empty line, and when aborted. */
  ask(question: string, echo: boolean): Promise<Uint8Array | null> {
    if (!this.#open || this.#surroundings.signal.aborted) return Promise.resolve(null);
    this.#surroundings.write(question);
    return new Promise((answer) => {
      this.#question = { typed: new Uint8Array(MAX_BYTES), length: 0, echo, answer };
    });
  }

  /** Gives the terminal back as it was. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#keyboard.off('data', this.#onData);
    this.#keyboard.off('end', this.#onEnd);
    this.#surroundings.signal.removeEventListener('abort', this.#onEnd);
    this.#answer(null);
    this.#keyboard.setRawMode(false);
    this.#keyboard.pause();
  }

  readonly #onEnd = (): void => this.#answer(null);

  readonly #onData = (chunk: Uint8Array): void => {
    // Esc alone cancels; with more behind it, it is an arrow or a function key, which types nothing.
    if (chunk[0] === KEY.escape) {
      if (chunk.length === 1) this.#answer(null);
    } else {
      for (const key of chunk) this.#press(key);
    }
    chunk.fill(0);
  };

  #press(key: number): void {
    if (key === KEY.interrupt) {
      this.#surroundings.onInterrupt();
      this.#answer(null);
      return;
    }
    const question = this.#question;
    // Nobody asked.
    if (question === null) return;
    const { typed, length, echo } = question;
    switch (key) {
      case KEY.return:
      case KEY.newline:
        this.#answer(typed.slice(0, length));
        return;
      case KEY.endOfInput:
        if (length === 0) this.#answer(null);
        return;
      case KEY.backspace:
      case KEY.delete:
        question.length = withoutLast(typed, length);
        if (echo && length > 0) this.#surroundings.write('\b \b');
        return;
      case KEY.clear:
        question.length = 0;
        return;
      default:
        if (key < 0x20 || length === MAX_BYTES) return;
        typed[question.length++] = key;
        if (echo) this.#surroundings.write(String.fromCharCode(key));
    }
  }

  #answer(line: Uint8Array | null): void {
    const question = this.#question;
    if (question === null) return;
    this.#question = null;
    question.typed.fill(0);
    this.#surroundings.write('\n');
    question.answer(line);
  }
}

/** Takes back one character, which UTF-8 may have written in several bytes (RFC 3629). */
function withoutLast(typed: Uint8Array, length: number): number {
  let end = length - 1;
  while (end > 0 && ((typed[end] ?? 0) & 0xc0) === 0x80) end--;
  return Math.max(end, 0);
}

/** The terminal that this process sits at. Only where standard input is one. */
export function openTerminal({ err, interrupt }: Pick<Shell, 'err' | 'interrupt'>): SilentTerminal {
  return new SilentTerminal(process.stdin, {
    write: (text) => err.raw(text),
    signal: interrupt.signal,
    onInterrupt: () => interrupt.abort('SIGINT'),
  });
}
