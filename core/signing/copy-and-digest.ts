// Copies the original, appends the increment, and digests both on the way: each byte is read once.
import { createHash, type Hash } from 'node:crypto';
import type { DigestAlgorithm } from '../domain/signature-algorithm.ts';
import { PenaError } from '../domain/pena-error.ts';
import { PdfError } from '../pdf/pdf-error.ts';
import type { AtomicOutput } from '../ports/atomic-output.ts';
import type { ByteSource } from '../ports/byte-source.ts';

const CHUNK = 1 << 20;

export interface CopyInput {
  readonly source: ByteSource;
  readonly output: AtomicOutput;
  /** What follows the original. */
  readonly increment: Uint8Array;
  /** Offsets in the whole new file of what the digest leaves out; both lie in the increment. */
  readonly gap: { readonly start: number; readonly end: number };
  readonly hash: DigestAlgorithm;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (done: number) => void;
}

export interface Digests {
  /** SHA-256 of the original, lower-case hexadecimal. */
  readonly documentSha256: string;
  /** Of the byte range, by `hash`. */
  readonly range: Uint8Array;
}

/** @throws {PenaError} FILE_*, CANCELLED */
export async function copyAndDigest(input: CopyInput): Promise<Digests> {
  const { source, output, increment, gap, hash } = input;
  const document = createHash('sha256');
  const other = hash === 'sha256' ? null : createHash(hash);
  await copyOriginal(input, (chunk) => {
    document.update(chunk);
    other?.update(chunk);
  });
  // One pass serves both digests where they are of one kind.
  const range: Hash = other ?? document.copy();
  range.update(increment.subarray(0, gap.start - source.size));
  range.update(increment.subarray(gap.end - source.size));
  await output.append(increment);
  return { documentSha256: document.digest('hex'), range: new Uint8Array(range.digest()) };
}

/** Reads the next part and writes this one while this one is digested. */
async function copyOriginal(
  { source, output, signal, onBytes }: CopyInput,
  digest: (chunk: Uint8Array) => void,
): Promise<void> {
  let reading = read(source, 0);
  for (let offset = 0; offset < source.size;) {
    const chunk = await reading;
    if (signal?.aborted) throw new PenaError('CANCELLED');
    if (chunk.length === 0) throw new PdfError('PDF_TRUNCATED');
    offset += chunk.length;
    reading = read(source, offset);
    const writing = output.append(chunk);
    // Awaited below; until then a failure must not count as unhandled.
    writing.catch(() => undefined);
    digest(chunk);
    await writing;
    onBytes(offset);
  }
}

function read(source: ByteSource, offset: number): Promise<Uint8Array> {
  const reading = source.read(offset, CHUNK);
  reading.catch(() => undefined);
  return reading;
}
