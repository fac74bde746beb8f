// RC4 beside published key streams: RFC 6229 (keys of 40 to 128 bits; 40 also far into the stream).
import { describe, expect, it } from 'vitest';
import { rc4 } from '../../../../core/pdf/crypt/rc4.ts';

const keyOf = (bits: number): Buffer =>
  Buffer.from(Array.from({ length: bits / 8 }, (_, i) => i + 1));

describe('the key stream', () => {
  it.each([
    [40, 0, 'b2396305f03dc027ccc3524a0a1118a8'],
    [40, 4096, 'ff25b58995996707e51fbdf08b34d875'],
    [56, 0, '293f02d47f37c9b633f2af5285feb46b'],
    [128, 0, '9ac7cc9a609d1ef7b2932899cde41b97'],
  ])('of %i bits at %i', (bits, offset, expected) => {
    const stream = rc4(keyOf(bits), new Uint8Array(offset + 16));
    expect(stream.subarray(offset).toString('hex')).toBe(expected);
  });

  it('undoes itself, and begins anew each time', () => {
    const secret = rc4(keyOf(40), Buffer.from('rahasia'));
    expect(rc4(keyOf(40), secret).toString()).toBe('rahasia');
  });

  it('of nothing is nothing', () => {
    expect(rc4(keyOf(40), new Uint8Array(0))).toHaveLength(0);
  });
});
