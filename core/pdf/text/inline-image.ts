// An image within a content stream as the stream that it would be on its own (ISO 32000-2 8.9.7).
import { Lexer } from '../lexer.ts';
import { nameOf, PdfDict, PdfName, type PdfObject, PdfStream } from '../objects.ts';
import { Parser } from '../parser.ts';
import { PdfError } from '../pdf-error.ts';

export interface InlineImage {
  /** What is written between BI and ID. */
  readonly entries: Uint8Array;
  readonly data: Uint8Array;
}

/** Tables 91 and 92. Names of filters in short are met in whole streams too, and read there. */
const KEYS: Readonly<Record<string, string>> = {
  ...{ W: 'Width', H: 'Height', BPC: 'BitsPerComponent', CS: 'ColorSpace', D: 'Decode' },
  ...{ F: 'Filter', DP: 'DecodeParms', IM: 'ImageMask', I: 'Interpolate' },
};
const SPACES: Readonly<Record<string, string>> = {
  ...{ G: 'DeviceGray', RGB: 'DeviceRGB', CMYK: 'DeviceCMYK', I: 'Indexed' },
};

/**
 * Null for one that is broken.
 * @param spaces the colour spaces that the content has names for
 */
export function inlineImage({ entries, data }: InlineImage, spaces?: PdfDict): PdfStream | null {
  try {
    const text = Buffer.concat([Buffer.from('<<'), entries, Buffer.from('>>')]);
    const written = new Parser(new Lexer(text, null, true)).object();
    if (!(written instanceof PdfDict)) return null;
    const dict = new PdfDict([...written.entries].map(([key, value]) => [KEYS[key] ?? key, value]));
    const space = spaceOf(dict.get('ColorSpace'), spaces);
    return new PdfStream(dict.with({ ColorSpace: space, Length: data.length }), data);
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    return null;
  }
}

function spaceOf(given: PdfObject | undefined, spaces?: PdfDict): PdfObject | undefined {
  if (given instanceof PdfName) {
    const name = SPACES[given.value];
    return name === undefined ? (spaces?.get(given.value) ?? given) : new PdfName(name);
  }
  if (!Array.isArray(given)) return given;
  return given.map((part: PdfObject) => {
    const name = SPACES[nameOf(part) ?? ''];
    return name === undefined ? part : new PdfName(name);
  });
}
