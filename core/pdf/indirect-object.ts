// `n g obj ... endobj` at an offset (ISO 32000-2 7.3.10), with the position of its stream's data.
import type { FileWindow } from './file-window.ts';
import { WINDOW_TOO_SMALL } from './lexer.ts';
import { PdfDict, type PdfObject, PdfStream } from './objects.ts';
import { PdfError } from './pdf-error.ts';

export interface IndirectObject {
  readonly num: number;
  readonly gen: number;
  readonly value: PdfObject;
  /** Bytes of memory that the value takes, about. */
  readonly weight: number;
  /** Whether a dictionary anywhere in it has a key twice. */
  readonly repeats: boolean;
  /** Offset just after `endobj`, or of the stream's data. */
  readonly end: number;
  /** Offset after the last byte that was looked at; null where no keyword ended it, and more may have been. */
  readonly seen: number | null;
}

/**
 * @param outline see Lexer
 * Throws PDF_XREF_BROKEN where no object header stands, PDF_OBJECT_BROKEN for what follows it.
 */
export async function readIndirectObject(
  file: FileWindow,
  offset: number,
  outline = false,
): Promise<IndirectObject> {
  if (offset <= 0 || offset >= file.size) throw new PdfError('PDF_XREF_BROKEN', { offset });
  return file.parse(offset, (parser, window) => {
    parser.lexer.outline = outline;
    const { num, gen } = header(() => {
      const num = parser.integer();
      const gen = parser.integer();
      parser.expect('obj');
      return { num, gen };
    }, offset);
    const value = parser.object();
    if (value instanceof PdfDict && parser.take('stream')) {
      const keywordEnd = parser.lexer.position;
      if (keywordEnd + 2 > window.length && offset + window.length < file.size) {
        throw WINDOW_TOO_SMALL;
      }
      const at = afterStreamKeyword(window, keywordEnd);
      const data = { offset: offset + at };
      const seen = offset + keywordEnd + 2;
      const stream = new PdfStream(value, data);
      const { weight, repeats } = parser;
      return { num, gen, value: stream, weight, repeats, end: data.offset, seen };
    }
    const { weight, repeats } = parser;
    // A missing endobj is a common fault and takes nothing away from the value.
    const ended = parser.take('endobj');
    const end = offset + parser.lexer.position;
    return { num, gen, value, weight, repeats, end, seen: ended ? end + 1 : null };
  });
}

function header<T>(read: () => T, offset: number): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    throw new PdfError('PDF_XREF_BROKEN', { offset }, { cause: error });
  }
}

/** The data begin after CRLF or LF; a lone CR is tolerated (7.3.8.1). */
function afterStreamKeyword(window: Uint8Array, at: number): number {
  if (window[at] === 0x0d) return window[at + 1] === 0x0a ? at + 2 : at + 1;
  return window[at] === 0x0a ? at + 1 : at;
}
