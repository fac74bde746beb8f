// Byte ranges: whatever a /ByteRange says, and whichever signed byte is another, nothing but what was
// signed is ever called intact.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSignatures } from '../../core/pdf/signature-inventory.ts';
import type { SignatureValue } from '../../core/pdf/signature-value.ts';
import { judgeByteRange } from '../../core/validation/byte-range.ts';
import { memorySource } from '../core/support/memory-source.ts';
import { baseDocument } from '../vectors/support/base-document.ts';
import { signed, verify } from '../vectors/support/in-memory.ts';

let file: Buffer;
let signature: SignatureValue;
let gap: { readonly start: number; readonly end: number };
beforeAll(async () => {
  file = await signed(baseDocument());
  signature = (await readSignatures(memorySource(file))).signatures[0]!;
  gap = signature.contentsSpan!;
});

describe('a byte range', () => {
  it('counts only where it leaves out the contents and nothing else', async () => {
    const near = fc.constantFrom(0, 1, -1, 2);
    const ranges = fc.oneof(
      fc.array(fc.integer(), { maxLength: 6 }),
      fc.array(fc.double(), { minLength: 4, maxLength: 4 }),
      fc.tuple(near, near, near, near).map(([a, b, c, d]) => {
        return [a, gap.start + b, gap.end + c, file.length - gap.end + d];
      }),
    );
    await fc.assert(
      fc.asyncProperty(ranges, async (byteRange) => {
        const judged = await judgeByteRange(
          { ...signature, byteRange },
          memorySource(file),
          new Set([file.length]),
        );
        const [start = -1, first = -1, second = -1, length = -1] = byteRange;
        const right =
          byteRange.length === 4 &&
          start === 0 &&
          first === gap.start &&
          second === gap.end &&
          Number.isInteger(length) &&
          length >= 0 &&
          second + length <= file.length;
        expect(judged.range !== null).toBe(right);
        expect(judged.coverage === 'ENTIRE_FILE').toBe(right && second + length === file.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is broken by any other byte within it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          fc.pre(at < gap.start || at >= gap.end);
          const changed = Buffer.from(file);
          changed[at] = changed[at]! ^ by;
          let intact = 0;
          try {
            const { signatures, verdict } = await verify(changed);
            intact = signatures.filter((one) => one.intact).length;
            expect(verdict).not.toBe('TOTAL_PASSED');
          } catch (thrown) {
            // A file that cannot be read any more is not called intact either.
            expect(thrown).toHaveProperty('code');
          }
          expect(intact).toBe(0);
        },
      ),
      { numRuns: 150 },
    );
  });
});
