// The judge of the judge: nobody here signs but the seeds' makers, so a signature that is called intact
// must cover the very bytes of a seed. Found by comparing bytes, without anything of the verifier's.
import type { DocumentReport } from '../../core/domain/report.ts';

interface Covered {
  readonly first: Buffer;
  readonly second: Buffer;
}

export class SignedBytes {
  readonly #known: Covered[] = [];

  constructor(files: readonly Uint8Array[]) {
    for (const file of files) this.#known.push(...rangesOf(Buffer.from(file)));
  }

  /** Throws where a signature is said to hold over bytes that nobody has signed. */
  check(file: Uint8Array, report: DocumentReport): void {
    // Two fields on one value are one signature twice; that this is refused is another vector's business.
    const intact = new Set(
      report.signatures
        .filter(({ intact: sound }) => sound)
        .map(({ byteRange }) => String(byteRange)),
    ).size;
    const bytes = Buffer.from(file);
    const covers = this.#known.filter(({ first, second }) => {
      if (!bytes.subarray(0, first.length).equals(first)) return false;
      // The gap is as long as it was, or the second part would stand elsewhere than its range says.
      const end = bytes.indexOf('>', first.length) + 1;
      return bytes.subarray(end, end + second.length).equals(second);
    }).length;
    if (intact > covers) throw new Error(`${intact} signatures intact, ${covers} really`);
    if (report.verdict === 'TOTAL_PASSED' && covers === 0)
      throw new Error('passed, and not signed');
  }
}

/** Every range of four numbers in a file that begins at its first byte. */
function rangesOf(file: Buffer): Covered[] {
  const text = file.toString('latin1');
  return [...text.matchAll(/\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].map((found) => {
    const [end = 0, start = 0, length = 0] = found.slice(1).map(Number);
    return { first: file.subarray(0, end), second: file.subarray(start, start + length) };
  });
}
