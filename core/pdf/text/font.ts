// A font as far as finding text needs it (ISO 32000-2 9.6, 9.7): what its codes stand for, and how wide each is.
import { isArray, nameOf, PdfDict, type PdfObject, PdfStream } from '../objects.ts';
import { PdfError } from '../pdf-error.ts';
import type { PdfReader } from '../reader.ts';
import { simpleEncoding } from './simple-encoding.ts';
import { standardWidths } from './standard-widths.ts';
import { UnicodeMap } from './unicode-map.ts';

export interface FontGlyph {
  /** Empty where the font does not say. */
  readonly text: string;
  /** Advance at size 1. */
  readonly width: number;
  /** Whether word spacing applies (9.3.3). */
  readonly space: boolean;
}

export interface TextFont {
  /** Of one code. */
  readonly octets: 1 | 2;
  /** Codes of a shown string. */
  glyphs(bytes: Uint8Array): FontGlyph[];
  /** At size 1, above and below the baseline; what lies below is negative. */
  readonly ascent: number;
  readonly descent: number;
  /** Whether its codes are read as viewers read them. */
  readonly placed: boolean;
}

/** @param countTokens told how many of them a map of the font's was made of */
export async function readFont(
  reader: PdfReader,
  font: PdfDict,
  countTokens: (count: number) => void,
): Promise<TextFont> {
  const subtype = nameOf(await reader.resolve(font.get('Subtype')));
  const unicode = await unicodeMap(reader, font.get('ToUnicode'));
  countTokens(unicode?.tokens ?? 0);
  return subtype === 'Type0'
    ? compositeFont(reader, font, unicode)
    : simpleFont(reader, font, unicode, subtype === 'Type3');
}

async function unicodeMap(
  reader: PdfReader,
  object: PdfObject | undefined,
): Promise<UnicodeMap | null> {
  const stream = await reader.resolve(object);
  if (!(stream instanceof PdfStream)) return null;
  try {
    return UnicodeMap.parse(await reader.decodedData(stream));
  } catch (thrown) {
    // A font may be silent; a limit that is reached is reached for all.
    if (thrown instanceof PdfError && thrown.code !== 'PDF_LIMIT_EXCEEDED') return null;
    throw thrown;
  }
}

async function simpleFont(
  reader: PdfReader,
  font: PdfDict,
  unicode: UnicodeMap | null,
  type3: boolean,
): Promise<TextFont> {
  const descriptor = await reader.resolveDict(font.get('FontDescriptor'));
  const encoding = await simpleEncoding(reader, font, descriptor);
  const widths = await numbers(reader, font.get('Widths'));
  const first = await number(reader, font.get('FirstChar'), 0);
  const missing = await number(reader, descriptor?.get('MissingWidth'), 0);
  const standard = standardWidths(nameOf(await reader.resolve(font.get('BaseFont'))) ?? '');
  const [scale = 0.001] = type3 ? await numbers(reader, font.get('FontMatrix')) : [];
  const widthOf = (code: number): number =>
    widths[code - first] ??
    (widths.length === 0 ? standard?.(encoding[code] ?? '') : undefined) ??
    missing;
  return {
    ...(await heights(reader, descriptor)),
    placed: true,
    octets: 1,
    glyphs: (bytes) =>
      Array.from(bytes, (code) => ({
        text: unicode?.get(code) ?? encoding[code] ?? '',
        width: widthOf(code) * scale,
        space: code === 0x20,
      })),
  };
}

/** Codes of two bytes that are the glyphs' own numbers: Identity-H. Others are not read. */
async function compositeFont(
  reader: PdfReader,
  font: PdfDict,
  unicode: UnicodeMap | null,
): Promise<TextFont> {
  const [descendant] = (await reader.resolveArray(font.get('DescendantFonts'))) ?? [];
  const cid = (await reader.resolveDict(descendant)) ?? new PdfDict([]);
  const widths = await cidWidths(reader, cid);
  const usual = await number(reader, cid.get('DW'), 1000);
  const known = nameOf(await reader.resolve(font.get('Encoding'))) === 'Identity-H';
  return {
    ...(await heights(reader, await reader.resolveDict(cid.get('FontDescriptor')))),
    placed: known,
    octets: 2,
    glyphs: (bytes) =>
      Array.from({ length: bytes.length >> 1 }, (_, index) => {
        const code = (bytes[index * 2] ?? 0) * 256 + (bytes[index * 2 + 1] ?? 0);
        const width = (widths.get(code) ?? usual) / 1000;
        return { text: known ? (unicode?.get(code) ?? '') : '', width, space: false };
      }),
  };
}

const MAX_CID = 0xffff;
/** Octets that are parsed while a number is taken over: fonts may share a list of millions. */
const NUMBER_WORK = 16;

/** /W: `c [w1 w2 ...]` or `first last w` (9.7.4.3). */
async function cidWidths(reader: PdfReader, font: PdfDict): Promise<Map<number, number>> {
  const widths = new Map<number, number>();
  const list = (await reader.resolveArray(font.get('W'))) ?? [];
  for (let at = 0; at + 1 < list.length;) {
    const first = await number(reader, list[at], -1);
    const second = await reader.resolve(list[at + 1]);
    if (first < 0 || first > MAX_CID) return widths;
    if (isArray(second)) {
      const given = await numbers(reader, second);
      given.slice(0, MAX_CID).forEach((width, index) => widths.set(first + index, width));
      at += 2;
    } else {
      const last = Math.min(typeof second === 'number' ? second : -1, MAX_CID);
      const width = await number(reader, list[at + 2], 0);
      reader.spend(Math.max(last - first, 0));
      for (let code = first; code <= last; code += 1) widths.set(code, width);
      at += 3;
    }
  }
  return widths;
}

async function heights(
  reader: PdfReader,
  descriptor: PdfDict | undefined,
): Promise<{ ascent: number; descent: number }> {
  const ascent = (await number(reader, descriptor?.get('Ascent'), 0)) / 1000;
  const descent = (await number(reader, descriptor?.get('Descent'), 0)) / 1000;
  // Many files say 0, and some say it without the sign.
  return {
    ascent: ascent > 0.3 && ascent < 1.5 ? ascent : 0.75,
    descent: Math.abs(descent) > 0.05 && Math.abs(descent) < 0.6 ? -Math.abs(descent) : -0.25,
  };
}

async function number(
  reader: PdfReader,
  object: PdfObject | undefined,
  otherwise: number,
): Promise<number> {
  const value = await reader.resolve(object);
  return typeof value === 'number' ? value : otherwise;
}

async function numbers(reader: PdfReader, object: PdfObject | undefined): Promise<number[]> {
  const list = await reader.resolve(object);
  if (!isArray(list)) return [];
  reader.spend(list.length * NUMBER_WORK);
  const out: number[] = [];
  // Most are written where they belong: nothing is to be waited for.
  for (const item of list) {
    out.push(typeof item === 'number' ? item : await number(reader, item, 0));
  }
  return out;
}
