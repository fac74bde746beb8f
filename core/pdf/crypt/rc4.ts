// RC4, by which files up to PDF 1.6 are encrypted (ISO 32000-1 7.6.2). By hand: OpenSSL 3 keeps it in a
// provider that Node does not load.

/** The same for both directions. */
export function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const at = (index: number): number => state[index] ?? 0;
  for (let i = 0, j = 0; i < 256; i += 1) {
    const value = at(i);
    j = (j + value + (key[i % key.length] ?? 0)) & 0xff;
    state[i] = at(j);
    state[j] = value;
  }
  const out = Buffer.allocUnsafe(data.length);
  for (let n = 0, i = 0, j = 0; n < data.length; n += 1) {
    i = (i + 1) & 0xff;
    const a = at(i);
    j = (j + a) & 0xff;
    const b = at(j);
    state[i] = b;
    state[j] = a;
    out[n] = (data[n] ?? 0) ^ at((a + b) & 0xff);
  }
  return out;
}
