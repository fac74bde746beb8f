// What the codes of a simple font stand for (ISO 32000-2 9.6.5): a base encoding and its differences.
import { isArray, nameOf, PdfDict, PdfName, type PdfObject } from '../objects.ts';
import type { PdfReader } from '../reader.ts';
import { characterOfGlyph } from './glyph-names.ts';

/** Character by code; undefined where nothing is known. */
export type SimpleEncoding = readonly (string | undefined)[];

const CODES = Array.from({ length: 256 }, (_, code) => code);

const decoded = (label: string): SimpleEncoding =>
  Array.from(new TextDecoder(label).decode(Uint8Array.from(CODES)));

const WIN_ANSI = decoded('windows-1252');
const MAC_ROMAN = decoded('macintosh');

/** Upper half of StandardEncoding (annex D.2) from A1; a space where there is nothing. */
const STANDARD_UPPER =
  "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß";
const STANDARD: SimpleEncoding = CODES.map((code) => {
  if (code === 0x27) return '’';
  if (code === 0x60) return '‘';
  if (code < 0x7f) return code < 0x20 ? undefined : String.fromCharCode(code);
  const character = STANDARD_UPPER[code - 0xa1];
  return character === ' ' ? undefined : character;
});
const UNKNOWN: SimpleEncoding = CODES.map(() => undefined);

const NAMED = new Map([
  ['WinAnsiEncoding', WIN_ANSI],
  ['MacRomanEncoding', MAC_ROMAN],
  ['StandardEncoding', STANDARD],
]);

/** Bit 3 of a font descriptor's flags (table 121). */
const SYMBOLIC = 4;

export async function simpleEncoding(
  reader: PdfReader,
  font: PdfDict,
  descriptor: PdfDict | undefined,
): Promise<SimpleEncoding> {
  const encoding = await reader.resolve(font.get('Encoding'));
  const named = NAMED.get(nameOf(encoding) ?? '');
  if (named !== undefined) return named;
  const own = await ownEncoding(reader, font, descriptor);
  if (!(encoding instanceof PdfDict)) return own;
  const base = NAMED.get(nameOf(await reader.resolve(encoding.get('BaseEncoding'))) ?? '') ?? own;
  return withDifferences(base, await reader.resolve(encoding.get('Differences')));
}

/** The font's own encoding: of an embedded symbolic font only its file knows it. */
async function ownEncoding(
  reader: PdfReader,
  font: PdfDict,
  descriptor: PdfDict | undefined,
): Promise<SimpleEncoding> {
  const flags = await reader.resolve(descriptor?.get('Flags'));
  if (typeof flags === 'number' && (flags & SYMBOLIC) !== 0) return UNKNOWN;
  return nameOf(await reader.resolve(font.get('Subtype'))) === 'TrueType' ? WIN_ANSI : STANDARD;
}

function withDifferences(base: SimpleEncoding, differences: PdfObject): SimpleEncoding {
  if (!isArray(differences)) return base;
  const encoding = [...base];
  let code = 0;
  for (const item of differences.slice(0, 1024)) {
    if (typeof item === 'number') code = item;
    else if (item instanceof PdfName) {
      if (code >= 0 && code < 256) encoding[code] = characterOfGlyph(item.value);
      code += 1;
    }
  }
  return encoding;
}
