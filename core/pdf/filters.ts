// Stream filters that the reader itself needs (ISO 32000-2 7.4): for cross-reference and object
// streams and small content streams. Image filters are never decoded here.
import { inflateSync } from 'node:zlib';
import { ascii85 } from './decode/ascii85.ts';
import { lzw } from './decode/lzw.ts';
import { runLength } from './decode/run-length.ts';
import { LIMITS } from './limits.ts';
import { isArray, nameOf, integerOf, PdfDict, type PdfObject } from './objects.ts';
import { PdfError } from './pdf-error.ts';
import { undoPredictor } from './predictor.ts';
import { hexDigits } from './string-bytes.ts';

/** Filters one after another. Two are met; each may swell the data again. */
const MAX_FILTERS = 8;

/**
 * Decodes stream data to at most `limit` bytes. `dict` must have its /Filter and /DecodeParms direct.
 * Throws PDF_FILTER_UNSUPPORTED, PDF_STREAM_BROKEN, PDF_LIMIT_EXCEEDED.
 */
export function decodeStream(
  dict: PdfDict,
  data: Uint8Array,
  limit: number = LIMITS.decodedStream,
): Uint8Array {
  const filters = listOf(dict.get('Filter'));
  const params = listOf(dict.get('DecodeParms'));
  if (filters.length > MAX_FILTERS) throw new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'filters' });
  let bytes = data;
  filters.forEach((filter, index) => {
    const parms = params[index];
    const given = parms instanceof PdfDict ? parms : new PdfDict([]);
    bytes = applyFilter(nameOf(filter), given, bytes, limit);
  });
  return bytes;
}

function listOf(object: PdfObject | undefined): readonly PdfObject[] {
  if (object === undefined) return [];
  return isArray(object) ? object : [object];
}

function applyFilter(
  name: string | undefined,
  parms: PdfDict,
  bytes: Uint8Array,
  limit: number,
): Uint8Array {
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
      return undoPredictor(inflate(bytes, limit), predictorOf(parms));
    case 'LZWDecode':
    case 'LZW': {
      const early = integerOf(parms.get('EarlyChange')) !== 0;
      return undoPredictor(lzw(bytes, early, limit), predictorOf(parms));
    }
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(bytes, limit);
    case 'RunLengthDecode':
    case 'RL':
      return runLength(bytes, limit);
    case 'ASCIIHexDecode':
    case 'AHx':
      return asciiHex(bytes);
    // The reader decrypts before it decodes (7.4.10).
    case 'Crypt':
      return bytes;
    default:
      throw new PdfError('PDF_FILTER_UNSUPPORTED', { filter: (name ?? '?').slice(0, 40) });
  }
}

function predictorOf(parms: PdfDict): Parameters<typeof undoPredictor>[1] {
  return {
    predictor: integerOf(parms.get('Predictor')) ?? 1,
    colors: integerOf(parms.get('Colors')) ?? 1,
    bitsPerComponent: integerOf(parms.get('BitsPerComponent')) ?? 8,
    columns: integerOf(parms.get('Columns')) ?? 1,
  };
}

function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw tooLarge
      ? new PdfError('PDF_LIMIT_EXCEEDED', { limit: 'stream' })
      : new PdfError('PDF_STREAM_BROKEN', { detail: 'FlateDecode' }, { cause: error });
  }
}

function asciiHex(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0x3e);
  const digits = hexDigits(bytes, 0, end === -1 ? bytes.length : end);
  if (digits === null) throw new PdfError('PDF_STREAM_BROKEN', { detail: 'ASCIIHexDecode' });
  return digits;
}
