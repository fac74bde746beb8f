// Object headers are found wherever they stand to the pieces in which the bytes are read.
import { describe, expect, it } from 'vitest';
import { holdsBuried } from '../../../core/pdf/buried-objects.ts';
import { FileWindow } from '../../../core/pdf/file-window.ts';
import { memorySource } from '../support/memory-source.ts';

const PIECE = 64 << 10;
const HEADER = '12345 0 obj';

/** A header that begins at `offset`, among others of which nothing is asked. */
function withHeaderAt(offset: number): FileWindow {
  const bytes = Buffer.alloc(3 * PIECE, ' ');
  bytes.write(HEADER, offset, 'latin1');
  return new FileWindow(memorySource(bytes));
}

const around = Array.from({ length: 160 }, (_, i) => PIECE - 120 + i);

describe('a header near the end of a piece', () => {
  it('is the known one, and no part of it another', async () => {
    for (const offset of around) {
      const found = await holdsBuried(withHeaderAt(offset), [0, 3 * PIECE], (at) => at === offset);
      expect([offset, found]).toEqual([offset, false]);
    }
  });

  it('is found where it is not known', async () => {
    for (const offset of around) {
      const found = await holdsBuried(withHeaderAt(offset), [0, 3 * PIECE], () => false);
      expect([offset, found]).toEqual([offset, true]);
    }
  });
});
