// A scan without what the camera or scanner wrote about place, time, device and person (UU 27/2022): the picture
// itself is not touched. A PDF stays as it is, because a signature in it would no longer hold.
import { PenaError } from '../../domain/pena-error.ts';

export type PaperType = 'application/pdf' | 'image/jpeg' | 'image/png';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks without which the picture would look different (ISO/IEC 15948 clause 11). */
const PNG_KEPT = [
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'pHYs',
  'sBIT',
];

/** By its first bytes; a name's ending says nothing. @throws {PenaError} PAPER_UNSUPPORTED */
export function paperType(bytes: Uint8Array): PaperType {
  const head = Buffer.from(bytes.subarray(0, 8));
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (head.equals(PNG)) return 'image/png';
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  throw new PenaError('PAPER_UNSUPPORTED');
}

/** @throws {PenaError} PAPER_UNSUPPORTED for what is not a PDF, JPEG or PNG, or is cut off */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  switch (paperType(bytes)) {
    case 'application/pdf':
      return bytes;
    case 'image/png':
      return strippedPng(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    case 'image/jpeg':
      return strippedJpeg(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  }
}

function strippedPng(file: Buffer): Uint8Array {
  const parts: Buffer[] = [PNG];
  for (let at = PNG.length; ;) {
    if (at + 12 > file.length) throw new PenaError('PAPER_UNSUPPORTED');
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) throw new PenaError('PAPER_UNSUPPORTED');
    const type = file.toString('latin1', at + 4, at + 8);
    if (PNG_KEPT.includes(type)) parts.push(file.subarray(at, end));
    // What stands behind the end is no picture.
    if (type === 'IEND') return new Uint8Array(Buffer.concat(parts));
    at = end;
  }
}

/** ISO/IEC 10918-1 Annex B: segments up to the first scan, and from there on all as it is up to the end. */
function strippedJpeg(file: Buffer): Uint8Array {
  const parts: Buffer[] = [file.subarray(0, 2)];
  for (let at = 2; ;) {
    if (at + 4 > file.length || file[at] !== 0xff) throw new PenaError('PAPER_UNSUPPORTED');
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) throw new PenaError('PAPER_UNSUPPORTED');
    if (marker === 0xda) return new Uint8Array(Buffer.concat([...parts, scans(file, at)]));
    const segment = file.subarray(at, end);
    parts.push(...(isNeeded(marker, segment) ? [segment] : orientation(segment)));
    at = end;
  }
}

/** All but comments and application segments; of these JFIF's, Adobe's and colour profiles, which say how colours are meant. */
function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === 0xe2) return segment.toString('latin1', 4, 15) === 'ICC_PROFILE';
  const application = marker >= 0xe0 && marker <= 0xef;
  return marker === 0xe0 || marker === 0xee || (marker !== 0xfe && !application);
}

/** From the first scan to the end mark; what a camera puts behind it (previews, films) goes. */
function scans(file: Buffer, at: number): Buffer {
  for (let i = at + 2; i + 1 < file.length; i += 1) {
    if (file[i] === 0xff && file[i + 1] === 0xd9) return file.subarray(at, i + 2);
  }
  throw new PenaError('PAPER_UNSUPPORTED');
}

/** Which side is up, which a reader needs: the one thing that is kept of Exif (tag 0x0112). */
function orientation(segment: Buffer): Buffer[] {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return [];
  const tiff = segment.subarray(10);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const start = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let i = 0; i < Math.min(u16(start), 200); i += 1) {
    const entry = start + 2 + i * 12;
    const value = u16(entry + 8);
    if (u16(entry) === 0x0112 && value >= 2 && value <= 8) return [exifOf(value)];
  }
  return [];
}

function exifOf(value: number): Buffer {
  const head = Buffer.from(
    'ffe100224578696600004d4d002a00000008000101120003000000010000000000000000',
    'hex',
  );
  head.writeUInt16BE(value, 28);
  return head;
}
