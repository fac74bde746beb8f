// The objects of a decoded object stream, all of them (ISO 32000-2 7.5.7).
import { Lexer } from '../lexer.ts';
import type { PdfObject } from '../objects.ts';
import { Parser } from '../parser.ts';
import { PdfError } from '../pdf-error.ts';

export interface UnpackedObject {
  readonly num: number;
  /** Where it begins in the stream. */
  readonly at: number;
  readonly value: PdfObject;
}

/** What cannot be read is passed over. */
export function* unpackObjects(
  bytes: Uint8Array,
  count: number,
  first: number,
): Generator<UnpackedObject> {
  const head = new Parser(new Lexer(bytes.subarray(0, first), null, true));
  for (let i = 0; i < Math.min(count, bytes.length); i += 1) {
    let found: UnpackedObject;
    try {
      const num = head.integer();
      const at = first + head.integer();
      found = { num, at, value: objectAt(bytes, at) };
    } catch (thrown) {
      if (!(thrown instanceof PdfError)) throw thrown;
      // The list itself is broken: what it named so far is all there is.
      return;
    }
    yield found;
  }
}

export function objectAt(bytes: Uint8Array, at: number): PdfObject {
  return new Parser(new Lexer(bytes, null, true, at)).object();
}
