// A signature dictionary with room for what is known only later (ISO 32000-2 12.8.1, table 255).
import { PdfDict, PdfName, type PdfObject } from '../objects.ts';
import { pdfDate, textString } from '../text-string.ts';
import { serialize } from './serialize.ts';

/** Digits of each number of /ByteRange: files up to 10 GB, as the cross-reference table has it. */
const DIGITS = 10;
const RANGE_ROOM = `[0 ${'0'.repeat(DIGITS)} ${'0'.repeat(DIGITS)} ${'0'.repeat(DIGITS)}]`;

export interface SignatureEntries {
  readonly type: 'Sig' | 'DocTimeStamp';
  readonly subFilter: string;
  /** Null for a document time stamp, whose token says the time (12.8.5). */
  readonly time: Date | null;
  /** Empty ones are left out. */
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  /** /Reference: what the signature promises about later changes. */
  readonly references: readonly PdfObject[];
}

export interface SignatureRoom {
  /** The dictionary as PDF syntax. */
  readonly content: Buffer;
  /** Within content: where /ByteRange's array begins, and where /Contents' `<` stands. */
  readonly rangeAt: number;
  readonly contentsAt: number;
  /** Length of `<...>`. */
  readonly contentsLength: number;
}

/**
 * @param octets how many octets of CMS /Contents can hold
 * @param seal encrypts the other entries' strings where the file is encrypted
 */
export function signatureDictionary(
  entries: SignatureEntries,
  octets: number,
  seal: (dict: PdfDict) => PdfObject = (dict) => dict,
): SignatureRoom {
  const text = (key: string, value: string): [string, PdfObject][] =>
    value === '' ? [] : [[key, textString(value)]];
  const dict = new PdfDict([
    ['Type', new PdfName(entries.type)],
    ['Filter', new PdfName('Adobe.PPKLite')],
    ['SubFilter', new PdfName(entries.subFilter)],
    ...(entries.time === null ? [] : [['M', pdfDate(entries.time)] as const]),
    ...text('Name', entries.name),
    ...text('Reason', entries.reason),
    ...text('Location', entries.location),
    ...(entries.references.length === 0 ? [] : [['Reference', entries.references] as const]),
  ]);
  const opened = serialize(seal(dict)).subarray(0, -'>>'.length);
  const head = Buffer.concat([opened, Buffer.from('/ByteRange ')]);
  const between = Buffer.from(`${RANGE_ROOM} /Contents `);
  const contents = Buffer.from(`<${'0'.repeat(octets * 2)}>`);
  return {
    content: Buffer.concat([head, between, contents, Buffer.from(' >>')]),
    rangeAt: head.length,
    contentsAt: head.length + between.length,
    contentsLength: contents.length,
  };
}

/** /ByteRange as written into its room: right-aligned numbers, the room's own length. */
function byteRangeText(range: readonly [number, number, number, number]): Buffer {
  const [, ...numbers] = range;
  const padded = numbers.map((n) => String(n).padStart(DIGITS, ' ')).join(' ');
  return Buffer.from(`[0 ${padded}]`, 'latin1');
}

/** /Contents as written into its room: the CMS in hexadecimal, zeros to the end. */
export function contentsText(cms: Uint8Array, room: number): Buffer {
  const digits = Buffer.from(cms).toString('hex');
  return Buffer.from(`<${digits.padEnd(room - 2, '0')}>`, 'latin1');
}

/** Where the gap of a built increment came to lie. */
export interface PlacedRoom {
  /** Offsets in the whole file: of `<` and after `>` of /Contents. */
  readonly gap: { readonly start: number; readonly end: number };
  readonly byteRange: readonly [number, number, number, number];
}

/**
 * Writes the byte range into an increment behind `size` bytes.
 * @param at offset in the whole file at which the dictionary's content begins
 */
export function placeRoom(
  bytes: Buffer,
  size: number,
  at: number,
  { rangeAt, contentsAt, contentsLength }: SignatureRoom,
): PlacedRoom {
  const start = at + contentsAt;
  const end = start + contentsLength;
  const byteRange = [0, start, end, size + bytes.length - end] as const;
  byteRangeText(byteRange).copy(bytes, at - size + rangeAt);
  return { gap: { start, end }, byteRange };
}
