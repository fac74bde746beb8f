// How far an image hides what lies under it, point by point (ISO 32000-2 8.9.6, 11.6.5.3): by its soft mask,
// by its stencil, or as a stencil itself.
import { integerOf, isArray, type PdfDict, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import { PdfError } from '../../pdf/pdf-error.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { spend } from './look-budget.ts';

/** From 0 to 1, at a place from the left and from the top, both from 0 up to 1. */
export type Opacity = (u: number, v: number) => number;

/** Null where it hides everything, or where what would say so cannot be read. */
export async function opacityOf(reader: PdfReader, image: PdfStream): Promise<Opacity | null> {
  // Samples of 0 paint in a stencil, and let the image through in a mask; all that is not 0 does the opposite.
  if ((await reader.resolve(image.dict.get('ImageMask'))) === true) {
    return opposite(await samplesOf(reader, image, 1));
  }
  const soft = await reader.resolve(image.dict.get('SMask'));
  if (soft instanceof PdfStream) return (await samplesOf(reader, soft, null))?.[0] ?? null;
  const mask = await reader.resolve(image.dict.get('Mask'));
  return mask instanceof PdfStream ? opposite(await samplesOf(reader, mask, 1)) : null;
}

function opposite(samples: readonly Opacity[] | null): Opacity | null {
  const [first] = samples ?? [];
  return first === undefined ? null : (u, v) => 1 - first(u, v);
}

/**
 * From 0 to 1, one for each of the parts that make a colour; null where they cannot be read.
 * @param depth bits of a sample; null for what the image says
 * @param may whether so many bytes may be decoded
 */
export async function samplesOf(
  reader: PdfReader,
  stream: PdfStream,
  depth: number | null,
  parts = 1,
  may = (bytes: number): boolean => spend(reader, bytes / 16),
): Promise<readonly Opacity[] | null> {
  const { dict } = stream;
  const [width, height] = [await whole(reader, dict, 'Width'), await whole(reader, dict, 'Height')];
  const bits = depth ?? (await whole(reader, dict, 'BitsPerComponent'));
  if (width < 1 || height < 1 || !(bits === 1 || bits === 2 || bits === 4 || bits === 8))
    return null;
  const row = Math.ceil((width * bits * parts) / 8);
  const data = await dataOf(reader, stream, row * height, may);
  if (data === null) return null;
  const most = (1 << bits) - 1;
  const inverted = await isInverted(reader, dict.get('Decode'));
  return Array.from({ length: parts }, (_, part) => (u: number, v: number) => {
    const at = (Math.floor(u * width) * parts + part) * bits;
    const byte = data[Math.floor(v * height) * row + (at >> 3)] ?? 0;
    const sample = ((byte >> (8 - bits - (at & 7))) & most) / most;
    return inverted ? 1 - sample : sample;
  });
}

async function dataOf(
  reader: PdfReader,
  stream: PdfStream,
  length: number,
  may: (bytes: number) => boolean,
): Promise<Uint8Array | null> {
  if (!may(length)) return null;
  try {
    const data = await reader.decodedData(stream);
    may(Math.max(data.length - length, 0));
    return data.length >= length ? data : null;
  } catch (error) {
    if (!(error instanceof PdfError) || error.code === 'PDF_LIMIT_EXCEEDED') throw error;
    return null;
  }
}

async function whole(reader: PdfReader, dict: PdfDict, key: string): Promise<number> {
  return integerOf(await reader.resolve(dict.get(key))) ?? 0;
}

async function isInverted(reader: PdfReader, object: PdfObject | undefined): Promise<boolean> {
  const decode = await reader.resolve(object);
  return isArray(decode) && (await reader.resolve(decode[0])) === 1;
}
