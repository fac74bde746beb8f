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
    const samples = await samplesOf(reader, image, 1);
    return samples && ((u, v) => 1 - samples(u, v));
  }
  const soft = await reader.resolve(image.dict.get('SMask'));
  if (soft instanceof PdfStream) return samplesOf(reader, soft, null);
  const mask = await reader.resolve(image.dict.get('Mask'));
  if (!(mask instanceof PdfStream)) return null;
  const samples = await samplesOf(reader, mask, 1);
  return samples && ((u, v) => 1 - samples(u, v));
}

/** @param depth bits of a sample; null for what the image says */
async function samplesOf(
  reader: PdfReader,
  stream: PdfStream,
  depth: number | null,
): Promise<Opacity | null> {
  const { dict } = stream;
  const [width, height] = [await whole(reader, dict, 'Width'), await whole(reader, dict, 'Height')];
  const bits = depth ?? (await whole(reader, dict, 'BitsPerComponent'));
  if (width < 1 || height < 1 || !(bits === 1 || bits === 2 || bits === 4 || bits === 8))
    return null;
  const row = Math.ceil((width * bits) / 8);
  const data = await dataOf(reader, stream, row * height);
  if (data === null) return null;
  const most = (1 << bits) - 1;
  const inverted = await isInverted(reader, dict.get('Decode'));
  return (u, v) => {
    const at = Math.floor(u * width) * bits;
    const byte = data[Math.floor(v * height) * row + (at >> 3)] ?? 0;
    const sample = ((byte >> (8 - bits - (at & 7))) & most) / most;
    return inverted ? 1 - sample : sample;
  };
}

async function dataOf(
  reader: PdfReader,
  stream: PdfStream,
  length: number,
): Promise<Uint8Array | null> {
  if (!spend(reader, length / 16)) return null;
  try {
    const data = await reader.decodedData(stream);
    spend(reader, Math.max(data.length - length, 0) / 16);
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
