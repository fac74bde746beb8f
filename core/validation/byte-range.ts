// Judges a /ByteRange by the bytes of the file (ISO 32000-2 12.8.1; ETSI EN 319 142-1 5.3).
import type { Coverage } from '../domain/indication.ts';
import { HIDDEN } from '../pdf/appended-walk.ts';
import type { SignatureValue } from '../pdf/signature-value.ts';
import type { ByteSource } from '../ports/byte-source.ts';

/** [0, firstEnd) and [secondStart, secondEnd), with nothing but /Contents between them. */
export interface SignedRange {
  readonly firstEnd: number;
  readonly secondStart: number;
  readonly secondEnd: number;
}

export interface RangeFacts {
  /** Null when the range breaks a rule: then nothing is computed over it. */
  readonly range: SignedRange | null;
  /** The rule that is broken; null where none is. */
  readonly fault: 'numbers' | 'start' | 'contents' | 'end' | null;
  readonly coverage: Coverage;
}

/**
 * Exactly four numbers, from the first byte, leaving out exactly the /Contents string with its delimiters.
 * `coverage` is PARTIAL unless the range ends where the file or one of its revisions ends.
 */
export async function judgeByteRange(
  { byteRange, contentsSpan }: SignatureValue,
  source: ByteSource,
  revisionEnds: ReadonlySet<number>,
): Promise<RangeFacts> {
  const broken = (fault: RangeFacts['fault']): RangeFacts => ({
    range: null,
    fault,
    coverage: 'PARTIAL',
  });
  const [start = -1, firstLength = -1, secondStart = -1, secondLength = -1] = byteRange;
  const isOffset = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
  if (byteRange.length !== 4 || !byteRange.every(isOffset)) return broken('numbers');
  if (start !== 0) return broken('start');
  if (contentsSpan?.start !== firstLength || contentsSpan.end !== secondStart) {
    return broken('contents');
  }
  const secondEnd = secondStart + secondLength;
  if (secondEnd > source.size) return broken('end');
  return {
    range: { firstEnd: firstLength, secondStart, secondEnd },
    fault: null,
    coverage: await coverageOf(secondEnd, source, revisionEnds),
  };
}

const CHUNK = 64 << 10;
/** Longer than any word that is looked for. */
const OVERLAP = 16;

async function holdsSyntax(source: ByteSource, from: number, to: number): Promise<boolean> {
  // Without any end of a revision there is nothing to begin at.
  for (let at = from; at >= 0 && at < to; at += CHUNK) {
    const bytes = await source.read(at, Math.min(CHUNK + OVERLAP, to - at));
    if (HIDDEN.test(Buffer.from(bytes).toString('latin1'))) return true;
  }
  return false;
}

async function coverageOf(
  end: number,
  source: ByteSource,
  revisionEnds: ReadonlySet<number>,
): Promise<Coverage> {
  if (end === source.size) {
    // What could be read of the file ends before: a viewer that repairs it may show what follows there.
    const last = Math.max(...revisionEnds);
    return (await holdsSyntax(source, last, end)) ? 'PARTIAL' : 'ENTIRE_FILE';
  }
  if (revisionEnds.has(end)) return 'ENTIRE_REVISION';
  // A writer may have ended its revision with %%EOF and left the end of line to the next one.
  const after = Buffer.from(await source.read(end, 2)).toString('latin1');
  const lineEnd = /^(?:\r\n|\r|\n)/.exec(after)?.[0].length;
  return lineEnd !== undefined && revisionEnds.has(end + lineEnd) ? 'ENTIRE_REVISION' : 'PARTIAL';
}
