// How large a compressed picture says itself that it is. What the PDF says of its size may be another thing, and
// decoders make room for what the data say: a kilobyte can ask for gigabytes.
import { MOST_SAMPLES } from '../../core/ports/picture-decoder.ts';

/** A decoder of JPEG 2000 takes four bytes for each sample, and as much again while it works. */
const MOST_JPX = MOST_SAMPLES / 4;

/** Whether no picture in these bytes asks for more room than there is. Takes stray bytes for a size rather than miss one. */
export function isBounded(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const samples = jpeg(view, at) ?? jpx(view, at);
    if (samples === Infinity) return false;
  }
  return jbig2(view, bytes);
}

/** A frame of JPEG (ITU-T T.81 B.2.2); Infinity where it is too large or does not say its height. */
function jpeg(view: DataView, at: number): number | null {
  if (at + 10 > view.byteLength) return null;
  const marker = view.getUint8(at + 1);
  if (marker < 0xc0 || marker > 0xc2) return null;
  const parts = view.getUint8(at + 9);
  if (parts < 1 || parts > 4 || view.getUint16(at + 2) !== 8 + 3 * parts) return null;
  const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
  const samples = width * height * parts;
  return height === 0 || samples > MOST_SAMPLES ? Infinity : samples;
}

/** The size of a JPEG 2000 code stream (ITU-T T.800 A.5.1). */
function jpx(view: DataView, at: number): number | null {
  if (at + 42 > view.byteLength || view.getUint32(at) !== 0xff4fff51) return null;
  const [right, bottom] = [view.getUint32(at + 8), view.getUint32(at + 12)];
  const [left, top] = [view.getUint32(at + 16), view.getUint32(at + 20)];
  const samples = (right - left) * (bottom - top) * view.getUint16(at + 40);
  return samples > MOST_JPX ? Infinity : samples;
}

/** Of a page that is written in stripes: as high as they are together. */
const UNKNOWN = 0xffff_ffff;

/** The pages of JBIG2 (ITU-T T.88 7.4.8): segments of type 48, 19 bytes long. */
function jbig2(view: DataView, bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x30); at >= 0; at = bytes.indexOf(0x30, at + 1)) {
    if (at + 15 > view.byteLength || view.getUint32(at + 3) !== 19) continue;
    const [width, height] = [view.getUint32(at + 7), view.getUint32(at + 11)];
    if (height !== UNKNOWN && width * height > MOST_SAMPLES) return false;
  }
  return true;
}
