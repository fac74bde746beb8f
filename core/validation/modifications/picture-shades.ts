// How light each place of a picture is (ISO 32000-2 8.9.5): of one whose samples are plain, here; of all others by
// the decoder that the program names, where it names one. Bounded for each document.
import { integerOf, isArray, nameOf, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import { MOST_SHADES, type PictureDecoder, type Shades } from '../../ports/picture-decoder.ts';
import { opacityOf, samplesOf } from './image-opacity.ts';
import { pictureDocument } from './picture-document.ts';

/** From 0 to 1; from the left and from the top, both from 0 up to 1. */
type Lightness = (u: number, v: number) => number;

let decoder: PictureDecoder | null = null;

/** One for the whole program, which keeps a thread for it; without one, what a compressed picture shows is unknown. */
export function readPicturesBy(one: PictureDecoder | null): void {
  decoder = one;
}

/** Bytes of plain samples looked at in one document, and samples decoded; what lies beyond is unknown. */
const MOST = { bytes: 128 << 20, decoded: 300_000_000 };
/** Pictures kept of one document: several stamps lie on one scan. */
const KEPT = 3;

interface Looked {
  bytes: number;
  decoded: number;
  readonly kept: Map<PdfStream, Promise<Shades | null>>;
}

/** By the file's oldest section, which all its revisions share. */
const LOOKED = new WeakMap<object, Looked>();

/** Null for a picture of which nobody can tell. */
export function shadesOf(reader: PdfReader, image: PdfStream): Promise<Shades | null> {
  const file = reader.links.at(-1) ?? reader;
  const none: Looked = { bytes: 0, decoded: 0, kept: new Map() };
  const looked = LOOKED.get(file) ?? none;
  LOOKED.set(file, looked);
  const known = looked.kept.get(image);
  if (known !== undefined) return known;
  const [oldest] = looked.kept.keys();
  if (oldest !== undefined && looked.kept.size >= KEPT) looked.kept.delete(oldest);
  const shades = read(reader, image, looked);
  looked.kept.set(image, shades);
  return shades;
}

async function read(reader: PdfReader, image: PdfStream, looked: Looked): Promise<Shades | null> {
  const plain = await plainShades(reader, image, (bytes) => {
    looked.bytes += bytes;
    return looked.bytes <= MOST.bytes;
  });
  if (plain !== null || decoder === null) return plain;
  const document = await pictureDocument(reader, image);
  if (document === null) return null;
  looked.decoded += document.work;
  return looked.decoded > MOST.decoded ? null : decoder.shades(document.bytes);
}

async function plainShades(
  reader: PdfReader,
  image: PdfStream,
  may: (bytes: number) => boolean,
): Promise<Shades | null> {
  const { dict } = image;
  const stencil = (await reader.resolve(dict.get('ImageMask'))) === true;
  const masked = !stencil && (dict.get('SMask') ?? dict.get('Mask')) !== undefined;
  const opacity = masked ? await opacityOf(reader, image) : null;
  // A mask of its colours, or one that is compressed itself.
  if (masked && opacity === null) return null;
  const lightness = await lightnessOf(reader, image, stencil, may);
  if (lightness === null) return null;
  const side = async (key: string): Promise<number> =>
    Math.min(integerOf(await reader.resolve(dict.get(key))) ?? 1, MOST_SHADES);
  const [width, height] = [await side('Width'), await side('Height')];
  const light = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const v = (y + 0.5) / height;
    for (let x = 0; x < width; x += 1) {
      const u = (x + 0.5) / width;
      const shade = lightness(u, v);
      light[y * width + x] = 255 * (opacity === null ? shade : 1 - (1 - shade) * opacity(u, v));
    }
  }
  return { width, height, light };
}

async function lightnessOf(
  reader: PdfReader,
  image: PdfStream,
  stencil: boolean,
  may: (bytes: number) => boolean,
): Promise<Lightness | null> {
  // A stencil paints in a colour that is told elsewhere: black, as a rule.
  if (stencil) return (await samplesOf(reader, image, 1, 1, may))?.[0] ?? null;
  const parts = await partsOf(reader, await reader.resolve(image.dict.get('ColorSpace')));
  const samples = parts === null ? null : await samplesOf(reader, image, null, parts, may);
  if (samples === null) return null;
  const [first, second, third, black] = samples;
  if (first === undefined || second === undefined || third === undefined) return first ?? null;
  // As the eye weighs the colours (ITU-R BT.601).
  const weighed: Lightness = (u, v) =>
    0.299 * first(u, v) + 0.587 * second(u, v) + 0.114 * third(u, v);
  return black === undefined ? weighed : (u, v) => (1 - black(u, v)) * (1 - weighed(u, v));
}

/** How many numbers make a colour; null where that says nothing of how light it is. */
async function partsOf(reader: PdfReader, space: PdfObject): Promise<1 | 3 | 4 | null> {
  const name = nameOf(isArray(space) ? await reader.resolve(space[0]) : space);
  if (name === 'ICCBased' && isArray(space)) {
    const profile = await reader.resolve(space[1]);
    const count =
      profile instanceof PdfStream
        ? integerOf(await reader.resolve(profile.dict.get('N')))
        : undefined;
    return count === 1 || count === 3 || count === 4 ? count : null;
  }
  return PARTS[name ?? ''] ?? null;
}

const PARTS: Readonly<Record<string, 1 | 3 | 4>> = {
  ...{ DeviceGray: 1, G: 1, CalGray: 1 },
  ...{ DeviceRGB: 3, RGB: 3, CalRGB: 3, DeviceCMYK: 4, CMYK: 4 },
};
