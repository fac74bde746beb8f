// Object headers and trailers in bytes that belong to another object: in the data of a stream, in a string, in a comment.
// Readers that go by the sections see none of it; those that give them up and look for `n g obj` take it for the
// object's newest state (ISO 32000-2 7.3.10), and a trailer for the file's.
import type { FileWindow } from './file-window.ts';
import { latin1 } from './lexer.ts';

const CHUNK = 64 << 10;
/** Longer than `1234567890 65535 obj` with sensible white space is. */
const OVERLAP = 64;
const TRAILER = /^trailer[\0\t\n\f\r ]*<</;
const HEAD = /(?<!\d)\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+$/;

/** Whether a header or trailer stands between two offsets that is none of those that are known. */
export async function holdsBuried(
  file: FileWindow,
  [from, to]: readonly [number, number],
  isKnown: (offset: number) => boolean,
): Promise<boolean> {
  for (let start = from; start < to; start += CHUNK) {
    const first = Math.max(from, start - OVERLAP);
    const bytes = await file.read(first, Math.min(start + CHUNK + OVERLAP, to) - first);
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = chunk.indexOf('trailer'); at !== -1; at = chunk.indexOf('trailer', at + 1)) {
      if (!TRAILER.test(latin1(chunk.subarray(at, at + OVERLAP)))) continue;
      if (!isKnown(first + at)) return true;
    }
    for (let at = chunk.indexOf('obj'); at !== -1; at = chunk.indexOf('obj', at + 1)) {
      // Most are the end of `endobj`; others were seen in the chunk before, with all that stands before them.
      if (chunk[at - 1] === 0x64 || (at < OVERLAP && first > from)) continue;
      const before = latin1(chunk.subarray(Math.max(0, at - OVERLAP), at));
      const head = HEAD.exec(before);
      if (head !== null && !isKnown(first + at - before.length + head.index)) return true;
    }
  }
  return false;
}
