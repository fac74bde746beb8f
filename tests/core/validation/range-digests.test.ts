// The one pass over a file against hashing each range by itself.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HashName } from '../../../core/cms/algorithms.ts';
import type { SignedRange } from '../../../core/validation/byte-range.ts';
import { digestRanges } from '../../../core/validation/range-digests.ts';
import { memorySource } from '../support/memory-source.ts';

function expected(
  bytes: Uint8Array,
  { firstEnd, secondStart, secondEnd }: SignedRange,
  hash: string,
) {
  return createHash(hash)
    .update(bytes.subarray(0, firstEnd))
    .update(bytes.subarray(secondStart, secondEnd))
    .digest('hex');
}

function bytesOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8) * 7) & 0xff);
}

const HASHES: readonly HashName[] = ['sha256', 'sha384', 'sha512', 'sha1'];
const hexOf = (digest: Uint8Array | null) =>
  digest === null ? null : Buffer.from(digest).toString('hex');

describe('digests over ranges', () => {
  it('are those of each range by itself, whatever the ranges', async () => {
    const bytes = bytesOf(3000);
    const offsets = fc
      .tuple(fc.nat(3000), fc.nat(3000), fc.nat(3000))
      .map((three) => [...three].sort((a, b) => a - b));
    const request = fc
      .record({ offsets, hash: fc.constantFrom(...HASHES) })
      .map(({ offsets: o, hash }) => ({
        range: { firstEnd: o[0]!, secondStart: o[1]!, secondEnd: o[2]! },
        hash,
      }));
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 12 }), async (requests) => {
        const digests = await digestRanges(memorySource(bytes), requests);
        for (const { range, hash } of requests) {
          expect(hexOf(digests.digestOf(range, hash))).toBe(expected(bytes, range, hash));
        }
        expect(digests.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
      { numRuns: 200 },
    );
  });

  it('cross the borders of chunks', async () => {
    const bytes = bytesOf((2 << 20) + 17);
    for (const border of [1 << 20, 2 << 20]) {
      for (const shift of [-1, 0, 1]) {
        const range = { firstEnd: 5, secondStart: border + shift, secondEnd: bytes.length };
        const digests = await digestRanges(memorySource(bytes), [{ range, hash: 'sha256' }]);
        expect(hexOf(digests.digestOf(range, 'sha256'))).toBe(expected(bytes, range, 'sha256'));
      }
    }
  });

  it('read every byte once, for 200 signatures as for none', async () => {
    const bytes = bytesOf(4 << 20);
    const requests = Array.from({ length: 200 }, (_, i) => {
      const firstEnd = 1000 + i * 20_000;
      return {
        range: { firstEnd, secondStart: firstEnd + 8000, secondEnd: firstEnd + 20_000 },
        hash: 'sha256' as const,
      };
    });
    const source = memorySource(bytes);
    const digests = await digestRanges(source, requests);
    expect(source.bytesRead).toBe(bytes.length);
    const last = requests.at(-1)!.range;
    expect(hexOf(digests.digestOf(last, 'sha256'))).toBe(expected(bytes, last, 'sha256'));
  });

  it('are not all computed for a file made to be slow', async () => {
    const bytes = bytesOf(100_000);
    const requests = Array.from({ length: 5000 }, (_, i) => ({
      range: { firstEnd: i, secondStart: i + 10, secondEnd: bytes.length },
      hash: 'sha256' as const,
    }));
    const digests = await digestRanges(memorySource(bytes), requests);
    const computed = requests.filter(({ range }) => digests.digestOf(range, 'sha256') !== null);
    expect(computed).toHaveLength(16);
  });

  it('stop when asked to, and when the file ends too early', async () => {
    const source = memorySource(bytesOf(1000));
    const stopped = digestRanges(source, [], AbortSignal.abort());
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' });
    const short = { size: 2000, read: (at: number, length: number) => source.read(at, length) };
    await expect(digestRanges(short, [])).rejects.toMatchObject({ code: 'FILE_CHANGED' });
  });
});
