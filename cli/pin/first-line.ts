// Reads a PIN from a file descriptor: the first line, as bytes that can be wiped. Synchronous, and
// before anything else is under way: so Ctrl+C still ends the process by itself.
import { readSync } from 'node:fs';
import { PenaError } from '../../core/domain/pena-error.ts';
import { UsageError } from '../usage-error.ts';

const MAX_BYTES = 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** How long to wait for a pipe that was left non-blocking by somebody else, in milliseconds. */
const PAUSE = 20;

/** @throws {PenaError} PIN_NOT_GIVEN for an empty line, TOKEN_PIN_LENGTH; USAGE for no such descriptor */
export function readFirstLine(fd: number): Uint8Array {
  const buffer = new Uint8Array(MAX_BYTES);
  try {
    let length = 0;
    let end = -1;
    while (end === -1 && length < MAX_BYTES) {
      const count = readSome(fd, buffer, length);
      if (count === 0) break;
      end = buffer.subarray(0, length + count).indexOf(NEWLINE, length);
      length += count;
    }
    if (end === -1 && length === MAX_BYTES) throw new PenaError('TOKEN_PIN_LENGTH');
    return withoutMarks(buffer.subarray(0, end === -1 ? length : end));
  } finally {
    buffer.fill(0);
  }
}

function readSome(fd: number, buffer: Uint8Array, offset: number): number {
  for (;;) {
    try {
      return readSync(fd, buffer, offset, buffer.length - offset, null);
    } catch (thrown) {
      const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw new UsageError('pinFdUnreadable');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** Windows ends lines with two characters, and PowerShell's pipes begin with a byte order mark. */
function withoutMarks(line: Uint8Array): Uint8Array {
  const marked = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf;
  const end = line.at(-1) === RETURN ? -1 : line.length;
  const pin = line.slice(marked ? 3 : 0, end);
  if (pin.length === 0) throw new PenaError('PIN_NOT_GIVEN');
  return pin;
}
