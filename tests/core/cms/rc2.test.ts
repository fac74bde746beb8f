// The test vectors of RFC 2268, section 5: one block each, hence CBC over a vector of zeros.
import { expect, test } from 'vitest';
import { decryptRc2Cbc } from '../../../core/cms/rc2.ts';

const KEY = '88bca90e90875a7f0f79c384627bafb2';
const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

test.each([
  ['0000000000000000', 63, '0000000000000000', 'ebb773f993278eff'],
  ['ffffffffffffffff', 64, 'ffffffffffffffff', '278b27e42e2f0d49'],
  ['3000000000000000', 64, '1000000000000001', '30649edf9be7d2c2'],
  ['88', 64, '0000000000000000', '61a8a244adacccf0'],
  ['88bca90e90875a', 64, '0000000000000000', '6ccf4308974c267f'],
  [KEY, 64, '0000000000000000', '1a807d272bbe5db1'],
  [KEY, 128, '0000000000000000', '2269552ab0f85ca6'],
  [`${KEY}16f80a6f85920584c42fceb0be255daf1e`, 129, '0000000000000000', '5b78d3a43dfff1f1'],
])('key %s of %i effective bits', (key, effectiveBits, plain, cipher) => {
  const found = decryptRc2Cbc(bytes(key), effectiveBits, new Uint8Array(8), bytes(cipher));
  expect(found?.toString('hex')).toBe(plain);
});

test('chains blocks: each is taken with the cipher text before it', () => {
  const twice = bytes('1a807d272bbe5db1'.repeat(2));
  const found = decryptRc2Cbc(bytes(KEY), 64, bytes('0102030405060708'), twice);
  expect(found?.toString('hex')).toBe('01020304050607081a807d272bbe5db1');
});

test('refuses what is no whole number of blocks', () => {
  expect(decryptRc2Cbc(bytes(KEY), 64, new Uint8Array(8), new Uint8Array(9))).toBeNull();
});
