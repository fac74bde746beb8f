// Reads one line from a terminal key by key, shown or not, as bytes that can be wiped: a string could not
// be. Raw mode comes before the question, so that nothing typed is ever echoed by the terminal itself.

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

interface LineOptions {
  /** Shows the question and, where `echo` is set, what is typed. */
  readonly write: (text: string) => void;
  readonly question: string;
  readonly echo: boolean;
  readonly signal: AbortSignal;
  /** Ctrl+C, which raw mode hands over as a key. */
  readonly onInterrupt: () => void;
}

/** The bytes typed before Enter; null for Esc, Ctrl+C, Ctrl+D on an empty line, and when aborted. */
export function readTerminalLine(
  keyboard: Keyboard,
  { write, question, echo, signal, onInterrupt }: LineOptions,
): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const typed = new Uint8Array(MAX_BYTES);
    let length = 0;
    const done = (line: Uint8Array | null): void => {
      keyboard.off('data', onData);
      keyboard.off('end', onEnd);
      signal.removeEventListener('abort', onEnd);
      keyboard.setRawMode(false);
      keyboard.pause();
      typed.fill(0);
      write('\n');
      resolve(line);
    };
    const onEnd = (): void => done(null);
    const press = (key: number): boolean => {
      switch (key) {
        case KEY.return:
        case KEY.newline:
          done(typed.slice(0, length));
          return false;
        case KEY.interrupt:
          onInterrupt();
          // The signal has ended the line already where somebody listens to it.
          if (!signal.aborted) done(null);
          return false;
        case KEY.endOfInput:
          if (length > 0) return true;
          done(null);
          return false;
        case KEY.backspace:
        case KEY.delete:
          length = withoutLast(typed, length);
          if (echo) write('\b \b');
          return true;
        case KEY.clear:
          length = 0;
          return true;
        default:
          if (key < 0x20 || length === MAX_BYTES) return true;
          typed[length++] = key;
          if (echo) write(Buffer.from([key]).toString('latin1'));
          return true;
      }
    };
    const onData = (chunk: Uint8Array): void => {
      try {
        // Esc alone cancels; with more behind it, it is an arrow or a function key, which types nothing.
        if (chunk[0] === KEY.escape) {
          if (chunk.length === 1) done(null);
          return;
        }
        // What was typed ahead of the next question is dropped: it was not an answer to it.
        for (const key of chunk) if (!press(key)) return;
      } finally {
        chunk.fill(0);
      }
    };
    if (signal.aborted) {
      resolve(null);
      return;
    }
    keyboard.setRawMode(true);
    keyboard.on('data', onData);
    keyboard.on('end', onEnd);
    signal.addEventListener('abort', onEnd);
    keyboard.resume();
    write(question);
  });
}

/** Takes back one character, which UTF-8 may have written in several bytes (RFC 3629). */
function withoutLast(typed: Uint8Array, length: number): number {
  let end = length - 1;
  while (end > 0 && ((typed[end] ?? 0) & 0xc0) === 0x80) end--;
  return Math.max(end, 0);
}
