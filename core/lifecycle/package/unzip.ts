// Takes the entries out of a ZIP that may be anything (APPNOTE 6.3.10): counted as they come out, whatever their
// headers declare, and refused where two readings of the file would differ.
import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { PenaError } from '../../domain/pena-error.ts';

export interface UnzipLimits {
  readonly entries: number;
  /** Octets of all entries together, and of the file itself. */
  readonly bytes: number;
  readonly allows: (name: string) => boolean;
}

/** One slice unpacks to at most about 1032 times as much (RFC 1951): so much is the most that is made in vain. */
const SLICE = 4 << 10;

/** @throws {PenaError} PACKAGE_INVALID, PACKAGE_TOO_LARGE */
export function unzip(bytes: Uint8Array, limits: UnzipLimits): ReadonlyMap<string, Uint8Array> {
  if (bytes.length > limits.bytes) throw new PenaError('PACKAGE_TOO_LARGE');
  try {
    const entries = entriesOf(bytes, limits);
    checkDirectory(bytes, [...entries.keys()], limits);
    return entries;
  } catch (thrown) {
    if (thrown instanceof PenaError) throw thrown;
    throw new PenaError('PACKAGE_INVALID', {}, { cause: thrown });
  }
}

function entriesOf(bytes: Uint8Array, limits: UnzipLimits): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array[]>();
  const finished = new Set<string>();
  let total = 0;
  const reader = new Unzip((file) => {
    const { name } = file;
    if (!limits.allows(name)) throw new PenaError('PACKAGE_INVALID', { detail: 'nama berkas' });
    if (entries.has(name)) throw new PenaError('PACKAGE_INVALID', { detail: 'berkas ganda' });
    if (entries.size >= limits.entries) throw new PenaError('PACKAGE_TOO_LARGE');
    if ((file.originalSize ?? 0) > limits.bytes) throw new PenaError('PACKAGE_TOO_LARGE');
    const chunks: Uint8Array[] = [];
    entries.set(name, chunks);
    file.ondata = (error, chunk, final) => {
      if (error !== null) throw error;
      total += chunk.length;
      if (total > limits.bytes) throw new PenaError('PACKAGE_TOO_LARGE');
      chunks.push(Uint8Array.from(chunk));
      if (final) finished.add(name);
    };
    file.start();
  });
  reader.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += SLICE) {
    reader.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  }
  if (entries.size === 0 || finished.size !== entries.size) throw new PenaError('PACKAGE_INVALID');
  return new Map([...entries].map(([name, chunks]) => [name, Buffer.concat(chunks)]));
}

/** Other programs go by the directory at the end: it has to name the same entries. Nothing is unpacked here. */
function checkDirectory(
  bytes: Uint8Array,
  names: readonly string[],
  { entries }: UnzipLimits,
): void {
  const listed: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      if (listed.length > entries) throw new PenaError('PACKAGE_TOO_LARGE');
      listed.push(name);
      return false;
    },
  });
  if (listed.sort().join('\n') !== [...names].sort().join('\n')) {
    throw new PenaError('PACKAGE_INVALID', { detail: 'daftar isi' });
  }
}
