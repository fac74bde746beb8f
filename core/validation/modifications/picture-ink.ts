// What a picture shows where a later stamp lies on it, so that a stamp over the blank part of a scan can be told
// from one over what is written there. Only pictures whose samples can be read (ISO 32000-2 8.9.5): of others
// only how much of them is hidden counts.
import { integerOf, isArray, nameOf, type PdfObject, PdfStream } from '../../pdf/objects.ts';
import type { PdfReader } from '../../pdf/reader.ts';
import type { Picture } from './drawings.ts';
import { samplesOf } from './image-opacity.ts';
import { spend } from './look-budget.ts';
import type { Corners, Point } from './painted-patches.ts';
import { common } from './path-points.ts';

/** How light a place of a picture is, from 0 to 1; from the left and from the top, both from 0 up to 1. */
type Lightness = (u: number, v: number) => number;

/** In points, between the places that are looked at. */
const STEP = 0.75;
/** Darker than that, it is ink. */
const INK = 0.5;
/** So much ink, in square points, is more than the dust of a scan: less than one digit. */
const LEAST_INK = 4;

/** Whether paint lies on ink of a picture. */
export async function hidesInk(
  reader: PdfReader,
  { ctm, image, box }: Picture,
  place: Corners,
  covers: (point: Point) => boolean,
): Promise<boolean> {
  const [left, bottom, right, top] = common(box, place);
  const points = ((right - left) / STEP) * ((top - bottom) / STEP);
  if (!(right > left && top > bottom)) return false;
  const [a, b, c, d, e, f] = ctm;
  const size = a * d - b * c;
  const lightness = size === 0 ? null : await kept(reader, image);
  if (lightness === null) return false;
  if (!spend(reader, points / 4)) return true;
  let ink = 0;
  for (let x = left + STEP / 2; x < right; x += STEP) {
    for (let y = bottom + STEP / 2; y < top; y += STEP) {
      if (!covers([x, y])) continue;
      const [u, v] = [((x - e) * d - (y - f) * c) / size, ((y - f) * a - (x - e) * b) / size];
      if (u >= 0 && u < 1 && v >= 0 && v < 1 && lightness(u, 1 - v) < INK) ink += STEP * STEP;
      if (ink >= LEAST_INK) return true;
    }
  }
  return false;
}

/** Bytes of pictures looked at in one document; what lies beyond is not looked at. */
const MOST_BYTES = 128 << 20;
const left = new WeakMap<object, number>();
/** Several stamps lie on one scan. */
const LAST = new WeakMap<object, { image: PdfStream; lightness: Promise<Lightness | null> }>();

function kept(reader: PdfReader, image: PdfStream): Promise<Lightness | null> {
  const file = reader.links.at(-1) ?? reader;
  const last = LAST.get(file);
  if (last?.image === image) return last.lightness;
  const may = (bytes: number): boolean => {
    const rest = (left.get(file) ?? MOST_BYTES) - bytes;
    left.set(file, rest);
    return rest >= 0;
  };
  const lightness = lightnessOf(reader, image, may);
  LAST.set(file, { image, lightness });
  return lightness;
}

async function lightnessOf(
  reader: PdfReader,
  image: PdfStream,
  may: (bytes: number) => boolean,
): Promise<Lightness | null> {
  const { dict } = image;
  // A stencil paints in a colour that is told elsewhere: black, as a rule.
  if ((await reader.resolve(dict.get('ImageMask'))) === true) {
    return (await samplesOf(reader, image, 1, 1, may))?.[0] ?? null;
  }
  const parts = await partsOf(reader, await reader.resolve(dict.get('ColorSpace')));
  const samples = parts === null ? null : await samplesOf(reader, image, null, parts, may);
  if (samples === null) return null;
  const [first, ...others] = samples;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  const all = [first, ...others];
  if (others.length === 3) {
    const black = others[2] ?? first;
    const inks = [first, others[0] ?? first, others[1] ?? first];
    return (u, v) => (1 - black(u, v)) * (1 - Math.min(...inks.map((one) => one(u, v))));
  }
  return (u, v) => Math.max(...all.map((one) => one(u, v)));
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
