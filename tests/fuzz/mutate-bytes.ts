// Changes to any bytes: flipped, overwritten, taken out, doubled, spliced with another input.
import type { Random } from './random.ts';

const INTERESTING = [0, 1, 0x0a, 0x0d, 0x20, 0x28, 0x29, 0x30, 0x3c, 0x3e, 0x7f, 0x80, 0x84, 0xff];

export function mutateBytes(data: Uint8Array, random: Random, other: Uint8Array): Buffer {
  const bytes = Buffer.from(data);
  if (bytes.length === 0) return Buffer.from([random.below(256)]);
  const at = random.below(bytes.length);
  const length = 1 + random.below(Math.min(bytes.length - at, random.chance(0.8) ? 16 : 4096));
  switch (random.below(6)) {
    case 0:
      bytes[at] = bytes[at]! ^ (1 << random.below(8));
      return bytes;
    case 1:
      bytes[at] = random.pick(INTERESTING);
      return bytes;
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 4: {
      const from = random.below(other.length);
      const piece = other.subarray(from, from + length);
      const keep = random.chance(0.5) ? at : at + piece.length;
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(keep)]);
    }
    default: {
      const to = random.below(bytes.length);
      bytes.copy(bytes, to, at, Math.min(at + length, bytes.length - to + at));
      return bytes;
    }
  }
}
